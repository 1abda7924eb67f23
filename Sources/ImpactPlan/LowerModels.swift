import ImpactSemantics
import PostgresSQL

/// The SELECT of a model, and what it reads.
struct LoweredQuery: Sendable {
    let select: Select
    let reads: Reads
}

extension Lowering {
    /// The whole of what touches production for one model.
    static func lower(_ model: Model, of project: CheckedProject) -> LoweredQuery {
        var lowering = Lowering(project: project)
        guard let source = project.sources[model.source] else { return LoweredQuery(select: Select(), reads: Reads()) }
        lowering.countUses(model.columns, filter: model.filter)
        let alias = snakeCase(source.name)
        let root = FromItem(.first, .table(schema: nil, source.entity), as: alias)
        lowering.scopes = [Scope(level: 0, entries: [Entry(item: root, derived: nil, isOptional: false)])]
        var select = Select()
        // Columns first: what they name is named as the author does, whatever the filter reads of it.
        select.columns = model.columns.map { lowering.lower($0) }
        if let filter = model.filter { select.conditions = filter.conjuncts.map { lowering.lowerCondition($0) } }
        // Even rows of which nothing is read take a right to see.
        if !lowering.reads.includes(source.entity), let key = source.key { lowering.reads.insert(key.column, of: source.entity) }
        guard let anonymity = model.anonymity else { return lowering.finish(select) }
        // Without a unit of its own, each row of the source is one, and its key counts it once whatever is joined to it.
        let unit = anonymity.unit.map { lowering.lower($0) } ?? lowering.read(source.key?.column ?? "", of: source, as: alias)
        let query = lowering.finish(select)
        return LoweredQuery(select: anonymity.suppressing(query.select, unit: unit), reads: lowering.reads)
    }

    private mutating func lower(_ column: ModelColumn) -> SelectColumn {
        hints = [column.name]
        let isRead = uses[column.name, default: 0] > 1
        let named = Expression(.named(column.name, NamedExpression(expression: column.value)), column.type, column.value.range)
        let value = lower(isRead && !column.value.isPlain ? named : column.value)
        return SelectColumn(value.published(as: column.type), as: column.name)
    }

    func finish(_ select: Select) -> LoweredQuery {
        var select = select
        select.from = scopes[0].finishedFrom()
        // A metric goes through no row of its own: its first item opens the FROM clause.
        if select.from.first?.join == .cross { select.from[0].join = .first }
        select.with = (needsKey ? [pads] : []) + references.compactMap { commonTable($0) }
        return LoweredQuery(select: select, reads: reads)
    }

    /// The key's pads, which the runner sets by bind parameter and PostgreSQL decodes once a query.
    var pads: CommonTable {
        func pad(_ name: String) -> SelectColumn {
            SelectColumn(.call("decode", [.call("current_setting", [.string("impact." + name)]), .string("hex")]), as: name)
        }
        var select = Select()
        select.columns = [pad("inner_pad"), pad("outer_pad")]
        return CommonTable(name: padsName, columns: [], body: .select(select))
    }

    private func commonTable(_ name: String) -> CommonTable? {
        guard let source = project.sources[name], case .reference(let table) = source.origin else { return nil }
        let rows = table.rows.map { row in row.map { lower($0) } }
        return CommonTable(
            name: commonName(of: name), columns: source.columns.map(\.column), body: .values(rows),
            isMaterialized: rereadReferences.contains(name))
    }

    // MARK: - Uses

    /// How often each private or exposed column is read, itself included when it is exposed; and which rows are picked of several.
    private mutating func countUses(_ columns: [ModelColumn], filter: Expression?) {
        var opened: Set<String> = []
        for column in columns { uses[column.name, default: 0] += 1 }
        for column in columns { count(column.value, &opened) }
        if let filter { count(filter, &opened) }
    }

    private mutating func count(_ expression: Expression, _ opened: inout Set<String>) {
        if case .named(let name, _) = expression.kind {
            uses[name, default: 0] += 1
            guard opened.insert(name).inserted else { return }
        }
        if case .choice(let subject, let branches, _) = expression.kind, case .named(let name, _) = subject.kind {
            // Each branch of a searched CASE repeats its subject.
            uses[name, default: 0] += max(0, branches.count - 1)
        }
        for child in expression.children {
            switch child {
            case .expression(let inner): count(inner, &opened)
            case .row(let row): count(row, &opened)
            case .collection(let collection, let own):
                count(collection, &opened)
                for inner in own { count(inner, &opened) }
            }
        }
    }

    private mutating func count(_ row: Row, _ opened: inout Set<String>) {
        switch row {
        case .element: break
        case .toOne(let from, _, _): count(from, &opened)
        case .pick(let collection, let order, _):
            picks.append(row)
            count(collection, &opened)
            if let order { count(order, &opened) }
        case .lookup(_, let key): count(key, &opened)
        case .coalesce(let first, let second):
            count(first, &opened)
            count(second, &opened)
        case .named(_, let inner):
            // Joined under its own name, whoever reads it first.
            if case .pick = inner { picks.append(row) }
            count(inner, &opened)
        case .referenced(let inner, _, _): count(inner, &opened)
        }
    }

    private mutating func count(_ collection: Collection, _ opened: inout Set<String>) {
        switch collection.base {
        case .inverse(let row, _, _), .referring(let row, _, _): count(row, &opened)
        case .entries(let json), .items(let json): count(json, &opened)
        case .all, .model: break
        }
        for filter in collection.filters { count(filter, &opened) }
    }
}

extension Expression {
    fileprivate var isPlain: Bool {
        switch kind {
        case .column, .literal, .reference: true
        default: false
        }
    }
}

extension SQLExpression {
    /// With the published type where PostgreSQL would infer another, so that what arrives is what the table holds.
    func published(as type: ValueType) -> SQLExpression {
        let target = type.scalar.postgres
        switch (self, type.scalar) {
        case (.null, _): return .cast(self, target)
        case (.cast(_, target), _), (_, .string), (_, .bool), (_, .date), (_, .timestamp), (_, .uuid): return self
        case (.aggregate("count", _, _, _), .int): return self
        case (.call("coalesce", let parts), .int) where parts.count == 2 && parts[1] == .integer(0): return self
        case (.call("round", let parts), .decimal) where parts.count == 2: return self
        default: return .cast(self, target)
        }
    }
}
