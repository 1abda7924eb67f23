import ImpactSemantics

/// What each exposed column, and each exposed table, is made of.
struct Provenance: Sendable {
    /// By exposed column.
    private(set) var origins: [Cell: [Cell]] = [:]
    /// By column of production or of an exposed table, what is made of it.
    private(set) var uses: [Cell: [Cell]] = [:]
    /// By exposed table, the tables it is made of, in the order they are met.
    private(set) var tables: [String: [String]] = [:]
    /// Those that are not exposed, in the order they are met.
    private(set) var production: [String] = []

    init(_ cleared: ClearedProject) {
        let project = cleared.project
        let flows = Dictionary(grouping: cleared.treatments, by: \.table)
        for model in project.models {
            for column in model.columns {
                let cells = ColumnOrigins(of: [column.value], in: project).cells
                let flow = flows[model.name]?.first { $0.column == column.name }?.flow
                add(cells.isEmpty ? flow.map(Self.cells) ?? [] : cells, to: Cell(table: model.name, column: column.name))
            }
            let read = (flows[model.name] ?? []).map(\.flow) + [cleared.rows[model.name]?.filter].compactMap { $0 }
            reach(Self.unique([project.sources[model.source]?.entity ?? ""] + read.flatMap { $0.origins.map(\.table) }), from: model.name)
        }
        for metric in project.metrics { add(metric, project) }
        let exposed = Set(project.models.map(\.name) + project.metrics.map(\.name))
        production = Self.unique(project.models.flatMap { tables[$0.name] ?? [] }).filter { !exposed.contains($0) }
    }

    private mutating func add(_ metric: Metric, _ project: CheckedProject) {
        var read: [String] = []
        func origins(of value: Expression) -> [Cell] {
            var found = ColumnOrigins(of: [value], in: project)
            if let table = metric.table { found.rows(of: table) }
            read += found.tables
            return found.cells
        }
        for dimension in metric.dimensions { add(origins(of: dimension.value), to: Cell(table: metric.name, column: dimension.name)) }
        for measure in metric.measures { add(origins(of: measure.value), to: Cell(table: metric.name, column: measure.name)) }
        if let filter = metric.filter { read += ColumnOrigins(of: [filter], in: project).tables }
        reach(Self.unique(read), from: metric.name)
    }

    private mutating func add(_ cells: [Cell], to target: Cell) {
        origins[target] = cells
        for cell in cells { uses[cell, default: []].append(target) }
    }

    private mutating func reach(_ found: [String], from table: String) { tables[table] = found }

    private static func cells(_ flow: Flow) -> [Cell] { flow.origins.map { Cell(table: $0.table, column: $0.column) } }

    private static func unique(_ names: [String]) -> [String] {
        names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
