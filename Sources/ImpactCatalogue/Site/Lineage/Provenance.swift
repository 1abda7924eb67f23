import ImpactSemantics

/// What each exposed column, and each exposed table, is made of.
struct Provenance: Sendable {
    /// By exposed column.
    private(set) var origins: [Cell: [Cell]] = [:]
    /// By column of production or of an exposed table, what is made of it.
    private(set) var uses: [Cell: [Cell]] = [:]
    /// By exposed table, the tables it is made of, in the order they are met.
    private(set) var tables: [String: [DataTable]] = [:]
    /// Those of production, in the order they are met.
    private(set) var production: [DataTable] = []

    init(_ cleared: ClearedProject) {
        let project = cleared.project
        let flows = Dictionary(grouping: cleared.treatments, by: \.table)
        for model in project.models {
            for column in model.columns {
                let cells = ColumnOrigins(of: [column.value], in: project).cells
                let flow = flows[model.name]?.first { $0.column == column.name }?.flow
                add(cells.isEmpty ? flow.map(Self.cells) ?? [] : cells, to: Cell(exposed: model.name, column.name))
            }
            let read = (flows[model.name] ?? []).map(\.flow) + [cleared.rows[model.name]?.filter].compactMap { $0 }
            let own = project.sources[model.source]?.entity
            tables[model.name] = Self.unique(([own].compactMap { $0 } + read.flatMap { $0.origins.map(\.table) }).map(DataTable.production))
        }
        for metric in project.metrics { add(metric, project) }
        production = Self.unique(project.models.flatMap { tables[$0.name] ?? [] })
    }

    private mutating func add(_ metric: Metric, _ project: CheckedProject) {
        var read: [String] = []
        func origins(of value: Expression) -> [Cell] {
            var found = ColumnOrigins(of: [value], in: project)
            if let table = metric.table { found.rows(of: table) }
            read += found.tables
            return found.cells
        }
        for dimension in metric.dimensions { add(origins(of: dimension.value), to: Cell(exposed: metric.name, dimension.name)) }
        for measure in metric.measures { add(origins(of: measure.value), to: Cell(exposed: metric.name, measure.name)) }
        if let filter = metric.filter { read += ColumnOrigins(of: [filter], in: project).tables }
        tables[metric.name] = Self.unique(read.map(DataTable.exposed))
    }

    private mutating func add(_ cells: [Cell], to target: Cell) {
        origins[target] = cells
        for cell in cells { uses[cell, default: []].append(target) }
    }

    private static func cells(_ flow: Flow) -> [Cell] { flow.origins.map { Cell(production: $0.table, $0.column) } }

    private static func unique(_ tables: [DataTable]) -> [DataTable] {
        tables.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
