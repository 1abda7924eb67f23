import ImpactPlan

/// What a run reads, besides the rows themselves.
struct SourceMoment {
    let history: SourceHistory?
    /// What the key of the pseudonyms makes of a constant text.
    let key: String
    /// Its major version: PostgreSQL may hash and write values otherwise in another.
    let server: String
}

/// What the stamps of rows mean: they can be compared with those that the same server gave before, of tables that are as they were.
struct SourceHistory {
    let state: SourceState
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
    func moment(of script: RunScript, _ kind: ServerKind?) throws(RunError) -> SourceMoment {
        SourceMoment(
            history: try history(of: script, kind), key: try fingerprintOfTheKey(during: Step("asking which state it is")),
            server: String(connection.majorVersion))
    }

    /// - Returns: nil on a primary: what a snapshot saw there may be lost in a crash, and its number given to another transaction. A standby has
    ///   only what is safe on its primary.
    private func history(of script: RunScript, _ kind: ServerKind?) throws(RunError) -> SourceHistory? {
        guard kind == .standby else { return nil }
        let columns = script.models.compactMap(\.ranges).flatMap(\.sources).flatMap { source in source.columns.map { (source.name, $0) } }
        let names = [columns.map(\.0.schema), columns.map(\.0.name), columns.map(\.1)].map(textArray)
        let rows = try connection.rows(tableHistory, names, during: Step("asking which rows can be told apart"))
        return SourceHistory(
            state: try state(), tables: Dictionary(rows.map { (QualifiedName($0), TableHistory($0)) }) { first, _ in first })
    }
}

extension TableHistory {
    fileprivate init(_ row: [String?]) {
        self.init(shape: row[2] ?? "", uniqueColumns: Set((row[3] ?? "").split(separator: "\u{1F}").map(String.init)))
    }
}

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
