/// A table that readers see: what a test may expect of it.
package struct PublishedTable: Sendable {
    package let name: String
    package let columns: [ColumnPlan]
    /// It keeps what earlier runs wrote.
    package let isHistory: Bool

    package func column(_ name: String) -> ColumnPlan? { columns.first { $0.name == name } }
    package var key: [ColumnPlan] { columns.filter(\.isKey) }
}

extension Plan {
    /// Models, then metrics: themselves, or where small cells are hidden their views.
    package var publishedTables: [PublishedTable] {
        models.map { PublishedTable(name: $0.name, columns: $0.columns, isHistory: false) } + metrics.flatMap(published)
    }

    private func published(_ metric: MetricPlan) -> [PublishedTable] {
        // Whose past is behind views cannot be given one.
        let isHistory = if case .history = metric.form { metric.secret == nil } else { false }
        return metric.published.map { PublishedTable(name: $0.name, columns: $0.columns, isHistory: isHistory) }
    }
}
