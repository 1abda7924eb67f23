import ImpactSemantics
import PostgresSQL

/// The aggregates of a metric by group and period, which other figures are computed from.
struct CellQuery {
    static let alias = "cells"
    /// What a group without a cell has.
    enum Absence {
        /// Every row of the metric has its cell.
        case never
        /// A period without rows counts nothing.
        case zero
        /// So it does, while NULL in a cell that is there means that its figures are hidden.
        case zeroUnlessHidden
    }

    private(set) var columns: [(summary: Summary, column: SelectColumn, name: String)] = []
    /// Names of the dimensions.
    let taken: [String]
    var absence: Absence

    init(taken: [String], absence: Absence) {
        self.taken = taken
        self.absence = absence
    }

    /// Aggregates that were named and computed before.
    init(known names: [String], of summaries: [Summary], absence: Absence) {
        self.init(taken: [], absence: absence)
        columns = zip(summaries, names).map { ($0, SelectColumn(.column(Self.alias, $1)), $1) }
    }

    /// A figure of the cell, or of the group that has none.
    func value(_ name: String, of function: AggregateFunction) -> SQLExpression {
        let value = SQLExpression.column(Self.alias, name)
        guard function.isZeroOfNothing else { return value }
        switch absence {
        case .never: return value
        case .zero: return .call("coalesce", [value, .integer(0)])
        case .zeroUnlessHidden:
            let isAbsent = SQLExpression.test(.column(Self.alias, SecretCells.asOf), .isNull)
            return .choice(subject: nil, branches: [SQLBranch(isAbsent, .integer(0))], otherwise: value)
        }
    }

    func name(of summary: Summary) -> String? { columns.first { $0.summary == summary }?.name }

    /// `inscrites`, or where that is another one already `inscrites_sum`.
    mutating func append(_ summary: Summary, _ value: SQLExpression, _ hint: String) -> String {
        let used = Set(taken + columns.map(\.name))
        let base = [hint, hint + "_" + snakeCase(summary.function.rawValue)].first { !used.contains($0) }
        var name = base ?? hint + "_2"
        var ordinal = 2
        while used.contains(name) {
            ordinal += 1
            name = "\(hint)_\(ordinal)"
        }
        columns.append((summary, SelectColumn(value, as: name), name))
        return name
    }
}

/// A metric by period: `cells` has the groups that have rows, and a calendar beside it gives the others their zeros.
extension Lowering {
    mutating func periods(of metric: Metric) -> Select {
        guard let period = metric.period else { return Select() }
        let groups = metric.dimensions.map { group($0) }
        cells = CellQuery(taken: metric.dimensions.map(\.name), absence: .zero)
        calendar = Calendar(metric.dimensions, period)
        let figures = metric.measures.map { figure($0) }
        let end = metric.form == .view ? nil : runDay
        return onCalendar(cellSelect(metric, groups), metric.dimensions, period, end: end, figures)
    }

    /// The figures of each period and group, whether it has a cell or none.
    ///
    /// - Parameter end: a day whose period is on the calendar, whether anything happened in it or not.
    func onCalendar(
        _ cells: Select, _ dimensions: [Dimension], _ period: Dimension, end: SQLExpression?, _ figures: [SelectColumn]
    ) -> Select {
        var select = Select()
        select.columns = dimensions.map { dimension in
            SelectColumn(.column(dimension.unit == nil ? Calendar.groups : Calendar.periods, dimension.name), as: dimension.name)
        }
        select.columns += figures
        select.with = [CommonTable(name: CellQuery.alias, columns: [], body: .select(cells))]
        select.with += [CommonTable(name: Calendar.periods, columns: [], body: .select(periodSelect(period, end: end)))]
        select.from = [FromItem(.first, .table(schema: nil, Calendar.periods), as: Calendar.periods)]
        let others = dimensions.filter { $0.unit == nil }
        if !others.isEmpty {
            select.with.append(CommonTable(name: Calendar.groups, columns: [], body: .select(groupSelect(others))))
            select.from.append(FromItem(.cross, .table(schema: nil, Calendar.groups), as: Calendar.groups))
        }
        select.from.append(
            FromItem(.left, .table(schema: nil, CellQuery.alias), as: CellQuery.alias, on: dimensions.map { sameGroup($0) }))
        return select
    }

    mutating func cellSelect(_ metric: Metric, _ groups: [SelectColumn]) -> Select {
        var select = Select()
        select.columns = groups + (cells?.columns.map(\.column) ?? [])
        select.groupBy = groups.indices.map { .integer(1 + $0) }
        select.conditions = conditions(of: metric)
        return finish(select).select
    }

    /// From the first period that has rows to that of the run, or to the last that has some.
    private func periodSelect(_ period: Dimension, end day: SQLExpression?) -> Select {
        guard let unit = period.unit else { return Select() }
        let column = SQLExpression.column(CellQuery.alias, period.name)
        let last = SQLExpression.aggregate("max", [column], isDistinct: false, filter: [])
        let end = day.map { SQLExpression.call("greatest", [last, $0.first(of: unit)]) } ?? last
        // Without a time zone: the reader's must not move a month.
        let bounds = [SQLExpression.aggregate("min", [column], isDistinct: false, filter: []), end].map {
            SQLExpression.cast($0, "timestamp")
        }
        var select = Select()
        select.columns = [SelectColumn(.cast(.call("generate_series", bounds + [unit.interval]), "date"), as: period.name)]
        select.from = [FromItem(.first, .table(schema: nil, CellQuery.alias), as: CellQuery.alias)]
        return select
    }

    private func groupSelect(_ dimensions: [Dimension]) -> Select {
        let columns = dimensions.map { SQLExpression.column(CellQuery.alias, $0.name) }
        var select = Select()
        select.columns = columns.map { SelectColumn($0) }
        select.from = [FromItem(.first, .table(schema: nil, CellQuery.alias), as: CellQuery.alias)]
        select.groupBy = columns
        return select
    }

    private func sameGroup(_ dimension: Dimension) -> SQLExpression {
        let other = SQLExpression.column(dimension.unit == nil ? Calendar.groups : Calendar.periods, dimension.name)
        let isOptional = dimension.value.type.isOptional
        return .binary(isOptional ? .notDistinct : .equal, .column(CellQuery.alias, dimension.name), other)
    }

    // MARK: - Other periods

    mutating func lower(_ window: Window, of value: Expression) -> SQLExpression {
        let operand = lower(value)
        guard let calendar else { return operand }
        switch window {
        case .cumulated(let since):
            let starts = since.map { SQLExpression.call("date_trunc", [.string($0.rawValue), calendar.period]) }
            let sum = SQLExpression.over(
                .aggregate("sum", [operand], isDistinct: false, filter: []), partition: calendar.partition + (starts.map { [$0] } ?? []),
                order: [OrderTerm(calendar.period)])
            return value.type.scalar == .int ? .cast(sum, "bigint") : sum
        case .previous: return calendar.earlier(operand, by: 1)
        case .yearBefore: return calendar.yearEarlier(operand)
        }
    }
}

/// Where the rows of a metric by period stand to each other.
struct Calendar {
    static let periods = "periods"
    static let groups = "groups"
    let period: SQLExpression
    let unit: DateUnit
    let partition: [SQLExpression]

    init(_ dimensions: [Dimension], _ period: Dimension) {
        self.period = .column(Self.periods, period.name)
        unit = period.unit ?? .day
        partition = dimensions.filter { $0.unit == nil }.map { .column(Self.groups, $0.name) }
    }

    /// No period is left out, so that the one before is one row before.
    func earlier(_ value: SQLExpression, by count: Int) -> SQLExpression {
        .over(.call("lag", count == 1 ? [value] : [value, .integer(count)]), partition: partition, order: [OrderTerm(period)])
    }

    func yearEarlier(_ value: SQLExpression) -> SQLExpression {
        switch unit {
        case .month: earlier(value, by: 12)
        case .quarter: earlier(value, by: 4)
        case .year: earlier(value, by: 1)
        // The same weekday, 52 weeks before.
        case .week: earlier(value, by: 52)
        // Years differ in days; 29 February has 28 February before it.
        case .day:
            .over(
                .aggregate("max", [value], isDistinct: false, filter: []), partition: partition, order: [OrderTerm(period)],
                before: .interval(1, "year"))
        }
    }
}

extension DateUnit {
    fileprivate var interval: SQLExpression {
        switch self {
        case .day: .interval(1, "day")
        case .week: .interval(7, "day")
        case .month: .interval(1, "month")
        case .quarter: .interval(3, "month")
        case .year: .interval(1, "year")
        }
    }
}
