import ImpactSemantics
import PostgresSQL

/// What is shown: an internal table of cells and totals, and a view for each grouping, so that nobody adds totals to cells.
extension SecretCells {
    /// The tables and views of each grouping that show the figures as they are kept.
    package var tables: [Statement] { internalTables + parts.map { .createView(TableName(schema, $0.name), view($0)) } }

    /// Tables that readers do not see.
    var internalTables: [Statement] {
        let keys = [TableColumn("row_key", "text", isRequired: true), TableColumn("column_key", "text", isRequired: true)]
        let dims = dimensions.map { TableColumn($0.name, $0.type, isRequired: false) }
        return [
            .createTable(
                schema: states.schema, table: states.name,
                columns: [TableColumn("revision", "bigint", isRequired: true)] + keys + [TableColumn("atom", "integer", isRequired: true)]
                    + dims
                    + numbers.map { TableColumn($0, $0.hasPrefix("operand") ? "numeric" : "bigint", isRequired: true) }
                    + [TableColumn("as_of", "date", isRequired: true)], key: Self.key + ["revision"], foreignKeys: []),
            .createTable(schema: figures.schema, table: figures.name, columns: figureColumns, key: figureKey, foreignKeys: []),
        ]
    }

    /// Statements for the metric's refresh file.
    package var refresh: [Statement] {
        let now = period.map { SQLExpression.binary(.equal, .column("published", "date"), $0) }
        let staged = TableName(internalSchema, name)
        return kept.beginning + [
            keepStates, .stage(staged, shown), kept.moveUnlike(staged, figureColumns, among: now),
            .insertMissing(into: figures, from: staged, columns: figureColumns, key: figureKey), .dropTable(staged),
        ]
    }

    /// A rollback puts back what was shown. What was shown since stays in the states: readers have seen it.
    package var kept: KeptTable {
        KeptTable(of: name, figures.schema, figures.name, internal: internalSchema, key: figureKey, hiding: Self.reason)
    }

    /// Of the table of what is shown.
    var figureColumns: [TableColumn] {
        let keys = [TableColumn("row_key", "text", isRequired: true), TableColumn("column_key", "text", isRequired: true)]
        let date = period.map { _ in [TableColumn("date", "date", isRequired: true)] } ?? []
        return date + keys + dimensions.map { TableColumn($0.name, $0.type, isRequired: false) }
            + measures.map { TableColumn($0.name, $0.type, isRequired: false) }
            + [TableColumn(Self.reason, "text", isRequired: false), TableColumn(Self.asOf, "date", isRequired: true)]
    }

    var figureKey: [String] { (period == nil ? [] : ["date"]) + Self.place }

    /// Names of the published views: the cells, then the totals.
    package var views: [String] { parts.map(\.name) }

    /// A grouping that is published by itself.
    struct Part {
        let name: String
        let dimensions: [String]
        let conditions: [SQLExpression]
    }

    var parts: [Part] {
        func isTotal(_ key: String, _ yes: Bool) -> SQLExpression { .binary(yes ? .equal : .notEqual, .of("figures", key), .string("")) }
        let cells = Part(name: name, dimensions: dimensionNames, conditions: totals ? Self.place.map { isTotal($0, false) } : [])
        guard totals else { return [cells] }
        let names = DerivedNames(language)
        let margins =
            dimensions.count < 2
            ? []
            : Self.place.indices.map { index in
                Part(
                    name: names.totals(of: name, by: dimensionNames[index]), dimensions: [dimensionNames[index]],
                    conditions: [isTotal(Self.place[index], false), isTotal(Self.place[1 - index], true)])
            }
        return [cells] + margins + [
            Part(name: names.totals(of: name, by: nil), dimensions: [], conditions: Self.place.map { isTotal($0, true) })
        ]
    }

    func view(_ part: Part) -> Select {
        let columns = (period == nil ? [] : ["date"]) + part.dimensions + measures.map(\.name) + ["raison", "arretee_au"]
        return Select(
            columns.map { SelectColumn(.of("figures", $0)) }, from: [item(.first, figures, as: "figures")], where: part.conditions)
    }

    // MARK: - The figures

    private var shown: Select {
        let isShown = SQLExpression.test(.of("withheld", "reason"), .isNull)
        let values = measures.map {
            SelectColumn(
                .choice(subject: nil, branches: [SQLBranch(isShown, .cast(.of("figures", $0.name), $0.type))], otherwise: nil), as: $0.name)
        }
        var select = Select(
            (period.map { [SelectColumn($0, as: "date")] } ?? []) + (Self.place + dimensionNames).map { SelectColumn(.of("figures", $0)) }
                + values
                + [SelectColumn(.of("withheld", "reason"), as: Self.reason), SelectColumn(.of("figures", "as_of"), as: Self.asOf)],
            from: [item(.first, "figures"), item(.left, "withheld", on: SQLExpression.equal("withheld", "figures", Self.place))])
        select.with = [CommonTable("latest", latest)] + withholding + [CommonTable("figures", computed)]
        return select
    }

    private var computed: Select {
        let keys = Self.place.map { key in
            let none = SQLExpression.cast(.call("ROW", []), "text")
            return SelectColumn(dimensions.isEmpty ? none : .call("coalesce", [.of("latest", key), .string("")]), as: key)
        }
        return Select(
            keys + dimensionNames.map { SelectColumn(.of("latest", $0)) } + measures.map { SelectColumn(value($0), as: $0.name) }
                + [SelectColumn(lastMove, as: "as_of")], from: [item(.first, "latest")], groupBy: groupings)
    }

    /// The figures of all rows together are zeros where there never was any, and those are of the day of the run.
    private var lastMove: SQLExpression {
        let last = SQLExpression.largest(.of("latest", "as_of"))
        return totals || dimensions.isEmpty ? .call("coalesce", [last, today]) : last
    }

    /// Each key with the dimensions it stands for; without dimensions all is one group, be there rows or not.
    private var groupings: [SQLExpression] {
        func columns(_ names: [String]) -> [SQLExpression] { names.map { .of("latest", $0) } }
        guard totals else { return dimensions.isEmpty ? [] : columns(Self.place + dimensionNames) }
        let rows = ["row_key", dimensionNames[0]]
        let lines = ["column_key"] + dimensionNames.dropFirst()
        let margins = dimensions.count == 2 ? [SQLExpression.row(columns(rows)), .row(columns(lines))] : []
        return [.call("GROUPING SETS", [.row(columns(rows + lines))] + margins + [.row([])])]
    }

    private func value(_ measure: Measure) -> SQLExpression {
        switch measure.value {
        case .sum(let sum): return value(sum)
        case .ratio(let part, let whole):
            return .binary(.divided, .cast(value(part), measure.type), .call("nullif", [value(whole), .integer(0)]))
        }
    }

    private func value(_ sum: Sum) -> SQLExpression {
        let all = sum.conditions.reduce(0) { $0 | 1 << $1 }
        let atoms = (0..<(1 << conditions)).filter { $0 & all == all }.map { SQLExpression.integer($0) }
        let column = sum.operand.map { "operand_\($0)" } ?? "rows"
        return .zeroIfAbsent(.sum(.of("latest", column), where: all == 0 ? [] : [.isIn(.of("latest", "atom"), atoms, isNegated: false)]))
    }
}
