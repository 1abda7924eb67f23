import PostgresSQL

/// The states of the cells: read from the rows, and kept as they were while a cell moves by a few units only.
extension SecretCells {
    static let place = ["row_key", "column_key"]
    static let key = place + ["atom"]
    var states: TableName { TableName(internalSchema, Self.tableNames(of: name)[0]) }
    var figures: TableName { TableName(internalSchema, Self.tableNames(of: name)[1]) }

    /// Names of the internal tables of a metric: the states of its cells, and what is shown of them.
    package static func tableNames(of metric: String) -> [String] { ["\(metric)_states", "\(metric)_figures"] }

    var dimensionNames: [String] { dimensions.map(\.name) }
    /// What is added up of each operand: itself, its absolute value, and the most that one unit has.
    var amounts: [String] { (0..<operands).flatMap { ["operand_\($0)", "operand_\($0)_abs", "operand_\($0)_max"] } }
    var numbers: [String] { ["units", "rows", "rows_max"] + amounts }

    /// Appends the states of the cells that may move.
    var keepStates: Statement {
        var select = Select(
            [SelectColumn(revision)] + (Self.key + dimensionNames + numbers).map { SelectColumn(.of("compared", $0)) }
                + [SelectColumn(today)],
            from: [item(.first, "compared"), item(.inner, "cells", on: SQLExpression.equal("cells", "compared", Self.place))],
            where: [.of("compared", "differs"), .or([.of("cells", "moves_alone"), movesTogether])])
        select.with =
            [
                CommonTable("model_rows", rows), CommonTable("contributions", contributions), CommonTable("truth", truth),
                CommonTable("latest", latest),
                CommonTable(name: "known", columns: [], body: .union([known("truth", isZero: false), known("latest", isZero: true)])),
                CommonTable("observed", observed), CommonTable("compared", compared), CommonTable("cells", cells),
                CommonTable("pending", pending),
            ] + (totals ? [CommonTable("pending_once", narrowed("pending")), CommonTable("pending_twice", narrowed("pending_once"))] : [])
        return .insert(into: states, columns: ["revision"] + Self.key + dimensionNames + numbers + ["as_of"], select)
    }

    var today: SQLExpression { .cast(.call("current_setting", [.string("impact.today")]), "date") }

    private var revision: SQLExpression {
        let last = Select([SelectColumn(.zeroIfAbsent(.largest(.of("states", "revision"))))], from: [item(.first, states, as: "states")])
        return .binary(.plus, .scalar(last), .integer(1))
    }

    /// With two dimensions, the first is down the rows and the second along the columns; otherwise all are down the rows.
    private var keys: [SelectColumn] {
        func text(_ dimensions: [Dimension]) -> SQLExpression { .cast(.call("ROW", dimensions.map(\.keyed)), "text") }
        let isTable = totals && dimensions.count == 2
        return [
            SelectColumn(text(isTable ? [dimensions[0]] : dimensions), as: "row_key"),
            SelectColumn(text(isTable ? [dimensions[1]] : []), as: "column_key"),
        ]
    }

    /// Which conditions hold, as a number.
    private var atom: SQLExpression {
        let bits = (0..<conditions).map { number -> SQLExpression in
            let bit = SQLExpression.cast(.of("model_rows", "condition_\(number)"), "integer")
            return number == 0 ? bit : .binary(.times, bit, .integer(1 << number))
        }
        return bits.dropFirst().reduce(bits.first ?? .cast(.integer(0), "integer")) { .binary(.plus, $0, $1) }
    }

    private var contributions: Select {
        let operands = (0..<operands).flatMap { number -> [SelectColumn] in
            let operand = SQLExpression.of("model_rows", "operand_\(number)")
            return [
                SelectColumn(.zeroIfAbsent(.sum(operand)), as: "operand_\(number)"),
                SelectColumn(.zeroIfAbsent(.sum(.call("abs", [operand]))), as: "operand_\(number)_abs"),
            ]
        }
        let dims = dimensionNames.map { SQLExpression.of("model_rows", $0) }
        return Select(
            keys + dims.map { SelectColumn($0) } + [SelectColumn(atom, as: "atom"), SelectColumn(.countOfRows, as: "rows")] + operands,
            from: [item(.first, "model_rows")], groupBy: dims + [.column(nil, "atom"), .of("model_rows", "unit")])
    }

    private var truth: Select {
        func value(_ name: String) -> SQLExpression { .of("contributions", name) }
        let operands = (0..<operands).flatMap { number in
            [
                SelectColumn(.sum(value("operand_\(number)")), as: "operand_\(number)"),
                SelectColumn(.sum(value("operand_\(number)_abs")), as: "operand_\(number)_abs"),
                SelectColumn(.largest(value("operand_\(number)_abs")), as: "operand_\(number)_max"),
            ]
        }
        let group = (Self.key + dimensionNames).map(value)
        return Select(
            group.map { SelectColumn($0) } + [
                SelectColumn(.countOfRows, as: "units"), SelectColumn(.sum(value("rows")), as: "rows"),
                SelectColumn(.largest(value("rows")), as: "rows_max"),
            ] + operands, from: [item(.first, "contributions")], groupBy: group)
    }

    var latest: Select {
        var select = Select(
            (Self.key + dimensionNames + numbers + ["as_of"]).map { SelectColumn(.of("states", $0)) },
            from: [item(.first, states, as: "states")])
        select.distinctOn = Self.key.map { .of("states", $0) }
        select.orderBy = Self.key.map { OrderTerm(.of("states", $0)) } + [OrderTerm(.of("states", "revision"), isDescending: true)]
        return select
    }

    /// What a cell no longer has is zero, and not absent.
    private func known(_ table: String, isZero: Bool) -> Select {
        Select(
            (Self.key + dimensionNames).map { SelectColumn(.of(table, $0)) }
                + numbers.map { SelectColumn(isZero ? .integer(0) : .of(table, $0), as: isZero ? $0 : nil) }, from: [item(.first, table)])
    }

    private var observed: Select {
        let group = (Self.key + dimensionNames).map { SQLExpression.of("known", $0) }
        return Select(
            group.map { SelectColumn($0) } + numbers.map { SelectColumn(.sum(.of("known", $0)), as: $0) }, from: [item(.first, "known")],
            groupBy: group)
    }

    private var compared: Select {
        let before = SQLExpression.zeroIfAbsent(.of("latest", "units"))
        let differs = SQLExpression.binary(
            .distinct, .row(numbers.map { .of("observed", $0) }), .row(numbers.map { .zeroIfAbsent(.of("latest", $0)) }))
        return Select(
            (Self.key + dimensionNames + numbers).map { SelectColumn(.of("observed", $0)) } + [
                SelectColumn(.binary(.minus, .of("observed", "units"), before), as: "moved"), SelectColumn(differs, as: "differs"),
                SelectColumn(.or([isFirst, .and([isNewEnough, isFar(fromEarlier: [])])]), as: "is_safe"),
                SelectColumn(
                    isFar(fromEarlier: [.binary(.greaterOrEqual, .of("earlier", "units"), .integer(threshold))]), as: "was_unseen"),
            ],
            from: [item(.first, "observed"), item(.left, "latest", on: SQLExpression.equal("latest", "observed", Self.key))])
    }

    private var isFirst: SQLExpression {
        .exists(Select([SelectColumn(.integer(1))], from: [item(.first, states, as: "states")]), isNegated: true)
    }

    /// What was not there before was zero.
    private var isNewEnough: SQLExpression {
        .or([
            .test(.of("latest", "units"), .isNotNull), .binary(.equal, .of("observed", "units"), .integer(0)),
            .binary(.greaterOrEqual, .of("observed", "units"), .integer(threshold)),
        ])
    }

    /// From each state the cell ever had it differs by enough units, or in nothing. What was under the threshold counts as just under it,
    /// so that its coming out says nothing of it.
    private func isFar(fromEarlier conditions: [SQLExpression]) -> SQLExpression {
        let units = SQLExpression.of("observed", "units")
        let isFar = SQLExpression.choice(
            subject: nil,
            branches: [
                SQLBranch(
                    .between(.of("earlier", "units"), .integer(1), .integer(threshold - 1)),
                    .binary(.greaterOrEqual, units, .integer(2 * threshold - 1)))
            ],
            otherwise: .binary(.greaterOrEqual, .call("abs", [.binary(.minus, units, .of("earlier", "units"))]), .integer(threshold)))
        let differs = SQLExpression.binary(
            .distinct, .row(numbers.map { .of("earlier", $0) }), .row(numbers.map { .of("observed", $0) }))
        return .exists(
            Select(
                [SelectColumn(.integer(1))], from: [item(.first, states, as: "earlier")],
                where: SQLExpression.equal("earlier", "observed", Self.key) + [differs, .not(isFar)] + conditions), isNegated: true)
    }

    private var cells: Select {
        let group = Self.place.map { SQLExpression.of("compared", $0) }
        return Select(
            group.map { SelectColumn($0) } + [
                SelectColumn(.every(.of("compared", "is_safe")), as: "moves_alone"),
                SelectColumn(.every(.of("compared", "was_unseen")), as: "was_unseen"),
            ],
            from: [item(.first, "compared")], groupBy: group)
    }

    // MARK: - Cells nobody sees

    /// Cells that may not move alone, and that nobody saw in a state too near: they were under the threshold or not there. They move together,
    /// where their sums then move by enough.
    private var pending: Select {
        Select(
            (Self.key + ["moved", "differs"]).map { SelectColumn(.of("compared", $0)) },
            from: [item(.first, "compared"), item(.inner, "cells", on: SQLExpression.equal("cells", "compared", Self.place))],
            where: [.of("cells", "was_unseen"), .not(.of("cells", "moves_alone"))])
    }

    /// The lines whose sum is published: with one dimension, the column alone.
    private var lines: [String] { dimensions.count == 2 ? Self.place : ["column_key"] }

    /// Lines of `table` that would move by too few units.
    private func slow(_ line: String, of table: String, where conditions: [SQLExpression]) -> SQLExpression {
        var select = Select(
            [SelectColumn(.integer(1))], from: [item(.first, table, as: "line")], where: conditions,
            groupBy: [.of("line", line), .of("line", "atom")])
        select.having = [
            .some(.of("line", "differs")), .binary(.less, .sum(.call("abs", [.of("line", "moved")])), .integer(threshold)),
        ]
        return .exists(select, isNegated: true)
    }

    private func narrowed(_ table: String) -> Select {
        Select(
            (Self.key + ["moved", "differs"]).map { SelectColumn(.of(table, $0)) }, from: [item(.first, table)],
            where: lines.map { slow($0, of: table, where: SQLExpression.equal("line", table, [$0])) })
    }

    private var movesTogether: SQLExpression {
        let last = totals ? "pending_twice" : "pending"
        let isIn = SQLExpression.exists(
            Select([SelectColumn(.integer(1))], from: [item(.first, last)], where: SQLExpression.equal(last, "compared", Self.place)),
            isNegated: false)
        return totals ? .and([isIn] + lines.map { slow($0, of: last, where: []) }) : isIn
    }
}

extension SecretCells.Dimension {
    /// Its value where it goes into a key: what is equal has one text. `2.50` is `2.5`, and `-0` is `0`.
    fileprivate var keyed: SQLExpression {
        let value = SQLExpression.of("model_rows", name)
        return switch type {
        case "numeric": .call("trim_scale", [value])
        case "double precision": .binary(.plus, value, .number("0.0"))
        default: value
        }
    }
}
