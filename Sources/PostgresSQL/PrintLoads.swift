/// What brings a table to what is staged: rows leave that are gone or changed, and those come that it has not.
extension Printer {
    /// ```
    /// WITH replaced AS (
    ///     DELETE …
    ///     RETURNING published.*
    /// )
    /// INSERT INTO impact_internal.companies_previous
    /// SELECT * FROM replaced;
    /// ```
    mutating func move(_ rows: UnlikeRows, to table: TableName) {
        put("WITH replaced AS (")
        breakLine(4)
        put("DELETE FROM ")
        put(rows.table)
        put(" AS published")
        breakLine(4)
        put("WHERE ")
        if let condition = rows.condition {
            print(condition, 4)
            breakLine(8)
            put("AND ")
        }
        unlike(rows.columns, rows.key, rows.other, "staged", "published", rows.condition == nil ? 4 : 8)
        breakLine(4)
        put("RETURNING published.*\n)\nINSERT INTO ")
        put(table)
        put("\nSELECT * FROM replaced;")
    }

    mutating func insertNew(_ target: TableName, _ source: TableName, _ columns: [String], _ key: [String]) {
        let keys = key.map { TableColumn($0, "", isRequired: true) }
        insertion(target, source, columns, key) { $0.unlike(keys, key, target, "published", "staged", 0) }
    }

    mutating func insertMissing(_ target: TableName, _ source: TableName, _ columns: [TableColumn], _ key: [String]) {
        insertion(target, source, columns.map(\.name), key) { $0.unlike(columns, key, target, "published", "staged", 0) }
    }

    private mutating func insertion(
        _ target: TableName, _ source: TableName, _ columns: [String], _ key: [String], where condition: (inout Printer) -> Void
    ) {
        put("INSERT INTO ")
        put(target)
        put(" (\n")
        names(columns, after: "    ", separator: ",\n")
        put("\n)\nSELECT\n")
        names(columns, after: "    staged.", separator: ",\n")
        put("\nFROM ")
        put(source)
        put(" AS staged\nWHERE ")
        condition(&self)
        if !key.isEmpty {
            put("\nORDER BY ")
            names(key, after: "staged.", separator: ", ")
        }
        put(";")
    }

    private mutating func names(_ names: [String], after word: String, separator: String) {
        list(names, separator: separator) {
            $0.put(word)
            $0.put(name: $1)
        }
    }

    /// `NOT EXISTS (…)`: none is equal column for column, where two absent values are equal. A key that is always there is compared
    /// by `=`, which PostgreSQL can hash.
    private mutating func unlike(
        _ columns: [TableColumn], _ key: [String], _ table: TableName, _ alias: String, _ other: String, _ indent: Int
    ) {
        put("NOT EXISTS (")
        breakLine(indent + 4)
        put("SELECT 1")
        breakLine(indent + 4)
        put("FROM ")
        put(table)
        put(" AS ")
        put(alias)
        breakLine(indent + 4)
        put("WHERE ")
        lines(tests(columns, key, alias, other), indent + 8, before: "AND ") { $0.print($1, indent + 8) }
        breakLine(indent)
        put(")")
    }

    private func tests(_ columns: [TableColumn], _ key: [String], _ alias: String, _ other: String) -> [SQLExpression] {
        func test(_ column: TableColumn) -> SQLExpression {
            .binary(column.isRequired ? .equal : .notDistinct, .column(alias, column.name), .column(other, column.name))
        }
        func row(_ table: String, _ columns: [TableColumn]) -> SQLExpression { .row(columns.map { .column(table, $0.name) }) }
        let figures = columns.filter { !key.contains($0.name) }
        let keys = columns.filter { key.contains($0.name) }.map(test)
        switch figures.count {
        case 0: return keys
        case 1: return keys + [test(figures[0])]
        default: return keys + [.binary(.notDistinct, row(alias, figures), row(other, figures))]
        }
    }
}
