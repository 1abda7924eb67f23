import ImpactPlan

/// The server that is read: production's standby, or what the operator lets stand for it.
struct Source: ~Copyable, Sendable {
    let connection: Connection

    /// Connects, with settings that make the reviewed SELECTs mean the same on every server: PostgreSQL's own functions
    /// are found before anybody's. No statement of it can write. Without just-in-time compilation, which takes longer than most of these queries: of
    /// 20,000 companies `csrd` took 1.7 s with it and 0.18 s without.
    static func open(_ url: String, _ terms: SessionTerms = .usual) throws(RunError) -> Source {
        let source = Source(connection: try .open(.source, url, terms))
        try source.connection.execute(
            """
            SET default_transaction_read_only = on; SET search_path = pg_catalog, public; SET client_min_messages = error; SET jit = off;
            SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 1
            """, during: Step("setting up the session"))
        try source.connection.boundSession()
        return source
    }

    /// Ends the snapshot: held on, it keeps the primary from cleaning up, or the standby from replaying. All rows are
    /// here: a source that dies now takes nothing with it.
    consuming func endSnapshot() {
        _ = try? connection.execute("COMMIT", during: Step("ending the snapshot"))
    }
}
