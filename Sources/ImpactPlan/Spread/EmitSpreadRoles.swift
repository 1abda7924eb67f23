import PostgresSQL

/// Who asks whom, where several servers share the rows.
extension Emission {
    /// For an administrator of each server. Nobody who reads Metabase is known there.
    var serverRoles: [ScriptFile] {
        guard plan.spread != nil else { return [] }
        let (publisher, coordinator) = (plan.settings.publisher, plan.settings.coordinator)
        return [
            file(
                "servers/roles.sql",
                "Who publishes to a server that shares the rows of `\(schema)`, and who asks it for them. For an administrator to run in its database; passwords are set apart.",
                [
                    .role(.begin), .role(.create(publisher, logsIn: true)), .role(.create(coordinator, logsIn: true)),
                    .role(
                        .inThisDatabase([
                            .grant("CONNECT", to: publisher), .grant("CREATE", to: publisher), .grant("CONNECT", to: coordinator),
                            .set("default_transaction_read_only", "on", of: coordinator),
                        ])), .role(.commit),
                ])
        ]
    }

    /// For the server that Metabase reads. Its foreign servers and the mapping of their owner hold addresses and passwords: they are in no file.
    var coordinating: [Statement] {
        guard plan.spread != nil else { return [] }
        let plans = plan.settings.readers.flatMap { reader in
            ["enable_partitionwise_join", "enable_partitionwise_aggregate"].map { DatabaseClause.set($0, "on", of: reader) }
        }
        return [
            .comment("Several servers share the rows: they are asked for what they can compute."), .role(.createExtension("postgres_fdw")),
        ] + (plans.isEmpty ? [] : [.role(.inThisDatabase(plans))])
    }
}
