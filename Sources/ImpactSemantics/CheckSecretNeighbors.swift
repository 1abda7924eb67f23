import ImpactDiagnostics

/// Metrics over the same rows, each safe by itself, can give each other away: one's cells are the other's totals.
///
/// Two are shown to be safe together when what one is grouped by is read nowhere in the other, so that nothing but their
/// grand totals ties them, and when cells are hidden as if that total were known: `totals: true`.
extension Checker {
    mutating func reportNeighbors() {
        let metrics = project.metrics
        let tables = metrics.map { $0.tables(in: project) }
        let readers = Dictionary(grouping: tables.indices.flatMap { index in tables[index].map { ($0, index) } }, by: \.0)
        for (index, first) in metrics.enumerated() {
            let others = Set(tables[index].flatMap { readers[$0, default: []].map(\.1) }).filter { $0 > index }
            for second in others.sorted().map({ metrics[$0] }) where first.secrecy != nil || second.secrecy != nil {
                reportNeighbors(first, second)
            }
        }
    }

    private mutating func reportNeighbors(_ first: Metric, _ second: Metric) {
        guard first.isWhole(beside: second, in: project), second.isWhole(beside: first, in: project) else {
            report(
                "nested-secrets", second.range,
                "`\(first.name)` and `\(second.name)` are figures of some rows in common, and their difference would be a figure of the others",
                help: "take the rows of the same tables in both")
            return
        }
        if let column = tie(first, second) {
            report(
                "nested-secrets", second.range,
                "`\(first.name)` and `\(second.name)` are figures of the same rows, and both read `\(column)`: the cells of one are totals of the other",
                help: "make one metric of them, with `totals: true`, or group them by other columns")
            return
        }
        for metric in [first, second] {
            guard let secrecy = metric.secrecy, !secrecy.totals, !metric.dimensions.isEmpty else { continue }
            let other = metric.name == first.name ? second.name : first.name
            report(
                "nested-secrets", metric.range,
                "`\(other)` gives totals of the rows of `\(metric.name)`, and a cell hidden alone is their difference",
                help: "write `totals: true` in `\(metric.name)`: other cells are then hidden with it")
        }
    }

    /// A column by which one is grouped and that the other reads, or conditions of both on it that differ.
    private func tie(_ first: Metric, _ second: Metric) -> String? {
        let groups = (first.groupColumns, second.groupColumns)
        let conditions = (first.conditions, second.conditions)
        func columns(_ conditions: [Expression], besides others: [Expression] = []) -> Set<String> {
            let known = Set(others.map(\.signature))
            return conditions.filter { !known.contains($0.signature) }.reduce(into: []) { $0.formUnion($1.columnsRead) }
        }
        let grouped = groups.0.intersection(groups.1.union(columns(conditions.1))).union(groups.1.intersection(columns(conditions.0)))
        let differing = columns(conditions.0, besides: conditions.1).intersection(columns(conditions.1, besides: conditions.0))
        return grouped.union(differing).min()
    }
}

extension Metric {
    /// The exposed tables whose rows it counts.
    func tables(in project: CheckedProject) -> Set<String> {
        guard let table else { return measures.reduce(into: []) { $0.formUnion($1.value.countedTables) } }
        if case .union(let members)? = project.table(table)?.origin { return Set(members) }
        return [table]
    }

    fileprivate var groupColumns: Set<String> { dimensions.reduce(into: []) { $0.formUnion($1.value.columnsRead) } }

    fileprivate var conditions: [Expression] {
        (filter?.conjuncts ?? []) + measures.flatMap { $0.value.summaries.flatMap(\.filters) + $0.value.countedConditions }
    }

    /// Whether each figure is of the rows of all these tables, each counted once, or of none of them.
    fileprivate func isWhole(beside other: Metric, in project: CheckedProject) -> Bool {
        let tables = other.tables(in: project)
        if table != nil { return other.table == nil || self.tables(in: project) == tables }
        return measures.allSatisfy { measure in
            let counted = measure.value.countedTables
            return counted.isDisjoint(with: tables) || counted == tables && measure.value.isSum
        }
    }
}

/// What an expression says, of whatever row: two metrics go through the same rows by different names.
private indirect enum Signature: Hashable {
    case column(String)
    case literal(Literal)
    case operation(String, [String], [Signature])
    /// What goes through other rows is like itself only, where it stands.
    case itself(Expression, TextRange)
}

extension Expression {
    fileprivate var isSum: Bool {
        switch kind {
        case .aggregate(.count, _, _), .aggregate(.sum, _, _): true
        case .arithmetic(.plus, let first, let second): first.isSum && second.isSum
        case .measure(_, let inner): inner.expression.isSum
        default: false
        }
    }

    fileprivate var signature: Signature {
        switch kind {
        case .column(_, let name): .column(name)
        case .literal(let literal): .literal(literal)
        case .aggregate, .exists, .keyed, .sql, .domain: .itself(self, range)
        default: .operation(kindName, operation, parts.map(\.signature))
        }
    }

    /// `compare`. To print the whole of it, and take what stands first, would take a tenth of the time that the Impact models need to compile.
    private var kindName: String { Mirror(reflecting: kind).children.first?.label ?? "\(kind)" }

    /// What tells it from another of its kind, besides its parts.
    private var operation: [String] {
        switch kind {
        case .compare(let comparison, _, _): [comparison.rawValue]
        case .arithmetic(let operation, _, _): [operation.rawValue]
        case .call(let function, _): ["\(function)"]
        case .generalized(_, let rule): ["\(rule)"]
        case .isIn(_, let interval): ["\(interval.isHalfOpen)"]
        default: []
        }
    }

    /// Names of the columns it reads, of whatever row.
    fileprivate var columnsRead: Set<String> {
        var found: Set<String> = []
        if case .column(_, let name) = kind { found.insert(name) }
        for child in children {
            switch child {
            case .expression(let inner): found.formUnion(inner.columnsRead)
            case .row: break
            case .collection(let collection, let own): for inner in collection.filters + own { found.formUnion(inner.columnsRead) }
            }
        }
        return found
    }

    fileprivate var collections: [Collection] {
        children.flatMap { child -> [Collection] in
            switch child {
            case .expression(let inner): inner.collections
            case .row: []
            case .collection(let collection, _): [collection]
            }
        }
    }

    fileprivate var countedTables: Set<String> {
        Set(collections.compactMap { if case .model(let name) = $0.base { name } else { nil } })
    }

    fileprivate var countedConditions: [Expression] { collections.flatMap(\.filters) }
}
