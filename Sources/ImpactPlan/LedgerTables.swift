import PostgresSQL

/// `metabase/schema.sql`: both schemas, and the tables of the runner itself. It stands being executed on whatever an earlier version made.
package func schemaFile(_ schema: String, internal hidden: String) -> ScriptFile {
    let header =
        "\(schema): what readers see. \(hidden): staging, files applied, names that may go, the ledger of runs, how the last is undone."
    let schemas: [Statement] = [
        .createSchema(schema), .createSchema(hidden), .revokePublic(schema: schema), .revokePublic(schema: hidden),
    ]
    let tables =
        [applied(hidden), departures(hidden)] + ledger(hidden) + [modelLedger(hidden)] + refreshTables(hidden) + undoTables(hidden)
    return ScriptFile(path: "metabase/schema.sql", text: Renderer().render(schemas + tables, under: header))
}

private func applied(_ schema: String) -> Statement {
    .createTable(
        schema: schema, table: "applied",
        columns: [TableColumn("file", "text", isRequired: false), TableColumn("digest", "text", isRequired: true)], key: ["file"],
        foreignKeys: [])
}

/// Names that may go from a day on: declared `@deprecated`, or given up by a history.
private func departures(_ schema: String) -> Statement {
    .createTable(
        schema: schema, table: "departure",
        columns: [
            TableColumn("table_name", "text", isRequired: true), TableColumn("column_name", "text", isRequired: true),
            TableColumn("until", "date", isRequired: true), TableColumn("is_end", "boolean", isRequired: true),
        ], key: ["table_name", "column_name"], foreignKeys: [])
}

/// How a publication that altered tables is undone: the tables that it kept whole, and the statements, in their order.
private func undoTables(_ schema: String) -> [Statement] {
    [
        .createTable(
            schema: schema, table: "former",
            columns: [
                TableColumn("name", "text", isRequired: true), TableColumn("row_count", "bigint", isRequired: true),
                TableColumn("published_as", "text", isRequired: false), TableColumn("published_count", "bigint", isRequired: false),
            ], key: ["name"], foreignKeys: []),
        .createTable(
            schema: schema, table: "undo",
            columns: [
                TableColumn("place", "integer", isRequired: true), TableColumn("statement", "text", isRequired: true),
                TableColumn("role", "text", isRequired: false),
            ], key: ["place"], foreignKeys: []),
    ]
}

/// What the ledger calls the ends of a run.
package enum LedgerWords {
    package static let running = "running"
    package static let published = "published"
    package static let failed = "failed"
    /// Found running by a later one.
    package static let interrupted = "interrupted"
    package static let rolledBack = "rolled back"
}

private let timestamp = "timestamp with time zone"

/// A row a run. What came after the first version is added to the tables that it left; its rows were all of publications.
private func ledger(_ schema: String) -> [Statement] {
    let columns = [
        ("started_at", timestamp), ("finished_at", timestamp), ("as_of", "date"), ("rows_read", "bigint"), ("rows_written", "bigint"),
        ("rows_deleted", "bigint"),
    ]
    let later = [
        ("outcome", "text DEFAULT '\(LedgerWords.published)'", true), ("exit_code", "integer", false), ("failed_on", "text", false),
        ("sql_state", "text", false), ("rows_unchanged", "bigint", false), ("source_kind", "text", false),
        ("source_version", "integer", false),
        ("source_position", "text", false), ("source_lag", "double precision", false), ("snapshot_at", timestamp, false),
        ("digest", "text", false), ("version", "text", false), ("publication", "text", false),
        ("keeps_previous", "boolean DEFAULT false", true), ("rolled_back_at", timestamp, false),
    ]
    let run = Statement.createTable(
        schema: schema, table: "run",
        columns: [TableColumn("id", "bigint GENERATED ALWAYS AS IDENTITY", isRequired: false)]
            + columns.map { TableColumn($0.0, $0.1, isRequired: true) }, key: ["id"], foreignKeys: [])
    let additions = later.map {
        Statement.addColumnIfMissing(schema: schema, table: "run", column: TableColumn($0.0, $0.1, isRequired: $0.2))
    }
    return [run, .dropNotNull(schema: schema, table: "run", column: "finished_at")] + additions
}

/// A row for each table of a publication.
private func modelLedger(_ schema: String) -> Statement {
    let columns = [
        ("run", "bigint", true), ("name", "text", true), ("rows_read", "bigint", false), ("rows_written", "bigint", true),
        ("rows_unchanged", "bigint", false), ("rows_deleted", "bigint", true), ("rows_withheld", "bigint", false),
        ("rows_published", "bigint", false), ("rows_kept", "bigint", false), ("has_changed", "boolean", true),
        ("read_seconds", "double precision", false), ("load_seconds", "double precision", false), ("digest", "text", true),
    ]
    return .createTable(
        schema: schema, table: "run_model", columns: columns.map { TableColumn($0.0, $0.1, isRequired: $0.2) }, key: ["run", "name"],
        foreignKeys: [ForeignKey(columns: ["run"], table: "run", references: ["id"])])
}
