import ImpactPlan
import PostgresSQL

/// What was published before a migration, and the tables that were kept of it.
struct FormerPublication {
    let state: PublishedState
    let tables: [FormerTable]
    let ours: Set<TableName>

    func holds(_ table: KeptTable) -> Bool { state.relations.contains { $0.name == table.name && !$0.isView } }
}

extension Target {
    /// Keeps whole what a migration is about to alter. Readers go on reading: nothing is locked against them yet.
    ///
    /// - Returns: nil where nothing is altered, or nothing was published.
    func keepFormer(_ migration: Migration, isUndoable: Bool) throws(RunError) -> FormerPublication? {
        guard isUndoable, !migration.changes.isEmpty else { return nil }
        let state = try publishedState().only(migration.ours)
        for table in migration.former {
            try connection.execute(table.keeping, during: Step("keeping `\(table.table.name)` as it is"))
        }
        return FormerPublication(state: state, tables: migration.former, ours: migration.ours)
    }

    /// Notes how the publication is undone, once all of it is there.
    func noteUndo(_ former: FormerPublication) throws(RunError) {
        let now = try publishedState().only(former.ours.union(script.made))
        let whole = Set(former.tables.map(\.table))
        let replaced = script.keptTables.filter { former.holds($0.table) && !whole.contains($0.table.name) }.map(\.table.rollback)
        let steps = undo(from: now, to: former.state, former.tables, replaced: replaced)
        _ = try connection.rows(
            """
            INSERT INTO \(script.undoTable) (place, statement, role)
            SELECT place, statement, nullif(role, '') FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS step (statement, role, place)
            """, [textArray(steps.map(\.text)), textArray(steps.map { $0.role ?? "" })], during: .noting)
        // What was written last of all tells what was written since.
        try connection.execute("SAVEPOINT last", during: .noting)
        for table in former.tables { try note(table, as: former.state.name(of: table.table, in: now)) }
        try connection.execute("RELEASE SAVEPOINT last", during: .noting)
    }

    private func note(_ former: FormerTable, as name: TableName?) throws(RunError) {
        let published = name.map { quoted($0.schema, $0.name) }
        let count = published.map { "(SELECT count(*) FROM \($0))" } ?? "NULL"
        _ = try connection.rows(
            """
            INSERT INTO \(script.formerTable) (name, row_count, published_as, published_count)
            SELECT $1, (SELECT count(*) FROM \(quoted(former.kept.schema, former.kept.name))), $2, \(count)
            """, [former.kept.name, published], during: .noting)
    }

    /// What the publication before kept whole.
    func forgetFormer() throws(RunError) {
        let names = try connection.rows("SELECT name FROM \(script.formerTable)", during: .noting).compactMap { $0[0] }
        guard !names.isEmpty else { return }
        let tables = names.map { script.internalTable($0) }.joined(separator: ", ")
        try connection.execute(
            "DROP TABLE IF EXISTS \(tables); DELETE FROM \(script.formerTable); DELETE FROM \(script.undoTable)", during: .noting)
    }
}

extension Step {
    fileprivate static var noting: Step { Step("noting how to roll back") }
}

extension PublishedState {
    /// What a table is called in another state.
    fileprivate func name(of table: TableName, in other: PublishedState) -> TableName? {
        relations.first { $0.name == table }.flatMap { other.relation($0.id)?.name }
    }
}

extension KeptTable {
    var name: TableName { TableName(schema, table) }
}
