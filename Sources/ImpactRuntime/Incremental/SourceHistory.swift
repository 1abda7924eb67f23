import ImpactPlan

/// What the stamps of rows mean: they can be compared with those that the same server gave before, of tables that are as they were.
struct SourceHistory {
    /// The server since it was started, and the database: as long as a standby runs, what it shows only ever goes on.
    let server: String
    /// Transactions before this one had ended when the snapshot was taken.
    let horizon: Int
    /// None that began with this one, or later, had.
    let next: Int
    let tables: [QualifiedName: TableHistory]
}

/// A plain table of PostgreSQL's own kind, each row of which says who wrote it.
struct TableHistory {
    /// Another one where a column is not the same any more, or not as unique: a new one may be called like an old one, and fill old rows.
    let shape: String
    /// Columns of which no two rows hold the same.
    let uniqueColumns: Set<String>
}

/// What is remembered of them.
struct Stamp: Equatable {
    /// Of the server and the tables, hashed.
    let history: String?
    /// The transaction that all known rows are older than; nil where digests of rows are remembered, and not their stamps.
    let since: Int?

    static let unknown = Stamp(history: nil, since: nil)
}

extension Source {
    /// - Returns: nil on a primary: what a snapshot saw there may be lost in a crash, and its number given to another transaction. A standby has
    ///   only what is safe on its primary.
    func history(of script: RunScript, _ kind: ServerKind?) throws(RunError) -> SourceHistory? {
        guard kind == .standby else { return nil }
        let columns = script.models.compactMap(\.ranges).flatMap(\.sources).flatMap { source in source.columns.map { (source.name, $0) } }
        let asking = Step("asking which rows it can tell apart")
        let row = try connection.rows(serverHistory, during: asking).first ?? []
        guard row.count == 3, let server = row[0], let horizon = row[1].flatMap({ Int($0) }), let next = row[2].flatMap({ Int($0) })
        else { return nil }
        let tables = try connection.rows(
            tableHistory,
            [textArray(columns.map(\.0.schema)), textArray(columns.map(\.0.name)), textArray(columns.map(\.1))], during: asking
        ).map { (QualifiedName($0), TableHistory(shape: $0[2] ?? "", uniqueColumns: Set(($0[3] ?? "").split(separator: "\u{1F}").map(String.init)))) }
        return SourceHistory(
            server: server, horizon: horizon, next: next, tables: Dictionary(tables) { first, _ in first })
    }
}

/// The labels of enumerations are among it: a new name for one changes what rows say, and no row.
private let serverHistory = """
    SELECT encode(sha256(convert_to(concat_ws(
               ' ', pg_postmaster_start_time(), (SELECT oid FROM pg_database WHERE datname = current_database()),
               (SELECT string_agg(oid || ' ' || enumlabel, ' ' ORDER BY oid) FROM pg_enum)), 'UTF8')), 'hex'),
           pg_snapshot_xmin(pg_current_snapshot()), pg_snapshot_xmax(pg_current_snapshot())
    """

/// Of those whose rows are all in one heap, are all seen, and can be asked who wrote them. A column that is computed when it is read may be
/// computed otherwise tomorrow.
private let tableHistory = """
    SELECT n.nspname, c.relname,
           encode(sha256(convert_to(concat_ws(
               ' ', c.oid, string_agg(DISTINCT concat_ws(' ', a.attname, a.attnum, a.atttypid, a.atttypmod), ' '), alone.columns
           ), 'UTF8')), 'hex'), alone.columns
    FROM unnest($1::text[], $2::text[], $3::text[]) AS asked (schema, name, column_name)
    JOIN pg_namespace AS n ON n.nspname = asked.schema
    JOIN pg_class AS c ON c.relnamespace = n.oid AND c.relname = asked.name AND c.relkind = 'r'
    JOIN pg_am AS m ON m.oid = c.relam AND m.amname = 'heap'
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = asked.column_name AND NOT a.attisdropped
    JOIN pg_attribute AS x ON x.attrelid = c.oid AND x.attname = 'xmin'
    CROSS JOIN LATERAL (
        SELECT string_agg(DISTINCT k.attname::text, chr(31)) AS columns
        FROM pg_index AS i JOIN pg_attribute AS k ON k.attrelid = i.indrelid AND k.attnum = i.indkey[0]
        WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indnkeyatts = 1 AND i.indpred IS NULL
    ) AS alone
    WHERE NOT c.relhassubclass AND NOT c.relrowsecurity
    GROUP BY n.nspname, c.relname, c.oid, x.attnum, alone.columns
    HAVING has_column_privilege(c.oid, x.attnum, 'SELECT') AND bool_and(a.attgenerated IN ('', 's'))
    """
