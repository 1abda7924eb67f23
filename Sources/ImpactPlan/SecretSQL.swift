import PostgresSQL

/// Short words for the queries of statistical secrecy.
extension Select {
    init(_ columns: [SelectColumn], from: [FromItem], where conditions: [SQLExpression] = [], groupBy: [SQLExpression] = []) {
        self.init()
        self.columns = columns
        self.from = from
        self.conditions = conditions
        self.groupBy = groupBy
    }
}

extension CommonTable {
    init(_ name: String, _ select: Select) { self.init(name: name, columns: [], body: .select(select)) }
}

extension SQLExpression {
    static func of(_ table: String, _ name: String) -> SQLExpression { .column(table, name) }

    static func sum(_ value: SQLExpression, where filter: [SQLExpression] = []) -> SQLExpression {
        .aggregate("sum", [value], isDistinct: false, filter: filter)
    }

    static func largest(_ value: SQLExpression) -> SQLExpression { .aggregate("max", [value], isDistinct: false, filter: []) }

    static let countOfRows = SQLExpression.aggregate("count", [], isDistinct: false, filter: [])

    static func equal(_ left: String, _ right: String, _ names: [String]) -> [SQLExpression] {
        names.map { .binary(.equal, .column(left, $0), .column(right, $0)) }
    }

    static func zeroIfAbsent(_ value: SQLExpression) -> SQLExpression { .call("coalesce", [value, .integer(0)]) }

    static func some(_ test: SQLExpression) -> SQLExpression { .aggregate("bool_or", [test], isDistinct: false, filter: []) }
    static func every(_ test: SQLExpression) -> SQLExpression { .aggregate("bool_and", [test], isDistinct: false, filter: []) }
}

/// `FROM name`, `JOIN name AS alias ON …`
func item(_ join: FromItem.Join, _ name: String, as alias: String? = nil, on: [SQLExpression] = []) -> FromItem {
    FromItem(join, .table(schema: nil, name), as: alias ?? name, on: on)
}

func item(_ join: FromItem.Join, _ table: TableName, as alias: String, on: [SQLExpression] = []) -> FromItem {
    FromItem(join, .table(schema: table.schema, table.name), as: alias, on: on)
}
