import PostgresSQL

/// What an administrator runs once on each server, and may run again. No file holds a password.
extension Emission {
    var sourceRoles: ScriptFile {
        let role = plan.settings.sourceReader
        return file(
            "replica/roles/\(role.fileName).sql",
            "`\(role)`, the runner's role on production. For a DBA to run on the primary, before replica/grants.sql; its password is set apart.",
            [
                .role(.begin), .role(.create(role, logsIn: true)),
                .role(.inThisDatabase([.grant("CONNECT", to: role), .set("default_transaction_read_only", "on", of: role)])),
                .role(.commit),
            ])
    }

    var targetRoles: ScriptFile {
        file(
            "metabase/roles.sql",
            "Who owns, publishes and reads `\(schema)`. For an administrator to run in its database; passwords are set apart.",
            [.role(.begin)] + publishing + plan.settings.readers.flatMap(reading) + coordinating + [.role(.commit)])
    }

    private var owner: String { plan.settings.owner }

    private var publishing: [Statement] {
        let publisher = plan.settings.publisher
        return [
            .comment("`\(owner)` owns what is published, and `\(publisher)` publishes as a member of it."),
            .role(.create(owner, logsIn: false)), .role(.create(publisher, logsIn: true)), .role(.addMember(publisher, of: owner)),
            .role(.inThisDatabase([.grant("CONNECT", to: publisher), .grant("CREATE", to: owner)])),
            .role(.createSchema(schema, owner: owner)), .role(.createSchema(staging, owner: owner)), .revokePublic(schema: schema),
            .revokePublic(schema: staging), .comment("What an earlier set-up left to another owner."),
            .role(.giveTables(ofSchemas: [schema, staging], to: owner)),
        ]
    }

    /// The settings hold from the next session on, in this database only: a role may read others.
    private func reading(_ role: String) -> [Statement] {
        [
            .comment(
                "`\(role)` reads what is published. Metabase's own role is none of the readers: read-only, it could not keep its tables."),
            .role(.create(role, logsIn: true)), .role(.refuseOwner(role)),
            .role(
                .inThisDatabase([
                    .grant("CONNECT", to: role), .set("default_transaction_read_only", "on", of: role),
                    .set("statement_timeout", "5min", of: role), .set("lock_timeout", "10s", of: role),
                    .set("idle_in_transaction_session_timeout", "5min", of: role),
                ])),
            // On the tables, each run grants it in the transaction that publishes them: by default it sees none.
            .grantUsage(schema: schema, to: role),
        ]
    }
}

extension [GeneratedFile] {
    /// What a DBA runs on production, in this order.
    package var forSourceAdministrator: [GeneratedFile] {
        ["replica/roles/", "replica/views/", "replica/grants.sql"].flatMap { prefix in filter { $0.path.hasPrefix(prefix) } }
    }

    package var forTargetAdministrator: [GeneratedFile] { filter { $0.path == "metabase/roles.sql" } }

    /// What an administrator runs on each of the servers that share the rows.
    package var forServerAdministrators: [GeneratedFile] { filter { $0.path == "servers/roles.sql" } }
}
