import ImpactPlan

extension Target {
    /// Grants each reader its rights anew, since a table that was made again has none.
    ///
    /// - Returns: what to tell of readers that do not exist yet; making a role is not the runner's to do.
    func grantRights() throws(RunError) -> [RunEvent] {
        var missing: [RunEvent] = []
        for reader in script.rights {
            if try roleExists(reader.role) {
                try execute(reader.file, "granting rights to `\(reader.role)`")
            } else {
                let statement = "CREATE ROLE \(quoted(reader.role)) LOGIN;"
                missing.append(.readerMissing(role: reader.role, statement: statement))
            }
        }
        return missing
    }

    private func roleExists(_ name: String) throws(RunError) -> Bool {
        try connection.isTrue(
            "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)", [name], during: Step("looking for a reader"))
    }
}
