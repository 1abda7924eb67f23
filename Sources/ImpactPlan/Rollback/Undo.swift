import PostgresSQL

/// One statement that puts a publication back.
package struct UndoStep: Sendable, Equatable {
    package let text: String
    /// Whose rights it is about: without that role there is nothing to do.
    package let role: String?

    init(_ statement: Statement, role: String? = nil) {
        text = Renderer().render(statement)
        self.role = role
    }

    init(_ file: ScriptFile) {
        text = file.text
        role = nil
    }
}

/// Pure: from what a publication made of the catalog back to what was there before it.
///
/// A table that it altered stays the table that it is; its rows are put back whole, since most of them may have other columns. Other tables get
/// the rows back that were replaced.
///
/// - Parameters:
///   - before, after: what runs made, read before and after the migration.
///   - former: the tables that were kept whole.
///   - replaced: the rollback files of the others.
package func undo(
    from after: PublishedState, to before: PublishedState, _ former: [FormerTable], replaced: [ScriptFile]
) -> [UndoStep] {
    Undo(before: before, after: after, former: former, replaced: replaced).steps
}

struct Undo {
    let before: PublishedState
    let after: PublishedState
    let former: [FormerTable]
    let replaced: [ScriptFile]

    /// What is there on both sides, under whatever name.
    struct Pair {
        let before: PublishedState.Relation
        let after: PublishedState.Relation
        /// Its rows are put back whole.
        let isWhole: Bool
    }

    var pairs: [Pair] {
        let whole = Set(former.map(\.table))
        return before.relations.compactMap { old in
            after.relation(old.id).map { Pair(before: old, after: $0, isWhole: whole.contains(old.name)) }
        }
    }

    var tables: [Pair] { pairs.filter { !$0.before.isView } }
    var added: [PublishedState.Relation] { after.relations.filter { before.relation($0.id) == nil } }
    var removed: [PublishedState.Relation] { before.relations.filter { after.relation($0.id) == nil } }

    /// In an order in which nothing is in the way of what follows.
    var steps: [UndoStep] {
        let statements =
            leavingViews.map { Statement.dropView($0.name) } + droppedReferences
            + added.filter { !$0.isView }.map { .dropTable($0.name) } + tables.flatMap(droppedKeys)
            + tables.compactMap(renaming) + tables.filter(\.isWhole).flatMap(\.alterations)
            + removed.filter { !$0.isView }.map(creation) + former.flatMap(restoring)
        let keys = (tables.flatMap(addedKeys) + removed.flatMap(\.keys)) + (tables.flatMap(addedReferences) + removed.flatMap(\.references))
        let ends = former.map { Statement.dropTable($0.kept) }
        return statements.map { UndoStep($0) } + replaced.map { UndoStep($0) } + [UndoStep(.undo(.checkReferences))]
            + (keys + comingViews.map(view) + comments).map { UndoStep($0) } + rights + ends.map { UndoStep($0) }
    }

    private func renaming(_ pair: Pair) -> Statement? {
        pair.before.name == pair.after.name ? nil : .alterTable(pair.after.name, .rename(to: pair.before.name.name))
    }

    private func creation(_ table: PublishedState.Relation) -> Statement {
        .undo(.createTable(table.name, table.columns.map(\.declaration)))
    }

    /// What no relation holds is the runner's own, and stands as it is.
    private func restoring(_ former: FormerTable) -> [Statement] {
        let isRelation = before.relations.contains { $0.name == former.table }
        return (isRelation ? [] : [.delete(from: former.table, where: [])]) + [.restore(into: former.table, from: former.kept)]
    }
}

extension PublishedState.Column {
    var declaration: TableColumn { TableColumn(name, type, isRequired: isRequired) }
}
