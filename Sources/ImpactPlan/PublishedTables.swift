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
    /// Models, then metrics, each with the columns its file declares.
    package var publishedTables: [PublishedTable] {
        models.map { PublishedTable(name: $0.name, columns: $0.columns, isHistory: false) } + metrics.map(published)
    }

    private func published(_ metric: MetricPlan) -> PublishedTable {
        let date = ColumnPlan(name: "date", type: "date", isRequired: true, isKey: true, documentation: "", reference: nil)
        return PublishedTable(name: metric.name, columns: [date] + metric.measures.map(\.optional), isHistory: true)
    }
}

extension ColumnPlan {
    /// A measure added later has no past.
    fileprivate var optional: ColumnPlan {
        ColumnPlan(name: name, type: type, isRequired: false, isKey: isKey, documentation: documentation, reference: reference)
    }
}
