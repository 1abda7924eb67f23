import ImpactPlan

/// The server that is read: production's standby, or what the operator lets stand for it.
struct Source: ~Copyable, Sendable {
    let connection: Connection

    /// Connects, with settings that make the reviewed SELECTs mean the same on every server: PostgreSQL's own functions
    /// are found before anybody's. No statement of it can write. Just-in-time compilation is for statements of several seconds, and does not
    /// optimize, which takes longer than it gains: docs/decisions/0063-only-long-statements-are-compiled.md.
    static func open(_ url: String, _ terms: SessionTerms = .usual) throws(RunError) -> Source {
        let source = Source(connection: try .open(.source, url, terms))
        try source.connection.execute(
            """
            SET default_transaction_read_only = on; SET search_path = pg_catalog, public; SET client_min_messages = error;
            SET jit_above_cost = 500000; SET jit_inline_above_cost = -1; SET jit_optimize_above_cost = -1;
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
