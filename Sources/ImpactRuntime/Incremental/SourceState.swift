import ImpactPlan

/// Which state a standby shows, to the transaction.
struct SourceState: Equatable {
    /// The server since it was started, and the database: as long as a standby runs, what it shows only ever goes on.
    let server: String
    /// Transactions before this one had ended when the snapshot was taken.
    let horizon: Int
    /// None that began with this one, or later, had.
    let next: Int

    /// No transaction was under way: who sees the same number next sees the same rows.
    var isSettled: Bool { horizon == next }
}

extension Source {
    /// Of the snapshot that is open.
    func state() throws(RunError) -> SourceState {
        let row = try connection.rows(stateOfAServer, during: Step("asking which state it is")).first ?? []
        guard row.count == 3, let server = row[0], let horizon = row[1].flatMap({ Int($0) }), let next = row[2].flatMap({ Int($0) })
        else { throw RunError(.defect, on: .source, "source: the server does not say which state it shows") }
        return SourceState(server: server, horizon: horizon, next: next)
    }

    /// Of the key that the session has.
    func fingerprintOfTheKey(during step: Step) throws(RunError) -> String {
        try connection.value("SELECT \(keysFingerprint)", during: step) ?? ""
    }

    /// Whether all that is read is in tables of this database: a view may read the clock, and a foreign table another server.
    func isSelfContained(_ tables: [QualifiedName]) throws(RunError) -> Bool {
        try connection.isTrue(
            """
            SELECT count(*) = cardinality($1::text[])
            FROM unnest($1::text[], $2::text[]) AS asked (schema, name)
            JOIN pg_namespace AS n ON n.nspname = asked.schema
            JOIN pg_class AS c ON c.relnamespace = n.oid AND c.relname = asked.name AND c.relkind IN ('r', 'm') AND NOT c.relhassubclass
            """, [textArray(tables.map(\.schema)), textArray(tables.map(\.name))], during: Step("asking where its rows are"))
    }
}

/// The labels of enumerations are among it: a new name for one changes what rows say, and no row.
private let stateOfAServer = """
    SELECT encode(sha256(convert_to(concat_ws(
               ' ', pg_postmaster_start_time(), (SELECT oid FROM pg_database WHERE datname = current_database()),
               (SELECT string_agg(oid || ' ' || enumlabel, ' ' ORDER BY oid) FROM pg_enum)), 'UTF8')), 'hex'),
           pg_snapshot_xmin(pg_current_snapshot()), pg_snapshot_xmax(pg_current_snapshot())
    """

/// What the key makes of a constant text.
private let keysFingerprint = """
    encode(sha256(decode(current_setting('impact.outer_pad'), 'hex') || sha256(
        decode(current_setting('impact.inner_pad'), 'hex') || convert_to('which key it is', 'UTF8'))), 'hex')
    """
