import ImpactPlan

/// The server that is published to. All that a run does there is one transaction.
struct Target: ~Copyable {
    let connection: Connection
    let script: RunScript
    /// Holds a password: never print it.
    let url: String

    static func open(_ url: String, for script: RunScript, _ terms: SessionTerms = .usual) throws(RunError) -> Target {
        let target = Target(connection: try .open(.target, url, terms), script: script, url: url)
        try target.connection.execute(
            """
            SET search_path = pg_catalog; SET client_min_messages = error;
            SELECT set_config('lock_timeout', '30s', false) WHERE current_setting('lock_timeout') = '0';
            SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'
            """, during: Step("setting up the session"))
        try target.connection.boundSession()
        return target
    }

    func begin(_ request: RunRequest) throws(RunError) {
        let beginning = Step("beginning the transaction")
        _ = try connection.rows("SELECT set_config('impact.today', $1, false)", [request.asOf], during: beginning)
        try connection.execute("BEGIN", during: beginning)
    }

    /// Leaves everything as it was; a connection that is gone has done so by itself.
    func rollback() {
        _ = try? connection.execute("ROLLBACK", during: Step("rolling back"))
    }
}

extension Target {
    @discardableResult
    func execute(_ file: ScriptFile, _ doing: String) throws(RunError) -> [StatementOutcome] {
        try connection.execute(file.text, during: Step(doing, file))
    }

    func exists(_ table: String) throws(RunError) -> Bool {
        try connection.isTrue(
            "SELECT to_regclass($1) IS NOT NULL", [table], during: Step("looking for \(table)"))
    }

    /// Statistics, for the plans of the load and for Metabase's row estimates.
    func analyze(_ table: String) throws(RunError) {
        try connection.execute("ANALYZE \(table)", during: Step("analyzing \(table)"))
    }
}
