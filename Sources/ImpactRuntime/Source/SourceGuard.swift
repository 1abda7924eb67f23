extension Source {
    /// - Throws: `.unavailable` where the source is a primary and the operator did not say so or its role may write, or where it
    ///   is the target.
    func check(_ kind: ServerKind, _ request: RunRequest, against target: borrowing Target) throws(RunError) {
        guard kind == .standby || request.allowPrimary else {
            throw RunError(
                .unavailable, on: .source,
                "source \(connection.address): it is a primary, where a long snapshot keeps dead rows from cleanup",
                help: "name a standby, or say `--allow-primary`")
        }
        let identity = try DatabaseIdentity(of: connection, internalSchema: target.script.internalSchema)
        let published = try DatabaseIdentity(of: target.connection, internalSchema: target.script.internalSchema)
        guard !identity.isSameDatabase(as: published) else {
            throw RunError(
                .unavailable, on: .source,
                "source \(connection.address): it is the target's own database, or a standby or a copy of it",
                help: "name production's standby as the source, and another database as the target")
        }
        if kind == .primary { try requireReadOnlyRole() }
    }
}

extension Connection {
    func kind() throws(RunError) -> ServerKind {
        try isTrue("SELECT pg_is_in_recovery()", during: Step("asking whether it is a standby")) ? .standby : .primary
    }
}
