import ImpactPlan

/// The server that is published to. All that a run does there is one transaction.
struct Target: ~Copyable {
    let connection: Connection
    let script: RunScript

    static func open(_ url: String, for script: RunScript) throws(RunError) -> Target {
        let target = Target(connection: try .open(.target, url), script: script)
        try target.connection.execute(
            """
            SET search_path = pg_catalog; SET client_min_messages = error;
            SELECT set_config('lock_timeout', '30s', false) WHERE current_setting('lock_timeout') = '0';
            SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'
            """, during: Step("setting up the session"))
        target.connection.endWithTheCommand()
        return target
    }

    /// Holds other runs off until this session ends, however it ends.
    ///
    /// - Throws: `.tryAgain` where another run is under way.
    func lock() throws(RunError) {
        let isLocked = try connection.isTrue(
            "SELECT pg_try_advisory_lock(hashtextextended($1, 0))", ["impactc \(script.schema)"],
            during: Step("locking the schema"))
        guard isLocked else {
            throw RunError(
                .tryAgain, on: .target, "target: another run publishes to schema `\(script.schema)`",
                help: "run again when it is done")
        }
    }

    func begin(_ request: RunRequest) throws(RunError) {
        let beginning = Step("beginning the transaction")
        _ = try connection.rows("SELECT set_config('impact.today', $1, false)", [request.asOf], during: beginning)
        try connection.execute("BEGIN", during: beginning)
    }

    func commit() throws(RunError) {
        let committing = Step(
            "committing", help: "whether it was published is unknown; the next run finds it as it is")
        let outcomes: [StatementOutcome]
        do {
            outcomes = try connection.execute("COMMIT", during: committing)
        } catch {
            guard error.sqlState == nil else { throw error }
            throw RunError(.unavailable, on: .target, error.message, help: error.help)
        }
        // COMMIT of a transaction that has gone wrong is a ROLLBACK, and no error.
        guard outcomes.map(\.tag) == ["COMMIT"] else {
            throw RunError(.defect, on: .target, "target: the transaction had ended before its COMMIT")
        }
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
