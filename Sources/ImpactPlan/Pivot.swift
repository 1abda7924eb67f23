import PostgresSQL

/// Aggregates over one list, most of them for one value of the same column: `exigence == "B1"`, `exigence == "B2"` and so on.
///
/// Filtered one by one, each row is compared with each of the values. Grouped by the column first, a row is counted once, and
/// the figures are picked from a few groups:
///
///     SELECT
///         coalesce(sum(exigence.total)::bigint, 0) AS progression_total,
///         coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'B1'), 0) AS "progression_B1_total"
///     FROM (SELECT indicateur.exigence, count(*) AS total FROM … GROUP BY indicateur.exigence) AS exigence
struct Pivot {
    /// Measured: with fewer, comparing costs no more than grouping, and reads better.
    static let fewestValues = 8

    /// Of the list, told apart by its values.
    private let column: SQLExpression
    private let name: String
    private let figures: [Figure]

    private struct Figure {
        let aggregate: AggregateColumn
        /// Its part of the values; nil where it is about all of them.
        let value: SQLExpression?
        let part: Part
    }

    /// What is computed once a group.
    private struct Part: Hashable {
        let call: SQLExpression
        let filters: [SQLExpression]
    }

    /// Nil where there is little to tell apart, or an aggregate that cannot be had from those of its groups, as an average.
    init?(_ aggregates: [AggregateColumn], of list: String, besides shared: [SQLExpression]) {
        let comparisons = aggregates.flatMap(\.filters).filter { !shared.contains($0) }.compactMap { $0.comparison(in: list) }
        let columns = comparisons.map(\.name)
        let name = columns.first { name in Set(comparisons.filter { $0.name == name }.map(\.value)).count >= Self.fewestValues }
        guard let name, aggregates.allSatisfy(\.isComposable) else { return nil }
        self.name = name
        column = .column(list, name)
        figures = aggregates.map { aggregate in
            let test = aggregate.filters.first { $0.comparison(in: list)?.name == name }
            let others = aggregate.filters.filter { $0 != test && !shared.contains($0) }
            return Figure(
                aggregate: aggregate, value: test?.comparison(in: list)?.value, part: Part(call: aggregate.call, filters: others))
        }
    }

    /// - Parameter rows: the list's rows, without columns.
    func select(from rows: Select) -> Select {
        let names = partNames
        var groups = rows
        groups.columns = [SelectColumn(column, as: name)]
        for figure in figures where !groups.columns.contains(where: { $0.alias == names[figure.part] }) {
            groups.columns.append(SelectColumn(figure.part.call.filtered(by: figure.part.filters), as: names[figure.part]))
        }
        groups.groupBy = [column]
        let alias = aliases(of: groups).contains(name) ? name + "_groups" : name
        var select = Select()
        select.from = [FromItem(.first, .select(groups, isLateral: false), as: alias)]
        select.columns = figures.map { figure in
            SelectColumn(value(of: figure, .column(alias, names[figure.part] ?? ""), .column(alias, name)), as: figure.aggregate.name)
        }
        return select
    }

    /// `total`: the innermost `let` or the operation, of the first figure that is made of it.
    private var partNames: [Part: String] {
        var names: [Part: String] = [:]
        for figure in figures where names[figure.part] == nil {
            let taken = Set(names.values).union([name])
            let candidates = [figure.aggregate.operation, figure.aggregate.name]
            names[figure.part] = candidates.first { !taken.contains($0) } ?? figure.aggregate.name + "_" + name
        }
        return names
    }

    private func value(of figure: Figure, _ part: SQLExpression, _ group: SQLExpression) -> SQLExpression {
        let filter = figure.value.map { [SQLExpression.binary(.equal, group, $0)] } ?? []
        let value = figure.part.call.recomposed(of: part, isOneGroup: figure.value != nil).filtered(by: filter)
        return figure.aggregate.empty.map { .call("coalesce", [value, $0]) } ?? value
    }
}

extension AggregateColumn {
    /// Whether it can be had from the same of each group. Doubles are not added in another order.
    fileprivate var isComposable: Bool {
        let isExact = source.operands.allSatisfy { $0.type.scalar != .double }
        return switch call.uncast {
        case .aggregate("count", _, false, _), .aggregate("min", _, _, _), .aggregate("max", _, _, _): true
        case .aggregate("sum", _, false, _): isExact
        default: false
        }
    }
}

extension SQLExpression {
    /// `list.column = 'value'`
    fileprivate func comparison(in list: String) -> (name: String, value: SQLExpression)? {
        guard case .binary(.equal, .column(list, let name), let value) = self else { return nil }
        return switch value {
        case .string, .integer, .number: (name, value)
        default: nil
        }
    }

    fileprivate var uncast: SQLExpression {
        if case .cast(let inner, _) = self { inner } else { self }
    }

    /// The aggregate from the groups' own. One group is taken as it is: `max` of one row, which is of the row's type.
    fileprivate func recomposed(of part: SQLExpression, isOneGroup: Bool) -> SQLExpression {
        func over(_ name: String) -> SQLExpression { .aggregate(name, [part], isDistinct: false, filter: []) }
        return switch self {
        case .aggregate("min", _, _, _): over("min")
        case .aggregate("max", _, _, _): over("max")
        case _ where isOneGroup: over("max")
        case .aggregate("count", _, _, _): .cast(over("sum"), "bigint")
        case .cast(_, let type): .cast(over("sum"), type)
        default: over("sum")
        }
    }
}
