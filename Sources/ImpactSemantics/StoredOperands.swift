extension CheckedProject {
    /// Whether a value is production's own, or how much there is of related rows: nothing that an author made of it.
    ///
    /// A sum hides one value among others only where values are what they are. `agent ? 1_000_000 : 1` counts, in its millions, those whom no
    /// threshold counts; so do powers, bounds and roundings.
    func isStored(_ value: Expression) -> Bool {
        switch value.kind {
        case .named(_, let inner): isStored(inner.expression)
        case .column(let row, let name):
            switch row.source {
            case .source: true
            case .model(let table): columns(name, of: table).allSatisfy { isStored($0.value) }
            case .entry, .item: false
            }
        case .aggregate(.count, _, _): true
        case .aggregate(.sum, _, let operand): operand.map { isStored($0) } ?? false
        default: false
        }
    }

    /// One, or with the rows of several models one of each.
    private func columns(_ name: String, of table: String) -> [ModelColumn] {
        let members = members(of: table)
        return members.compactMap { model($0)?.columns.first { $0.name == name } }
    }

    /// The sources whose rows a metric counts, by whatever models.
    func sources(of metric: Metric) -> Set<String> { Set(metric.tables(in: self).compactMap { model($0)?.source }) }
}
