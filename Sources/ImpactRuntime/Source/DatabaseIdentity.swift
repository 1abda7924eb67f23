/// What tells a database from all others, and a standby's from nothing but its primary's.
struct DatabaseIdentity: Equatable {
    private let name: String?
    /// Drawn when the cluster was made, and the same on its standbys; nothing where the role may not ask.
    private let cluster: String?
    /// To the microsecond.
    private let serverStart: String?
    private let databaseID: String?
    /// The schema that only a target has.
    private let internalSchemaID: String?

    init(of connection: borrowing Connection, internalSchema: String) throws(RunError) {
        let asking = Step("asking which database it is")
        let row = try connection.rows(
            """
            SELECT current_database(), pg_postmaster_start_time(),
                   (SELECT oid FROM pg_database WHERE datname = current_database()),
                   (SELECT oid FROM pg_namespace WHERE nspname = $1),
                   has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE')
            """, [internalSchema], during: asking)[0]
        name = row[0]
        serverStart = row[1]
        databaseID = row[2]
        internalSchemaID = row[3]
        cluster =
            row[4] == "t"
            ? try connection.value("SELECT system_identifier FROM pg_control_system()", during: asking) : nil
    }

    func isSameDatabase(as other: DatabaseIdentity) -> Bool {
        guard name == other.name else { return false }
        if let cluster, let theirs = other.cluster { return cluster == theirs }
        // Without the cluster's identifier: the same server process, or the same schema with the same number.
        return databaseID == other.databaseID
            && (serverStart == other.serverStart
                || internalSchemaID != nil && internalSchemaID == other.internalSchemaID)
    }
}
