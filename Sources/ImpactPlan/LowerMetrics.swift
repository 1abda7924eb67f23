import ImpactSemantics
import PostgresSQL

extension Lowering {
    /// The figures of a metric, from the exposed tables: one row a group, or a single one.
    static func lower(_ metric: Metric, of project: CheckedProject) -> Select {
        var lowering = Lowering(project: project)
        lowering.scopes = [Scope(level: 0, entries: lowering.root(of: metric))]
        if metric.period != nil { return lowering.periods(of: metric) }
        return metric.isComputedFromCells ? lowering.computed(metric) : lowering.groups(of: metric)
    }

    /// The table whose rows the metric goes through.
    func root(of metric: Metric) -> [Entry] {
        guard let table = metric.table.flatMap({ project.table($0) }) else { return [] }
        let schema = project.settings.schema
        let item =
            switch table.origin {
            case .table: FromItem(.first, .table(schema: schema, table.name), as: table.name)
            case .union(let members):
                FromItem(.first, .union(members.map { table.rows(of: $0, in: schema, reading: metric.columnsRead) }), as: metric.name)
            }
        return [Entry(item: item, derived: nil, isOptional: false)]
    }

    // MARK: - Without periods

    /// Figures made of others: those are computed once, by group, and read by name.
    private mutating func computed(_ metric: Metric) -> Select {
        let groups = metric.dimensions.map { group($0) }
        cells = CellQuery(taken: metric.dimensions.map(\.name), absence: .never)
        var select = Select()
        if let history = metric.history { select.columns.append(SelectColumn(history.period, as: Metric.date)) }
        select.columns += metric.dimensions.map { SelectColumn(.column(CellQuery.alias, $0.name), as: $0.name) }
        select.columns += metric.measures.map { figure($0) }
        select.with = [CommonTable(name: CellQuery.alias, columns: [], body: .select(cellSelect(metric, groups)))]
        select.from = [FromItem(.first, .table(schema: nil, CellQuery.alias), as: CellQuery.alias)]
        return select
    }

    private mutating func groups(of metric: Metric) -> Select {
        var select = Select()
        if let history = metric.history { select.columns.append(SelectColumn(history.period, as: Metric.date)) }
        let first = select.columns.count + 1
        select.columns += metric.dimensions.map { group($0) }
        // By their places, as one would by hand: an expression is not written twice.
        select.groupBy = metric.dimensions.indices.map { .integer(first + $0) }
        select.columns += metric.measures.map { figure($0) }
        select.conditions = conditions(of: metric)
        return finish(select).select
    }

    mutating func group(_ dimension: Dimension) -> SelectColumn {
        hints = [dimension.name]
        return SelectColumn(lower(dimension.value).published(as: dimension.value.type), as: dimension.name)
    }

    mutating func figure(_ measure: Measure) -> SelectColumn {
        hints = [measure.name]
        return SelectColumn(lower(measure.value).published(as: measure.type), as: measure.name)
    }

    mutating func conditions(of metric: Metric) -> [SQLExpression] {
        metric.filter?.conjuncts.map { lowerCondition($0) } ?? []
    }

    // MARK: - Figures

    /// An aggregate of the group's rows; with periods, read from where it was computed.
    mutating func lower(_ summary: Summary) -> SQLExpression {
        guard let known = cells else { return aggregate(summary) }
        if let name = known.name(of: summary) { return known.value(name, of: summary.function) }
        // Lowered before it is named: its rows' joins come first. Hidden cells are added up otherwise.
        let column = known.absence == .zeroUnlessHidden ? SQLExpression.null : aggregate(summary)
        let name = cells?.append(summary, column, hints.first ?? "figure") ?? ""
        return known.value(name, of: summary.function)
    }

    private mutating func aggregate(_ summary: Summary) -> SQLExpression {
        let filter = summary.filters.map { lowerCondition($0) }
        let operand = summary.operand.map { [lower($0)] } ?? []
        func call(_ name: String, isDistinct: Bool = false) -> SQLExpression {
            .aggregate(name, operand, isDistinct: isDistinct, filter: filter)
        }
        switch summary.function {
        case .count: return call("count")
        case .countDistinct: return call("count", isDistinct: true)
        case .sum:
            // PostgreSQL sums bigint into numeric, and no rows into NULL.
            let sum = summary.operand?.type.scalar == .int ? SQLExpression.cast(call("sum"), "bigint") : call("sum")
            return cells.map { $0.absence == .never } ?? true ? .call("coalesce", [sum, .integer(0)]) : sum
        case .min: return call("min")
        case .max: return call("max")
        case .average: return call("avg")
        case .last: return last(operand, summary, summary.order.map { lower($0) }, filter)
        }
    }

    /// The value at the greatest moment. A history has one there; of the several that a table may have, the greatest.
    private func last(_ operand: [SQLExpression], _ summary: Summary, _ order: SQLExpression?, _ filter: [SQLExpression]) -> SQLExpression {
        let isHistory = summary.operand.map { value in project.metrics.contains { value.levelTable == $0.name } } ?? false
        let moment = order.map { OrderTerm($0, isDescending: true, putsNullsLast: summary.order?.type.isOptional ?? false) }
        let ties =
            isHistory ? [] : operand.map { OrderTerm($0, isDescending: true, putsNullsLast: summary.operand?.type.isOptional ?? false) }
        return .element(.ordered("array_agg", operand, by: [moment].compactMap { $0 } + ties, filter: filter), 1)
    }

    /// To four decimals: 0.8537.
    mutating func share(_ part: Expression, of whole: Expression) -> SQLExpression {
        let dividend = SQLExpression.cast(lower(part), "numeric")
        let divisor = SQLExpression.call("nullif", [lower(whole), .integer(0)])
        let quotient = SQLExpression.binary(
            .divided, dividend, whole.type.scalar == .double ? .cast(divisor, "numeric") : divisor)
        return .call("round", [quotient, .integer(4)])
    }
}

extension Expression {
    /// The table of whose rows it is a column.
    fileprivate var levelTable: String? {
        if case .column(let row, _) = kind, case .model(let table) = row.source { table } else { nil }
    }
}

extension AggregateFunction {
    /// Of no rows it is zero, and not unknown.
    var isZeroOfNothing: Bool { [.count, .countDistinct, .sum].contains(self) }
}

extension Metric.History {
    /// The first day of the period that the run's day is in.
    var period: SQLExpression { runDay.first(of: unit) }
}

/// The logical date of the run.
let runDay = SQLExpression.cast(.call("current_setting", [.string("impact.today")]), "date")

extension SQLExpression {
    func first(of unit: DateUnit) -> SQLExpression {
        unit == .day ? self : .cast(.call("date_trunc", [.string(unit.rawValue), self]), "date")
    }
}

extension ExposedTable {
    /// The rows of one member of a union, with its name.
    fileprivate func rows(of member: String, in schema: String, reading: Set<String>) -> Select {
        var select = Select()
        if reading.contains(Self.member) { select.columns.append(SelectColumn(.string(member), as: Self.member)) }
        select.columns += columns.filter { $0.name != Self.member && reading.contains($0.name) }
            .map { SelectColumn(.column(member, $0.name), as: $0.name) }
        // Rows that are only counted have no column that is read.
        if select.columns.isEmpty { select.columns = [SelectColumn(.string(member), as: Self.member)] }
        select.from = [FromItem(.first, .table(schema: schema, member), as: member)]
        return select
    }
}

extension Metric {
    /// Whether a figure is more than an aggregate of the rows.
    fileprivate var isComputedFromCells: Bool {
        table != nil && !measures.allSatisfy { if case .summary = $0.value.kind { true } else { false } }
    }

    /// Columns of its own table that it reads.
    fileprivate var columnsRead: Set<String> {
        let values = dimensions.map(\.value) + measures.map(\.value) + [filter, secrecy?.unit].compactMap { $0 }
        return values.reduce(into: []) { $0.formUnion($1.ownColumns) }
    }
}

extension Expression {
    fileprivate var ownColumns: Set<String> {
        if case .column(let row, let name) = kind { return row.ownColumns.union(row.isElement ? [name] : []) }
        return children.reduce(into: []) { found, child in
            switch child {
            case .expression(let inner): found.formUnion(inner.ownColumns)
            case .row(let row): found.formUnion(row.ownColumns)
            case .collection(let collection, let own):
                for inner in collection.filters + own { found.formUnion(inner.ownColumns) }
                if case .referring(let row, _, _) = collection.base { found.formUnion(row.ownColumns) }
            }
        }
    }
}

extension Row {
    fileprivate var isElement: Bool {
        if case .element(0, _) = self { true } else { false }
    }

    /// Columns of the metric's rows by which it is reached.
    fileprivate var ownColumns: Set<String> {
        guard case .referenced(let from, let column, _) = self else { return [] }
        return from.isElement ? [column] : from.ownColumns
    }
}
