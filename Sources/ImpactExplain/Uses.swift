import ImpactSemantics

/// Who reads what: of production what it flows into, of exposed tables the metrics and the references.
struct Uses: Sendable {
    private let cleared: ClearedProject

    init(_ cleared: ClearedProject) { self.cleared = cleared }

    private var project: CheckedProject { cleared.project }

    // MARK: - Production

    func of(stored column: String, of table: String) -> [String] {
        flowing { $0.origins.contains { $0.table == table && $0.column == column } }
    }

    func of(source: Source) -> [String] {
        let models = project.models.filter { $0.source == source.name }.map { "\($0.name), one row a row of it" }
        return models + flowing { flow in flow.origins.contains { $0.table == source.entity } }
    }

    private func flowing(_ isRead: (Flow) -> Bool) -> [String] {
        let rows = project.models.flatMap { model -> [String] in
            guard let treatment = cleared.rows[model.name] else { return [] }
            return (isRead(treatment.filter) ? ["which rows of \(model.name) there are"] : [])
                + (treatment.unit.map(isRead) == true ? ["what the classes of \(model.name) count"] : [])
        }
        return rows + cleared.treatments.filter { isRead($0.flow) }.map { "\($0.table).\($0.column)" }
    }

    // MARK: - Exposed tables

    func of(table: String) -> [String] { referring { $0.table == table } + metrics { $0.table == table } }

    func of(column: String, of table: String) -> [String] {
        let isKey = project.model(table)?.columns.first { $0.name == column }?.isKey == true
        return (isKey ? referring { $0.table == table } : []) + metrics { $0.table == table && $0.column == column }
    }

    /// What an expression of a metric reads: `entreprise.ajoutee_le`.
    func reads(of value: Expression) -> [String] {
        names(of: [value]).flatMap { name in
            project.members(of: name.table).map { table in name.column.map { "\(table).\($0)" } ?? "rows of \(table)" }
        }
    }

    private func referring(_ isMeant: (ExposedReads.Name) -> Bool) -> [String] {
        project.models.flatMap { model in
            model.columns.filter { column in column.referencedModel.map { isMeant(.init(table: $0, column: nil)) } == true }
                .map { "\(model.name).\($0.name), which refers to it" }
        }
    }

    private func metrics(_ isMeant: (ExposedReads.Name) -> Bool) -> [String] {
        project.metrics.flatMap { metric -> [String] in
            func reads(_ values: [Expression]) -> Bool {
                names(of: values).contains { name in
                    project.members(of: name.table).contains { isMeant(.init(table: $0, column: name.column)) }
                }
            }
            let isOwn = metric.table.map { project.members(of: $0).contains { isMeant(.init(table: $0, column: nil)) } } == true
            let rows = isOwn || reads(metric.filter.map { [$0] } ?? []) ? ["which rows \(metric.name) counts"] : []
            let unit = reads(metric.secrecy.map { [$0.unit] } ?? []) ? ["what the cells of \(metric.name) protect"] : []
            return rows + unit + metric.dimensions.filter { reads([$0.value]) }.map { "\(metric.name).\($0.name)" }
                + metric.measures.filter { reads([$0.value]) }.map { "\(metric.name).\($0.name)" }
        }
    }

    private func names(of values: [Expression]) -> [ExposedReads.Name] {
        var reading = ExposedReads()
        for value in values { reading.read(value) }
        return reading.names
    }
}

/// The columns of exposed tables that an expression reads, and the tables it goes through.
struct ExposedReads {
    struct Name: Hashable {
        let table: String
        let column: String?
    }

    private(set) var names: [Name] = []
    /// What has a name is followed once.
    private var seen: Set<String> = []

    mutating func read(_ value: Expression) {
        switch value.kind {
        case .column(let row, let column): if case .model(let table) = row.source { add(Name(table: table, column: column)) }
        case .named(let name, _), .measure(let name, _): if !seen.insert(name).inserted { return }
        default: break
        }
        for child in value.children {
            switch child {
            case .expression(let inner): read(inner)
            case .row(let row): read(row)
            case .collection(let collection, let own): read(collection, own)
            }
        }
    }

    private mutating func read(_ row: Row) {
        if case .referenced(let from, let column, _) = row {
            if case .model(let table) = from.source { add(Name(table: table, column: column)) }
            read(from)
        }
    }

    private mutating func read(_ collection: Collection, _ own: [Expression]) {
        switch collection.base {
        case .model(let table): add(Name(table: table, column: nil))
        case .referring(let row, let table, let column):
            add(Name(table: table, column: column))
            read(row)
        default: break
        }
        for value in collection.filters + own { read(value) }
    }

    private mutating func add(_ name: Name) { if !names.contains(name) { names.append(name) } }
}
