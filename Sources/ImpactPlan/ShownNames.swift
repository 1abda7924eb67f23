/// What Metabase shows for the names of the schema, by the names.
package struct ShownNames: Sendable {
    private let tables: [String: String]
    private let columns: [String: [String: String]]

    package init(_ plan: Plan) {
        let described = Emission(plan: plan).described
        tables = Dictionary(described.map { ($0.name, $0.shown) }) { first, _ in first }
        columns = Dictionary(
            described.map { table in (table.name, Dictionary(table.columns.map { ($0.name, table.shown($0)) }) { first, _ in first }) }
        ) { first, _ in first }
    }

    package func of(_ table: String) -> String { tables[table] ?? table }
    package func of(_ column: String, in table: String) -> String { columns[table]?[column] ?? column }
}
