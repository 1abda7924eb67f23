import ImpactPlan

/// What the server that Metabase reads does of a publication whose rows others share.
extension Target {
    /// Makes the tables of the publication, here and on the servers, without rows.
    func beginGeneration(on servers: borrowing DataServers, _ request: RunRequest) throws(RunError) {
        guard let spread = script.spread else { return }
        // Idle for as long as rows go by to the servers.
        try connection.execute(
            """
            SET LOCAL enable_partitionwise_join = on; SET LOCAL enable_partitionwise_aggregate = on;
            SET LOCAL idle_in_transaction_session_timeout = 0;
            DROP SCHEMA IF EXISTS \(spread.quotedSchema) CASCADE; CREATE SCHEMA \(spread.quotedSchema)
            """, during: .connectingTheServers)
        for model in spread.models { try execute(model.table, "making the table of `\(model.name)`") }
        try servers.begin(spread, request)
    }

    /// Has the servers complete and commit what they hold, and connects it here. Whoever reads sees nothing of it yet.
    ///
    /// - Returns: what the ledger keeps of it, and the rules that are broken and only warn.
    func connect(
        _ rows: SharedRows, on servers: borrowing DataServers, _ record: RunRecord
    ) throws(RunError) -> [(TableRecord, [CheckFinding])] {
        guard let spread = script.spread else { return [] }
        let generation = script.generation(of: record)
        try servers.copy(script, from: connection) { _ in }
        try servers.complete(spread, as: generation)
        for number in 0..<servers.count {
            try connection.execute(spread.import(of: generation, script, number), during: .connectingTheServers)
        }
        try connection.execute(spread.connections(among: servers.count).joined(separator: "\n"), during: .connectingTheServers)
        var tables: [(TableRecord, [CheckFinding])] = []
        for (model, copied) in rows.models {
            let load = LoadTotals(written: copied.rows, seconds: copied.seconds)
            let table = TableRecord(name: model.name, text: model.model.select.text, copied: copied, load: load, rows: copied.rows)
            tables.append((table, try verify(model.model)))
        }
        return tables
    }

    /// Shows the publication in the place of the one before: the views of readers, all in this transaction.
    func showGeneration(_ record: RunRecord) throws(RunError) {
        guard let spread = script.spread else { return }
        // What was loaded for hours waits for the longest question that a reader may ask.
        try exclusively(for: .seconds(600)) { () throws(RunError) in
            for model in spread.models { try execute(model.view, "showing `\(model.name)`") }
        }
        try connection.execute(
            "ALTER SCHEMA \(spread.quotedSchema) RENAME TO \(quoted(script.generation(of: record)))", during: .connectingTheServers)
    }
}

extension Step {
    fileprivate static var connectingTheServers: Step {
        Step(
            "connecting the servers that share the rows",
            help: "each has a foreign server, in the order of IMPACT_SERVER_URLS, and its owner a mapping: docs/growing.md")
    }
}

extension SpreadScript {
    private var tables: [String] { models.map(\.name) + parts.map(\.name) }

    /// What a server has of each table, under names that no other server's have: one that is taken for another is noticed.
    fileprivate func `import`(of generation: String, _ script: RunScript, _ number: Int) -> String {
        let pieces = tables.map { quoted(Self.piece(of: $0, number)) }.joined(separator: ", ")
        return
            "IMPORT FOREIGN SCHEMA \(quoted(generation)) LIMIT TO (\(pieces)) FROM SERVER \(quoted(script.foreignServer(number))) INTO \(quotedSchema)"
    }

    fileprivate func connections(among count: Int) -> [String] {
        let partitions = models.flatMap { model in
            (0..<count).map {
                "ALTER TABLE \(arriving(model.name)) ATTACH PARTITION \(arriving(model.name, $0)) FOR VALUES WITH (\(Self.bounds($0, of: count)));"
            }
        }
        let unions = parts.map { part in
            let pieces = (0..<count).map { "SELECT * FROM \(arriving(part.name, $0))" }
            return "CREATE VIEW \(arriving(part.name)) AS \(pieces.joined(separator: " UNION ALL "));"
        }
        return partitions + unions
    }
}
