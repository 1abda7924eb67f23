import ImpactPlan
import ImpactSemantics
import PostgresSQL

extension CheckedProject {
    /// Production's tables by their declarations; what is not declared, no SELECT reads.
    var sourceTables: String {
        let tables = sources.values.filter { !$0.isReference }.sorted { $0.range < $1.range }
        let named = tables.map { tableName($0) }
        let schemas = Set(named.map(\.schema)).subtracting(["public"]).sorted().map(Statement.createSchema)
        let created = zip(tables, named).map { source, name in
            Statement.createUnloggedTable(schema: name.schema, table: name.name, columns: source.tableColumns(in: self))
        }
        return Renderer().render(schemas + created)
    }

    /// One INSERT a table.
    func inserts(_ rows: [GivenRow]) -> String {
        let bySource = Dictionary(grouping: rows, by: \.source)
        let names = rows.map(\.source).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let statements = names.compactMap { name -> Statement? in
            guard let source = sources[name] else { return nil }
            let columns = source.tableColumns(in: self)
            let values = (bySource[name] ?? []).enumerated().map { index, row in
                columns.map { row.values[$0.name] ?? source.filler($0, ordinal: index + 1) }
            }
            return .insertRows(into: tableName(source), columns: columns.map(\.name), values)
        }
        return Renderer().render(statements)
    }

    /// `users_user` is found in `public`.
    private func tableName(_ source: Source) -> TableName {
        let parts = source.entity.split(separator: ".", maxSplits: 1).map(String.init)
        return parts.count == 2 ? TableName(parts[0], parts[1]) : TableName("public", source.entity)
    }
}

extension CheckedExpectation {
    func expectation(schema: String) -> TestExpectation {
        let query = kind == .row ? nearest(schema) : counting(schema)
        return TestExpectation(
            kind: kind, table: table.name, columns: values.map { shown($0.column, $0.literal.shown) }, range: range,
            query: Renderer().render(.select(query)), sample: sample(schema))
    }

    private func shown(_ column: ColumnPlan, _ expected: String) -> TestExpectation.Column {
        let isText = !["bigint", "numeric", "double precision", "boolean"].contains(column.type)
        return TestExpectation.Column(name: column.name, isKey: column.isKey, isText: isText, expected: expected)
    }

    /// What is expected of each column, compared by PostgreSQL in the column's own type: 1.0 is 1.00.
    private var matches: [SQLExpression] {
        values.map { .binary(.notDistinct, .column(table.name, $0.column.name), $0.literal.value) }
    }

    private func from(_ schema: String) -> Select {
        var select = Select()
        select.from = [FromItem(.first, .table(schema: schema, table.name), as: table.name)]
        return select
    }

    private func text(_ column: ColumnPlan) -> SelectColumn { SelectColumn(.cast(.column(table.name, column.name), "text")) }

    /// The row with the key that is expected, or else the one that has most of the values.
    private func nearest(_ schema: String) -> Select {
        var select = from(schema)
        let keys = zip(values, matches).filter { $0.0.column.isKey }.map(\.1)
        let common = matches.map { SQLExpression.cast($0, "int") }
        select.columns = values.map { text($0.column) } + matches.map { SelectColumn($0) }
        if values.isEmpty { select.columns = [SelectColumn(.boolean(true))] }
        let isSameRow = keys.count == table.key.count && !keys.isEmpty ? [OrderTerm(.and(keys), isDescending: true)] : []
        let nearness = common.dropFirst().reduce(common.first) { sum, one in sum.map { .binary(.plus, $0, one) } }
        select.orderBy = isSameRow + [nearness].compactMap { $0 }.map { OrderTerm($0, isDescending: true) } + order
        select.limit = 1
        return select
    }

    private var order: [OrderTerm] { table.key.map { OrderTerm(.column(table.name, $0.name)) } }

    private func counting(_ schema: String) -> Select {
        var select = from(schema)
        select.columns = [SelectColumn(.aggregate("count", [], isDistinct: false, filter: []))]
        select.conditions = matches
        return select
    }

    private func sample(_ schema: String) -> TestExpectation.Sample {
        let named = table.columns.filter { column in column.isKey || values.contains { $0.column.name == column.name } }
        let columns = values.isEmpty ? Array(table.columns.prefix(6)) : named
        var select = from(schema)
        select.columns = columns.map { text($0) }
        select.conditions = matches
        select.orderBy = order
        select.limit = 5
        return TestExpectation.Sample(columns: columns.map { shown($0, "") }, query: Renderer().render(.select(select)))
    }
}

extension SQLExpression {
    /// HMAC-SHA-256 as the SELECTs make it, under the key of the session.
    static func pseudonym(of value: SQLExpression, domain: String) -> SQLExpression {
        func pad(_ name: String) -> SQLExpression {
            .call("decode", [.call("current_setting", [.string("impact." + name)]), .string("hex")])
        }
        let message = SQLExpression.call("convert_to", [.binary(.concatenation, .string(domain + "|"), value), .string("UTF8")])
        let inner = SQLExpression.call("sha256", [.binary(.concatenation, pad("inner_pad"), message)])
        let outer = SQLExpression.call("sha256", [.binary(.concatenation, pad("outer_pad"), inner)])
        return .cast(.call("encode", [.call("substr", [outer, .integer(1), .integer(16)]), .string("hex")]), "uuid")
    }
}
