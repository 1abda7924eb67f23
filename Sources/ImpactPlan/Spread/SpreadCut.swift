import PostgresSQL

/// Figures in two steps: each server's from its own rows, and all of them from these.
struct SpreadCut {
    /// What each server computes.
    let part: Select
    /// What is computed from the parts of all servers.
    let whole: Select

    /// Nil where the figures of all rows do not follow from those of each server's.
    ///
    /// - Parameter name: the table that each server's figures are kept in, and where all of them are read.
    init?(_ select: Select, row: SpreadRow, as name: TableName) {
        guard select.isGrouped, select.distinctOn.isEmpty, select.orderBy.isEmpty, select.limit == nil else { return nil }
        var cutting = Cutting(row: row, name: name.name, select: select)
        guard let columns = cutting.columns(), let having = cutting.having() else { return nil }
        guard cutting.showsEveryKey else { return nil }
        var part = select
        part.columns = cutting.columnsOfPart
        part.having = []
        part.groupBy = select.groupBy.isEmpty ? [] : cutting.keysOfPart
        var whole = Select(columns, from: [item(.first, name, as: name.name)])
        whole.groupBy = select.groupBy.isEmpty && cutting.groups.isEmpty ? [] : cutting.groups
        whole.having = having
        self.part = part
        self.whole = whole
    }
}

private struct Cutting {
    let row: SpreadRow
    let name: String
    let select: Select
    /// What each server gives, and how it is grouped again.
    private(set) var columnsOfPart: [SelectColumn] = []
    private(set) var groups: [SQLExpression] = []
    private var parts: [SQLExpression: String] = [:]

    init(row: SpreadRow, name: String, select: Select) {
        self.row = row
        self.name = name
        self.select = select
    }

    /// Otherwise groups that are two would become one.
    var showsEveryKey: Bool { select.groupKeys.allSatisfy { key in select.columns.contains { $0.value == key } } }

    /// By their places: what is shown of a key is shown in another place, maybe.
    var keysOfPart: [SQLExpression] {
        select.groupKeys.map { key in
            columnsOfPart.firstIndex { $0.value == key }.map { .integer($0 + 1) } ?? key
        }
    }

    mutating func columns() -> [SelectColumn]? {
        var columns: [SelectColumn] = []
        for column in select.columns {
            guard let shown = column.name else { return nil }
            if column.value.isConstant, !select.groupKeys.contains(column.value), !column.value.isAggregated {
                columns.append(SelectColumn(column.value, as: shown))
                continue
            }
            guard column.value.isAggregated else {
                columnsOfPart.append(SelectColumn(column.value, as: shown))
                groups.append(.column(name, shown))
                columns.append(SelectColumn(.column(name, shown), as: shown))
                continue
            }
            guard let value = gathered(column.value, shown) else { return nil }
            columns.append(SelectColumn(value, as: shown))
        }
        return columns
    }

    mutating func having() -> [SQLExpression]? {
        var conditions: [SQLExpression] = []
        for condition in select.having {
            guard let value = gathered(condition, nil) else { return nil }
            conditions.append(value)
        }
        return conditions
    }

    /// With what is computed from the servers' figures in the place of each aggregate.
    private mutating func gathered(_ value: SQLExpression, _ hint: String?) -> SQLExpression? {
        var isKnown = true
        var cutting = self
        let result = value.replacing { expression in
            guard expression.isAggregate else { return nil }
            guard let gathered = cutting.gathering(expression, hint ?? expression.ownName) else {
                isKnown = false
                return expression
            }
            return gathered
        }
        self = cutting
        return isKnown ? result : nil
    }

    private mutating func gathering(_ aggregate: SQLExpression, _ hint: String) -> SQLExpression? {
        guard case .aggregate(let function, let arguments, let isDistinct, let filter) = aggregate else { return nil }
        func again(_ function: String, of part: SQLExpression) -> SQLExpression {
            .aggregate(function, [part], isDistinct: false, filter: [])
        }
        switch function {
        // What differs on one server differs from what is on the others, where the value says on which server it is.
        case "count" where !isDistinct || arguments.allSatisfy(row.isAnchor):
            return .cast(again("sum", of: part(aggregate, hint)), "bigint")
        case "sum" where !isDistinct: return again("sum", of: part(aggregate, hint))
        case "min", "max", "bool_and", "bool_or": return again(function, of: part(aggregate, hint))
        case "avg" where !isDistinct:
            let sum = part(.aggregate("sum", arguments, isDistinct: false, filter: filter), hint)
            let count = part(.aggregate("count", arguments, isDistinct: false, filter: filter), hint + "_count")
            return .binary(.divided, again("sum", of: sum), .call("nullif", [again("sum", of: count), .integer(0)]))
        default: return nil
        }
    }

    /// The column that a server's figure is in.
    private mutating func part(_ figure: SQLExpression, _ hint: String) -> SQLExpression {
        if let known = parts[figure] { return .column(name, known) }
        let taken = Set(columnsOfPart.compactMap(\.name) + select.columns.compactMap(\.name).filter { $0 != hint })
        var column = hint
        var number = 1
        while taken.contains(column) {
            number += 1
            column = "\(hint)_\(number)"
        }
        parts[figure] = column
        columnsOfPart.append(SelectColumn(figure, as: column))
        return .column(name, column)
    }
}

extension SQLExpression {
    /// `max_modifiee_le`, of what is shown nowhere.
    fileprivate var ownName: String {
        guard case .aggregate(let function, let arguments, _, _) = self else { return "figure" }
        guard case .column(_, let column)? = arguments.first else { return function }
        return "\(function)_\(column)"
    }
}
