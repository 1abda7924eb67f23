import ImpactPlan

extension Target {
    /// Makes the published tables what the models say.
    ///
    /// - Returns: what to tell.
    func prepareTables(_ migration: Migration) throws(RunError) -> [RunEvent] {
        try migrate(migration)
        let created = migration.tables(.tableAdded)
        let removed = migration.tables(.tableRemoved)
        let others = migration.changes.filter { ![.tableAdded, .tableRemoved, .redefined, .remade].contains($0.kind) }
        return (removed.isEmpty ? [] : [.tablesDropped(removed)]) + (created.isEmpty ? [] : [.tablesCreated(created)])
            + others.map { .migrated($0.words) }
    }
}

extension Migration {
    fileprivate func tables(_ kind: Change.Kind) -> [String] { changes.filter { $0.kind == kind }.map(\.table) }
}
