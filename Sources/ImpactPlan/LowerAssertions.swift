import ImpactSemantics
import PostgresSQL

extension Assertion {
    /// One row, with how many rows break the rule, where any does: `severity`, `column`, `rule`, `rows`, and no value.
    func violations(of table: String, in settings: ProjectSettings) -> Select {
        var select = Select()
        select.columns = [
            SelectColumn(.string(isWarning ? "warning" : "error"), as: "severity"),
            SelectColumn(.string(columns.joined(separator: ", ")), as: "column"),
            SelectColumn(.string(rule), as: "rule"), SelectColumn(.count, as: "rows"),
        ]
        select.from = [FromItem(.first, .table(schema: settings.schema, table), as: table)]
        select.having = [.binary(.greater, .count, .integer(0))]
        switch kind {
        case .unique(let names):
            select.columns[3] = SelectColumn(
                .cast(.aggregate("sum", [.column("repeated", "copies")], isDistinct: false, filter: []), "bigint"), as: "rows")
            select.from = [FromItem(.first, .select(repeated(names, select.from), isLateral: false), as: "repeated")]
        case .rows(let bounds): select.having = [.or(bounds.violations(of: .count))]
        case .freshness(let column, let days): select.having = [isStale(column, days, table, settings.timeZone)]
        case .range(let name, let bounds): select.conditions = [.or(bounds.violations(of: .column(table, name)))]
        case .oneOf(let name, let values):
            select.conditions = [.isIn(.column(table, name), values.map(\.expression), isNegated: true)]
        }
        return select
    }

    /// The values that several rows have, and how many.
    private func repeated(_ names: [String], _ from: [FromItem]) -> Select {
        var select = Select()
        let columns = names.map { SQLExpression.column(from[0].alias, $0) }
        select.columns = [SelectColumn(.count, as: "copies")]
        select.from = from
        select.conditions = columns.map { .test($0, .isNotNull) }
        select.groupBy = columns
        select.having = [.binary(.greater, .count, .integer(1))]
        return select
    }

    /// Without any date nothing is fresh.
    private func isStale(_ column: ModelColumn, _ days: Int, _ table: String, _ timeZone: String) -> SQLExpression {
        let latest = SQLExpression.aggregate("max", [.column(table, column.name)], isDistinct: false, filter: [])
        let day = column.type.scalar == .timestamp ? .cast(.atTimeZone(latest, timeZone), "date") : latest
        let today = SQLExpression.cast(.call("current_setting", [.string("impact.today")]), "date")
        return .test(.binary(.greaterOrEqual, day, .binary(.minus, today, .integer(days))), .isNotTrue)
    }
}

extension Assertion.Bounds {
    fileprivate func violations(of value: SQLExpression) -> [SQLExpression] {
        let below = lower.map { SQLExpression.binary(.less, value, $0.expression) }
        let above = upper.map { SQLExpression.binary(isHalfOpen ? .greaterOrEqual : .greater, value, $0.expression) }
        return [below, above].compactMap { $0 }
    }
}

extension SQLExpression {
    fileprivate static let count = SQLExpression.aggregate("count", [], isDistinct: false, filter: [])
}

extension Literal {
    fileprivate var expression: SQLExpression {
        switch self {
        case .integer(let number): .integer(number)
        case .decimal(let digits): .number(digits)
        case .string(let text): .string(text)
        case .boolean(let value): .boolean(value)
        case .null: .null
        }
    }
}
