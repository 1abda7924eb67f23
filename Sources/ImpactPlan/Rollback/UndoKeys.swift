import PostgresSQL

/// Keys, references and indexes: what is as it was stays, unless a column of it leaves or a table that it refers to is emptied.
extension Undo {
    private var whole: Set<String> { Set(pairs.filter(\.isWhole).map(\.before.id)) }

    private func stands(_ constraint: PublishedState.Constraint, _ pair: Pair) -> Bool {
        guard pair.before.constraints.contains(constraint), pair.after.constraints.contains(constraint) else { return false }
        if let target = constraint.references { return whole.isDisjoint(with: [pair.before.id, target]) }
        return pair.leaving.isDisjoint(with: constraint.columns)
    }

    private func stands(_ index: PublishedState.Index, _ pair: Pair) -> Bool {
        pair.before.indexes.contains(index) && pair.after.indexes.contains(index) && pair.leaving.isDisjoint(with: index.columns)
    }

    var droppedReferences: [Statement] {
        tables.flatMap { pair in
            pair.after.constraints.filter { $0.isReference && !stands($0, pair) }
                .map { .alterTable(pair.after.name, .dropConstraint($0.name)) }
        }
    }

    func droppedKeys(_ pair: Pair) -> [Statement] {
        let table = pair.after.name
        return pair.after.constraints.filter { !$0.isReference && !stands($0, pair) }.map { .alterTable(table, .dropConstraint($0.name)) }
            + pair.after.indexes.filter { !stands($0, pair) }.map { .dropIndex(TableName(table.schema, $0.name)) }
    }

    func addedKeys(_ pair: Pair) -> [Statement] {
        pair.before.constraints.filter { !$0.isReference && !stands($0, pair) }.map(pair.before.adding)
            + pair.before.indexes.filter { !stands($0, pair) }.map(\.creation)
    }

    func addedReferences(_ pair: Pair) -> [Statement] {
        pair.before.constraints.filter { $0.isReference && !stands($0, pair) }.map(pair.before.adding)
    }
}

extension PublishedState.Constraint {
    var isReference: Bool { references != nil }
}

extension PublishedState.Index {
    fileprivate var creation: Statement { .undo(.createIndex(definition: definition)) }
}

extension PublishedState.Relation {
    /// Of one that is made again.
    var keys: [Statement] { constraints.filter { !$0.isReference }.map(adding) + indexes.map(\.creation) }
    var references: [Statement] { constraints.filter(\.isReference).map(adding) }

    fileprivate func adding(_ constraint: PublishedState.Constraint) -> Statement {
        .undo(.addConstraint(name, constraint.name, definition: constraint.definition))
    }
}
