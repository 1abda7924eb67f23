import ImpactPlan

extension Source {
    /// - Throws: `.unavailable` where a table or a column that the SELECTs read is not in the catalog. PostgreSQL would not
    ///   always say so: `t.text`, without such a column, is the whole row as text.
    func checkColumns(_ reads: [TableReads]) throws(RunError) {
        for read in reads { try checkColumns(read) }
    }

    private func checkColumns(_ read: TableReads) throws(RunError) {
        let names =
            "{" + read.columns.map { "\"" + $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }.joined(separator: ",")
            + "}"
        let step = Step("looking for the columns of \(read.table)")
        let table = read.table.split(separator: ".", maxSplits: 1).map { quoted(String($0)) }.joined(separator: ".")
        let missing = try connection.rows(
            """
            SELECT name FROM unnest($2::text[]) AS name
            WHERE to_regclass($1) IS NOT NULL AND NOT EXISTS (
                SELECT FROM pg_attribute WHERE attrelid = to_regclass($1) AND attname = name AND attnum > 0 AND NOT attisdropped)
            """, [table, names], during: step)
        guard let column = missing.first?[0] else { return }
        throw RunError(
            .unavailable, on: .source, sqlState: "42703",
            "source, looking for the columns of `\(read.table)`: it has no column `\(column)` (SQLSTATE 42703)",
            help: "production and `models.dsl` differ: change the declaration, or its `@column(\"…\")`")
    }
}
