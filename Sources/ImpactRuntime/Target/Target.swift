import ImpactPlan

/// The server that is published to. All that a run does there is one transaction.
struct Target: ~Copyable, Sendable {
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
            SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 1
            """, during: Step("setting up the session"))
        try target.connection.boundSession()
        try target.publishAsOwner()
        return target
    }

    /// Where another role owns the schema, and this one is a member of it, all is done in the owner's name: what is made belongs to
    /// the owner, whoever publishes. Where this role made the schema itself there is nothing to do.
    private func publishAsOwner() throws(RunError) {
        let owner = try connection.value(
            """
            SELECT r.rolname FROM pg_namespace AS n JOIN pg_roles AS r ON r.oid = n.nspowner
            WHERE n.nspname = $1 AND r.rolname <> current_user
                AND pg_has_role(r.oid, CASE WHEN current_setting('server_version_num')::int < 160000 THEN 'MEMBER' ELSE 'SET' END)
            """, [script.schema], during: Step("asking who owns the schema"))
        guard let owner else { return }
        try connection.execute("SET ROLE \(quoted(owner))", during: Step("taking the role of the schema's owner"))
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
