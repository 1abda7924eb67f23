import ImpactPlan

extension Target {
    /// Whether an earlier run executed the file, with these very bytes.
    ///
    /// - Parameter table: where that is noted, or what was kept of it.
    func hasApplied(_ file: ScriptFile, by table: String? = nil) throws(RunError) -> Bool {
        try connection.isTrue(
            """
            SELECT EXISTS (
                SELECT FROM \(table ?? script.appliedTable)
                WHERE file = $1 AND digest = encode(sha256(convert_to($2, 'UTF8')), 'hex'))
            """, [file.path, file.text], during: Step("comparing files with those applied", file))
    }

    func recordApplied(_ file: ScriptFile) throws(RunError) {
        _ = try connection.rows(
            """
            INSERT INTO \(script.appliedTable) AS applied (file, digest)
            VALUES ($1, encode(sha256(convert_to($2, 'UTF8')), 'hex'))
            ON CONFLICT (file) DO UPDATE SET digest = excluded.digest WHERE applied.digest <> excluded.digest
            """, [file.path, file.text], during: Step("recording a file as applied", file))
    }

    func forgetApplied(_ path: String) throws(RunError) {
        _ = try connection.rows(
            "DELETE FROM \(script.appliedTable) WHERE file = $1", [path],
            during: Step("forgetting a file that is gone"))
    }

    /// Makes both schemas and the tables of the runner itself, unless they are there as the file has them: even
    /// `CREATE SCHEMA IF NOT EXISTS` asks for a right on the database that a first run may have needed alone.
    func prepareSchemas() throws(RunError) {
        if try hasSchemas(), try exists(script.appliedTable), try hasApplied(script.schemaFile) { return }
        try execute(script.schemaFile, "preparing the schemas")
        try recordApplied(script.schemaFile)
    }

    private func hasSchemas() throws(RunError) -> Bool {
        try connection.isTrue(
            "SELECT to_regnamespace($1) IS NOT NULL AND to_regnamespace($2) IS NOT NULL",
            [quoted(script.schema), quoted(script.internalSchema)], during: Step("looking for the schemas"))
    }
}
