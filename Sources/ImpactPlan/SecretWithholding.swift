import PostgresSQL

/// Which cells and totals are withheld. A total has the empty text for a key; a withheld cell moves around a rectangle of withheld places.
extension SecretCells {
    /// How many lines are tried as the other side of a rectangle.
    private static let candidates = 6
    private static let total = SQLExpression.string("")

    var withholding: [CommonTable] {
        let primary = [CommonTable("sums", sums), CommonTable("few", few), needs, CommonTable("primaries", primaries)]
        guard totals else {
            return primary + [
                CommonTable(
                    "withheld",
                    Select(
                        ["row_key", "column_key", "reason"].map { SelectColumn(.of("primaries", $0)) }, from: [item(.first, "primaries")]))
            ]
        }
        return primary + [
            CommonTable("supports", supports), candidates("row_key", "column_key"), candidates("column_key", "row_key"),
            CommonTable("moves", moves), CommonTable("rectangles", rectangles),
        ] + (unitIsKey ? [] : [CommonTable("lifted", lifted)]) + [
            places,
            CommonTable("withheld", withheld),
        ]
    }

    private func isTotal(_ table: String, _ key: String) -> SQLExpression { .binary(.equal, .of(table, key), Self.total) }
    private func isLine(_ table: String, _ key: String) -> SQLExpression { .binary(.notEqual, .of(table, key), Self.total) }
    private func isCell(_ table: String) -> [SQLExpression] { Self.place.map { isLine(table, $0) } }

    private var grouped: [SQLExpression] {
        let place = Self.place.map { SQLExpression.of("latest", $0) }
        return totals ? [.call("CUBE", place)] : place
    }

    /// Cells and totals, by atom. A unit may stand in several cells of a total: unless it is the key, the total has at least the units of its
    /// largest cell, and nobody has more of it than the largest ones of all cells together.
    private var sums: Select {
        func value(_ name: String) -> SQLExpression { .of("latest", name) }
        func most(_ name: String) -> SelectColumn {
            SelectColumn(unitIsKey ? .largest(value(name)) : .sum(value(name)), as: name)
        }
        let units = SQLExpression.choice(
            subject: nil,
            branches: [
                SQLBranch(.binary(.equal, .call("grouping", Self.place.map(value)), .integer(0)), .sum(value("units")))
            ], otherwise: .largest(value("units")))
        let amounts = (0..<operands).flatMap { number in
            [SelectColumn(.sum(value("operand_\(number)_abs")), as: "operand_\(number)_abs"), most("operand_\(number)_max")]
        }
        return Select(
            Self.place.map { SelectColumn(.call("coalesce", [value($0), Self.total]), as: $0) } + [
                SelectColumn(value("atom")), SelectColumn(unitIsKey || !totals ? .sum(value("units")) : units, as: "units"),
                SelectColumn(.sum(value("rows")), as: "rows"), most("rows_max"),
            ] + amounts, from: [item(.first, "latest")], where: [.binary(.greater, value("units"), .integer(0))],
            groupBy: [value("atom")] + grouped)
    }

    /// How far a reader's guess must be able to stray, in shares of the value.
    private func share(_ value: SQLExpression) -> SQLExpression {
        guard let dominance else { return value }
        return .binary(.minus, .binary(.divided, value, .number(dominance)), value)
    }

    /// Cells and totals of fewer units than the threshold.
    private var few: Select {
        let names = Self.key + ["rows"] + (0..<operands).map { "operand_\($0)_abs" }
        return Select(
            names.map { SelectColumn(.of("sums", $0)) }, from: [item(.first, "sums")],
            where: [.binary(.less, .of("sums", "units"), .integer(threshold))])
    }

    /// A cell must stray as far as the largest total under the threshold that it is part of: the total strays with it.
    private var smallNeeds: Select {
        let above = totals ? ["few", "by_row", "by_column", "by_all"] : ["few"]
        func most(_ name: String) -> SQLExpression {
            above.count == 1 ? .of("few", name) : .call("greatest", above.map { .of($0, name) })
        }
        func total(_ alias: String, _ keys: [String]) -> FromItem {
            let others = Self.place.filter { !keys.contains($0) }.map { SQLExpression.binary(.equal, .of(alias, $0), Self.total) }
            return item(.left, "few", as: alias, on: SQLExpression.equal(alias, "few", ["atom"] + keys) + others)
        }
        return Select(
            Self.key.map { SelectColumn(.of("few", $0)) } + [
                SelectColumn(.cast(.string("seuil"), "text"), as: "reason"),
                SelectColumn(.call("greatest", [.integer(threshold - 2), .call("ceil", [share(most("rows"))])]), as: "rows_need"),
            ] + (0..<operands).map { SelectColumn(share(most("operand_\($0)_abs")), as: "operand_\($0)_need") },
            from: [item(.first, "few")]
                + (totals ? [total("by_row", ["row_key"]), total("by_column", ["column_key"]), total("by_all", [])] : []))
    }

    private var dominated: Select? {
        guard let dominance, operands > 0 else { return nil }
        func value(_ name: String) -> SQLExpression { .of("sums", name) }
        let tests = (0..<operands).map {
            SQLExpression.binary(
                .greater, value("operand_\($0)_max"), .binary(.times, .number(dominance), value("operand_\($0)_abs")))
        }
        let amounts = (0..<operands).map { number -> SelectColumn in
            let bound = SQLExpression.binary(.divided, value("operand_\(number)_max"), .number(dominance))
            let need = SQLExpression.binary(.minus, bound, value("operand_\(number)_abs"))
            return SelectColumn(.call("greatest", [.integer(0), need]), as: "operand_\(number)_need")
        }
        return Select(
            Self.key.map { SelectColumn(value($0)) } + [
                SelectColumn(.cast(.string("dominance"), "text"), as: "reason"), SelectColumn(.integer(0), as: "rows_need"),
            ] + amounts, from: [item(.first, "sums")],
            where: [.binary(.greaterOrEqual, value("units"), .integer(threshold)), .or(tests)])
    }

    /// What must not be known, and by how much.
    private var needs: CommonTable {
        guard let dominated else { return CommonTable("needs", smallNeeds) }
        return CommonTable(name: "needs", columns: [], body: .union([smallNeeds, dominated]))
    }

    private var primaries: Select {
        let group = Self.place.map { SQLExpression.of("needs", $0) }
        return Select(
            group.map { SelectColumn($0) } + [
                SelectColumn(.largest(.of("needs", "reason")), as: "reason"), SelectColumn(.countOfRows, as: "needs"),
            ], from: [item(.first, "needs")], groupBy: group)
    }

    /// Cells that may move in place of another.
    private var supports: Select {
        let names = Self.key + ["units", "rows", "rows_max"] + (0..<operands).flatMap { ["operand_\($0)_abs", "operand_\($0)_max"] }
        let primary = Select(
            [SelectColumn(.integer(1))], from: [item(.first, "primaries")], where: SQLExpression.equal("primaries", "sums", Self.place))
        return Select(
            names.map { SelectColumn(.of("sums", $0)) }, from: [item(.first, "sums")],
            where: isCell("sums") + [.exists(primary, isNegated: true)])
    }

    /// Lines with most cells that could support others, so that all withheld cells choose the same; the totals come last.
    private func candidates(_ line: String, _ other: String) -> CommonTable {
        let order = [
            OrderTerm(.aggregate("count", [.of("supports", other)], isDistinct: true, filter: []), isDescending: true),
            OrderTerm(.largest(.of("supports", "rows"))), OrderTerm(.of("supports", line)),
        ]
        var lines = Select(
            [SelectColumn(.of("supports", line)), SelectColumn(.over(.call("row_number", []), partition: [], order: order), as: "rank")],
            from: [item(.first, "supports")],
            where: [.binary(.greaterOrEqual, .of("supports", "units"), .integer(2 * threshold - 2))], groupBy: [.of("supports", line)])
        lines.orderBy = [OrderTerm(.column(nil, "rank"))]
        lines.limit = Self.candidates
        let total = Select([SelectColumn(Self.total), SelectColumn(.integer(100))], from: [])
        return CommonTable(
            name: line == "row_key" ? "other_rows" : "other_columns", columns: [line, "rank"], body: .union([lines, total]))
    }

    /// Cells that can move as far as a withheld one must, up and down, even for who knows the largest part of them.
    private var moves: Select {
        func isNear(_ line: String, _ table: String) -> SQLExpression {
            let chosen = Select(
                [SelectColumn(.integer(1))], from: [item(.first, table)], where: SQLExpression.equal(table, "supports", [line]))
            return .or([.binary(.equal, .of("supports", line), .of("needs", line)), .exists(chosen, isNegated: false)])
        }
        let rest = SQLExpression.binary(
            .minus, .binary(.minus, .of("supports", "rows"), .of("supports", "rows_max")), .integer(threshold - 1))
        let enough = (0..<operands).map { number in
            SQLExpression.binary(
                .greaterOrEqual, .binary(.minus, .of("supports", "operand_\(number)_abs"), .of("supports", "operand_\(number)_max")),
                .of("needs", "operand_\(number)_need"))
        }
        var select = Select(
            Self.place.map { SelectColumn(.of("needs", $0)) } + [
                SelectColumn(.of("supports", "row_key"), as: "at_row"), SelectColumn(.of("supports", "column_key"), as: "at_column"),
            ],
            from: [
                item(.first, "needs"), item(.inner, "primaries", on: SQLExpression.equal("primaries", "needs", Self.place)),
                item(.inner, "supports", on: SQLExpression.equal("supports", "needs", ["atom"])),
            ],
            where: isCell("needs") + [isNear("row_key", "other_rows"), isNear("column_key", "other_columns")]
                + [.binary(.greaterOrEqual, rest, .of("needs", "rows_need"))] + enough,
            groupBy: Self.place.map { .of("needs", $0) } + Self.place.map { .of("supports", $0) } + [.of("primaries", "needs")])
        select.having = [.binary(.equal, .countOfRows, .of("primaries", "needs"))]
        return select
    }

    /// Of each withheld cell, the rectangle by which its value moves: other cells that are large enough, or totals, which hold no more
    /// than their cells.
    private var rectangles: Select {
        func corner(_ alias: String, _ row: SQLExpression, _ column: SQLExpression) -> FromItem {
            item(
                .left, "moves", as: alias,
                on: SQLExpression.equal(alias, "primaries", Self.place) + [
                    .binary(.equal, .of(alias, "at_row"), row), .binary(.equal, .of(alias, "at_column"), column),
                ])
        }
        let row = SQLExpression.of("other_rows", "row_key")
        let column = SQLExpression.of("other_columns", "column_key")
        func isThere(_ alias: String) -> SQLExpression { .test(.of(alias, "at_row"), .isNotNull) }
        var select = Select(
            Self.place.map { SelectColumn(.of("primaries", $0)) } + [
                SelectColumn(row, as: "other_row"), SelectColumn(column, as: "other_column"),
            ],
            from: [
                item(.first, "primaries"), item(.inner, "other_rows", on: [.binary(.notEqual, row, .of("primaries", "row_key"))]),
                item(.inner, "other_columns", on: [.binary(.notEqual, column, .of("primaries", "column_key"))]),
                corner("beside", .of("primaries", "row_key"), column), corner("below", row, .of("primaries", "column_key")),
                corner("across", row, column),
            ],
            where: isCell("primaries") + [
                .or([isTotal("other_columns", "column_key"), isThere("beside")]),
                .or([isTotal("other_rows", "row_key"), isThere("below")]),
                .or([isTotal("other_columns", "column_key"), isTotal("other_rows", "row_key"), isThere("across")]),
            ])
        select.distinctOn = Self.place.map { .of("primaries", $0) }
        select.orderBy =
            Self.place.map { OrderTerm(.of("primaries", $0)) } + [
                OrderTerm(.binary(.plus, .of("other_rows", "rank"), .of("other_columns", "rank"))), OrderTerm(.of("other_rows", "rank")),
            ]
        return select
    }

    /// Of each dominated total, the largest cell under it: it rises with the total, and with the totals above both. A total under the
    /// threshold needs no such help: all cells under it are, and it strays with them.
    /// Where a unit is in one cell only, no cell beside a giant's is large enough, and the total strays with the giant's anyway.
    private var lifted: Select {
        func isUnder(_ key: String) -> SQLExpression {
            .or([isTotal("needs", key), .binary(.equal, .of("needs", key), .of("sums", key))])
        }
        var select = Select(
            Self.place.map { SelectColumn(.of("needs", $0)) } + [
                SelectColumn(.of("sums", "row_key"), as: "cell_row"), SelectColumn(.of("sums", "column_key"), as: "cell_column"),
            ], from: [item(.first, "needs"), item(.inner, "sums", on: isCell("sums") + Self.place.map(isUnder))],
            // With one dimension, the sum along a row is the cell itself.
            where: [
                .binary(.equal, .of("needs", "reason"), .string("dominance")),
                dimensions.count == 2
                    ? .or(Self.place.map { isTotal("needs", $0) }) : isTotal("needs", "row_key"),
            ])
        let largest = operands > 0 ? "operand_0_max" : "rows"
        select.distinctOn = Self.place.map { .of("needs", $0) }
        select.orderBy =
            Self.place.map { OrderTerm(.of("needs", $0)) } + [OrderTerm(.of("sums", largest), isDescending: true)]
            + Self.place.map { OrderTerm(.of("sums", $0)) }
        return select
    }

    private var places: CommonTable {
        func part(_ table: String, _ row: SQLExpression?, _ column: SQLExpression?, reason: SQLExpression = .null) -> Select {
            Select(
                [SelectColumn(row ?? Self.total), SelectColumn(column ?? Self.total), SelectColumn(reason)], from: [item(.first, table)])
        }
        func rectangle(_ name: String) -> SQLExpression { .of("rectangles", name) }
        func lift(_ name: String) -> SQLExpression { .of("lifted", name) }
        let lifts = [
            part("lifted", lift("cell_row"), lift("cell_column")), part("lifted", lift("cell_row"), nil),
            part("lifted", nil, lift("cell_column")), part("lifted", nil, nil),
        ]
        return CommonTable(
            name: "places", columns: Self.place + ["reason"],
            body: .union(
                [
                    part("primaries", .of("primaries", "row_key"), .of("primaries", "column_key"), reason: .of("primaries", "reason")),
                    part("rectangles", rectangle("row_key"), rectangle("other_column")),
                    part("rectangles", rectangle("other_row"), rectangle("column_key")),
                    part("rectangles", rectangle("other_row"), rectangle("other_column")),
                ] + (unitIsKey ? [] : lifts)))
    }

    /// Of a total the reason is never told: `seuil` would bound the cells under it.
    private var withheld: Select {
        let group = Self.place.map { SQLExpression.of("places", $0) }
        let reason = SQLExpression.choice(
            subject: nil, branches: [SQLBranch(.and(isCell("places")), .largest(.of("places", "reason")))], otherwise: nil)
        return Select(
            group.map { SelectColumn($0) } + [SelectColumn(.call("coalesce", [reason, .string("complémentaire")]), as: "reason")],
            from: [item(.first, "places")], groupBy: group)
    }
}
