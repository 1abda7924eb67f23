import ImpactPlan

/// Names of one publication's tables where several servers share its rows. A publication is a schema of one name on each of them and where
/// Metabase reads, so that the next one comes beside it and takes its place at once.
extension RunScript {
    /// `impact@`, which no schema that somebody names begins with.
    var generationPrefix: String { schema + "@" }

    /// `impact@18`, by the number of the run.
    func generation(of record: RunRecord) -> String { generationPrefix + (record.id ?? "") }

    /// `impact_1`: what the server that Metabase reads calls the first of the others.
    func foreignServer(_ number: Int) -> String { "\(schema)_\(number + 1)" }
}

extension SpreadScript {
    /// `vsme@1`: what the first server has of a table.
    static func piece(of table: String, _ number: Int) -> String { "\(table)@\(number + 1)" }

    /// `"impact_arriving"."vsme@1"`
    func arriving(_ table: String, _ number: Int) -> String { arriving(Self.piece(of: table, number)) }

    func arriving(_ table: String) -> String { quoted(arrivingSchema, table) }

    var quotedSchema: String { quoted(arrivingSchema) }

    /// `MODULUS 3, REMAINDER 0`
    static func bounds(_ number: Int, of count: Int) -> String { "MODULUS \(count), REMAINDER \(number)" }
}

extension Connection {
    /// The schemas of publications that are there, the last first.
    func generations(_ script: RunScript) throws(RunError) -> [String] {
        try rows(
            """
            SELECT nspname FROM pg_namespace
            WHERE starts_with(nspname, $1) AND substr(nspname, length($1) + 1) ~ '^[0-9]+$'
            ORDER BY substr(nspname, length($1) + 1)::bigint DESC
            """, [script.generationPrefix], during: .tidying
        ).compactMap { $0[0] }
    }

    func drop(generation: String) throws(RunError) { try execute("DROP SCHEMA \(quoted(generation)) CASCADE", during: .tidying) }
}

extension Step {
    fileprivate static var tidying: Step { Step("dropping what earlier publications left") }
}

extension Target {
    /// Drops what is not shown: of publications before the last, and of runs that came to nothing. What somebody still reads stays until
    /// the next run.
    func tidy(_ servers: borrowing DataServers) throws(RunError) {
        guard script.spread != nil else { return }
        let known = try connection.generations(script)
        for former in known.dropFirst() { try? connection.drop(generation: former) }
        for number in 0..<servers.count {
            for other in try servers.connections[number].generations(script) where other != known.first {
                try? servers.connections[number].drop(generation: other)
            }
        }
    }
}
