import ImpactSemantics

/// Follows every row that an expression reads back to the model's own.
struct LineageReading {
    let project: CheckedProject
    var lineage = Lineage()
    /// How the rows of each operation around are come to; several ways where a row is one of two.
    private var levels: [Int: [Lineage.Path]] = [0: [[]]]
    /// Private columns and rows are followed once.
    private var columns: Set<String> = []
    private var rows: [String: [Lineage.Path]] = [:]

    init(project: CheckedProject) { self.project = project }

    mutating func read(_ expression: Expression) {
        if case .today = expression.kind { lineage.readsToday = true }
        if case .named(let name, _) = expression.kind, !columns.insert(name).inserted { return }
        for child in expression.children {
            switch child {
            case .expression(let inner): read(inner)
            case .row(let row): _ = paths(of: row)
            case .collection(let collection, let own): _ = paths(of: collection, own)
            }
        }
    }

    // MARK: - Rows

    private mutating func paths(of row: Row) -> [Lineage.Path] {
        switch row {
        case .element(let level, _): return levels[level] ?? []
        case .toOne(let from, let relation, let target): return follow(from, relation, target)
        case .pick(let collection, let order, _): return paths(of: collection, order.map { [$0] } ?? [])
        case .coalesce(let first, let second): return paths(of: first) + paths(of: second)
        case .lookup(let source, let key):
            read(key)
            return constant(source)
        case .named(let name, let inner):
            if let known = rows[name] { return known }
            let found = paths(of: inner)
            rows[name] = found
            return found
        case .referenced(_, _, let model):
            lineage.obstacle = "`\(model)` is an exposed table"
            return []
        }
    }

    private mutating func follow(_ from: Row, _ name: String, _ target: String) -> [Lineage.Path] {
        let paths = paths(of: from)
        guard case .source(let owner) = from.source, let relation = project.sources[owner]?.relation(name),
            case .toOne(let column, let references, _, _) = relation.kind, let source = project.sources[target]
        else { return [] }
        if source.isReference { return constant(target) }
        let hop = Lineage.Hop(from: column, source: target, to: source.column(references)?.column ?? references)
        return paths.map { lineage.reach($0.appending(hop)) }
    }

    /// A reference list is written in the SELECT itself.
    private mutating func constant(_ source: String) -> [Lineage.Path] {
        if project.sources[source]?.isReference != true { lineage.obstacle = "any row of `\(source)` may be looked up" }
        return []
    }

    // MARK: - Several rows

    /// - Parameter own: what is said of each of the rows.
    private mutating func paths(of collection: Collection, _ own: [Expression]) -> [Lineage.Path] {
        let found = base(of: collection)
        let outer = levels[collection.level]
        levels[collection.level] = found
        for expression in collection.filters + own { read(expression) }
        levels[collection.level] = outer
        return found
    }

    private mutating func base(of collection: Collection) -> [Lineage.Path] {
        switch collection.base {
        case .inverse(let row, let relation, let target):
            let paths = paths(of: row)
            guard let columns = Lowering(project: project).inverseColumns(row, relation) else { return [] }
            let hop = Lineage.Hop(from: columns.references, source: target, to: columns.column)
            return paths.map { lineage.reach($0.appending(hop)) }
        case .entries(let json), .items(let json):
            read(json)
            return []
        case .all(let source): return constant(source)
        case .model(let name), .referring(_, let name, _):
            lineage.obstacle = "`\(name)` is an exposed table"
            return []
        }
    }
}
