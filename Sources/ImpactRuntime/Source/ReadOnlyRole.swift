import ImpactPlan

extension Source {
    /// A standby takes no writes. A primary does, so that its role must have no right to any: the session's own
    /// `default_transaction_read_only` is a promise, and not a proof.
    ///
    /// - Throws: `.unavailable`, with what the role might write.
    func requireReadOnlyRole() throws(RunError) {
        let role = try connection.currentRole()
        guard let rights = try connection.rights(of: role) else { return }
        let writes = rights.writes
        guard !writes.isEmpty else { return }
        let others = writes.count > Self.mostNamed ? ", and \(writes.count - Self.mostNamed) more" : ""
        throw RunError(
            .unavailable, on: .source,
            "source \(connection.address): `\(role)` may write there: \(writes.prefix(Self.mostNamed).joined(separator: ", "))\(others)",
            help: "read as a role that generated/replica/grants.sql alone gives rights to, or name a standby"
                + (rights.creatable.contains("public") ? Self.publicSchema : ""))
    }

    private static var mostNamed: Int { 8 }
    private static var publicSchema: String {
        "; before PostgreSQL 15 everybody may create in `public`: REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    }
}

extension RoleRights {
    /// Each way to write that the role has, itself or through another.
    fileprivate var writes: [String] {
        (superuser.map { [$0 == role ? "it is a superuser" : "it may become the superuser `\($0)`"] } ?? [])
            + attributes.filter { Self.writingAttributes.contains($0) }
            + assumable.map { "it may become `\($0)`" }
            + owned.map { $0 == "the database" ? "it owns the database" : "it owns schema `\($0)`" }
            + creatable.map { $0 == "the database" ? "CREATE on the database" : "CREATE on schema `\($0)`" }
            + writable.map { "table `\($0.schema).\($0.name)`" }
    }

    private static var writingAttributes: Set<String> {
        [
            "CREATEROLE", "CREATEDB", "REPLICATION", "pg_write_all_data", "pg_write_server_files", "pg_execute_server_program",
            "pg_create_subscription", "pg_maintain",
        ]
    }
}
