import ImpactSemantics

/// What a run makes of metrics, as docs/language.md states it: groups of published rows, their calendar, their figures.
extension Evaluator {
    package typealias PublishedRow = [String: Value]

    /// The rows of a metric after a run on `today`; of a history, with the past that `exposed` knows of it.
    package func published(_ metric: Metric) throws -> [PublishedRow] {
        let figures = try rows(of: metric)
        guard let history = metric.history else { return figures }
        let date = truncated(.date(today), history.unit)
        let past = (exposed[metric.name] ?? []).filter { $0[Metric.date] != date }
        return past + figures.map { $0.merging([Metric.date: date]) { $1 } }
    }

    private func rows(of metric: Metric) throws -> [PublishedRow] {
        let grouped = try groups(of: metric)
        guard let period = metric.period, let unit = period.unit else {
            return try grouped.map { try row($0.names, metric, Cell(scopes: $0.scopes)) }
        }
        let days = calendar(grouped.compactMap { $0.names[period.name] }, unit, isRead: metric.form == .view)
        let groups = Dictionary(grouping: grouped) { $0.names.filter { $0.key != period.name } }
        return try groups.flatMap { names, cells in
            let scopes = Dictionary(cells.map { ($0.names[period.name], $0.scopes) }) { first, _ in first }
            let series = days.map { Cell(scopes: scopes[.date($0)] ?? []) }
            return try rows(names, metric, period, PeriodSeries(unit: unit, days: days, cells: series))
        }
    }

    private func row(_ names: PublishedRow, _ metric: Metric, _ cell: Cell) throws -> PublishedRow {
        let figures = try metric.measures.map { ($0.name, try of(cell).value($0.value, [:])) }
        return names.merging(Dictionary(figures) { first, _ in first }) { first, _ in first }
    }

    private func rows(_ names: PublishedRow, _ metric: Metric, _ period: Dimension, _ series: PeriodSeries) throws -> [PublishedRow] {
        let windows = metric.measures.reduce(into: Set<Expression>()) { $0.formUnion($1.value.windows) }
        var found: [Expression: [Value]] = [:]
        for window in windows { found[window] = try values(of: window, in: series) }
        return try series.days.indices.map { index in
            var cell = series.cells[index]
            cell.windows = found.mapValues { $0[index] }
            return try row(names.merging([period.name: .date(series.days[index])]) { $1 }, metric, cell)
        }
    }

    // MARK: - Groups

    /// Rows alike in all dimensions; that one has no value is a group too. Without dimensions all rows are one, none of them included.
    private func groups(of metric: Metric) throws -> [(names: PublishedRow, scopes: [Scope])] {
        let kept = try (metric.table.map(exposedRows) ?? []).map { [0: CurrentRow.published($0)] }
            .filter { scope in try metric.filter.map { try value($0, scope).holds } ?? true }
        guard !metric.dimensions.isEmpty else { return [([:], kept)] }
        let named = try kept.map { scope in
            (Dictionary(uniqueKeysWithValues: try metric.dimensions.map { ($0.name, try value($0.value, scope)) }), scope)
        }
        let whole = named.filter { defect != .absentIsNoGroup || !$0.0.values.contains(.absent) }
        return Dictionary(grouping: whole) { $0.0 }.map { ($0.key, $0.value.map(\.1)) }
    }

    /// The rows of what a metric is `from:`.
    private func exposedRows(_ name: String) throws -> [PublishedRow] {
        guard let table = project.table(name), case .union(let members) = table.origin else { return try published(name) }
        let shared = Set(table.columns.map(\.name))
        return try members.flatMap { member in
            try published(member).map { row in
                row.filter { shared.contains($0.key) }.merging([ExposedTable.member: .text(member)]) { $1 }
            }
        }
    }

    // MARK: - Periods

    /// From the first period that has rows to that of the run, or to the last that has some where that is later or no run says which day it is.
    private func calendar(_ found: [Value], _ unit: DateUnit, isRead: Bool) -> [Int] {
        let days = found.compactMap { if case .date(let day) = $0 { day } else { nil } }
        guard let first = days.min(), let last = days.max(), case .date(let ofRun) = truncated(.date(today), unit) else { return [] }
        let end = isRead || defect == .calendarEndsWithRows ? last : max(last, ofRun)
        return Array(sequence(first: first) { $0 < end ? unit.next($0) : nil })
    }

    private func values(of window: Expression, in series: PeriodSeries) throws -> [Value] {
        guard case .window(let kind, let inner) = window.kind else { return [] }
        let values = try series.cells.map { try of($0).value(inner, [:]) }
        switch kind {
        case .previous where defect == .previousSkipsEmpty:
            return values.indices.map { index in
                series.cells[..<index].lastIndex { !$0.scopes.isEmpty }.map { values[$0] } ?? .absent
            }
        case .previous: return values.indices.map { $0 == 0 ? .absent : values[$0 - 1] }
        case .yearBefore:
            let known = Dictionary(zip(series.days, values)) { first, _ in first }
            return series.days.map { known[series.unit.yearBefore($0)] ?? .absent }
        case .cumulated(let start): return try sums(values, series.days, ofYears: start != nil, window.type.scalar)
        }
    }

    /// Up to each period, from the first or from the first of its year.
    private func sums(_ values: [Value], _ days: [Int], ofYears: Bool, _ type: ScalarType) throws -> [Value] {
        var sums: [Value] = []
        for (index, value) in values.enumerated() {
            let isNew = index == 0 || ofYears && Day(number: days[index]).year != Day(number: days[index - 1]).year
            sums.append(try evaluate(.sum, over: isNew ? [value] : [sums[index - 1], value], type))
        }
        return sums
    }

    // MARK: - Figures

    private func of(_ cell: Cell) -> Evaluator {
        var copy = self
        copy.cell = cell
        return copy
    }

    func figure(_ expression: Expression) throws -> Value {
        guard let cell else { throw Stop("figures of a metric are of its groups") }
        switch expression.kind {
        case .summary(let summary): return try value(of: summary, expression.type.scalar, cell.scopes)
        case .measure(_, let inner): return try value(inner.expression, [:])
        case .ratio(let part, let whole): return ratio(try value(part, [:]), try value(whole, [:]))
        case .window: return cell.windows[expression] ?? .absent
        default: throw Stop("no figure")
        }
    }

    private func value(of summary: Summary, _ type: ScalarType, _ scopes: [Scope]) throws -> Value {
        let kept = try scopes.filter { scope in try summary.filters.allSatisfy { try value($0, scope).holds } }
        guard let operand = summary.operand else { return .int(kept.count) }
        let values = try kept.map { try value(operand, $0) }
        guard summary.function == .last else { return try evaluate(summary.function, over: values, type) }
        return try summary.order.map { order in try last(values, moments: kept.map { try value(order, $0) }) } ?? .absent
    }

    /// That of the last moment, the greatest of several; what has no moment is of none, unless nothing has one.
    private func last(_ values: [Value], moments: [Value]) -> Value {
        let moment = moments.filter { !$0.isAbsent }.max { isLess($0, $1) ?? false } ?? .absent
        let there = zip(moments, values).filter { $0.0 == moment && !$0.1.isAbsent }.map(\.1)
        return there.max { isLess($0, $1) ?? false } ?? .absent
    }

    /// To four decimals, halves away from zero, of a quotient that has its sixteen digits.
    private func ratio(_ part: Value, _ whole: Value) -> Value {
        guard let part = part.exact, let whole = whole.exact, !whole.isZero else { return .absent }
        let tenThousandths = (part / whole * ExactDecimal(10_000)).rounded
        return .decimal(ExactDecimal(units: tenThousandths.units, scale: 4))
    }
}
