import PostgresSQL

extension PublishedShape {
    /// What no run made and hangs on one of these tables, or on a view of ours that reads them, in words.
    package func hindrances(on tables: Set<TableName>, _ script: RunScript) -> [String] {
        let comparison = ShapeComparison(self, script, "")
        let views = self.tables.values.filter { $0.kind == .view && comparison.isOurs($0.name) }.map(\.name)
        let disturbed = tables.union(views)
        let reading = readings.filter { disturbed.contains($0.table) && !comparison.isOurs($0.view) }
            .map { "`\($0.view.schema).\($0.view.name)` reads `\(comparison.label($0.table))`" }
        let ours = comparison.ours
        let referring = references.filter { tables.contains($0.to) && !ours.contains($0.from) }
            .map { "`\($0.from.schema).\($0.from.name)` refers to `\(comparison.label($0.to))` by `\($0.name)`" }
        return Set(reading + referring).sorted()
    }
}
