import ImpactPlan

/// What the target remembers of what is published. It is written by the transaction that publishes, and holds as long as no other has
/// published since: not one that was rolled back, nor one of a version that remembers nothing.
struct PublishedMemory {
    /// What the files say now of each table, hashed.
    let definitions: [String: String]
    var origins: [String: RefreshOrigin] = [:]
    var stamps: [String: Stamp] = [:]
    /// What the ledger says of each table.
    var counts: [String: PublishedCount] = [:]

    /// What is left of it where the tables are not those any more.
    var forgotten: PublishedMemory { PublishedMemory(definitions: definitions) }

    func origin(of name: String) -> RefreshOrigin? { origins[name] }
    func count(of name: String) -> PublishedCount { counts[name] ?? PublishedCount(rows: nil, withheld: nil) }
}

/// Rows of a published table.
struct PublishedCount {
    let rows: Int?
    let withheld: Int?
}

extension Target {
    func remember(before migration: Migration) throws(RunError) -> PublishedMemory {
        // Tables that will be altered are not those any more that it is about.
        let memory = PublishedMemory(definitions: try definitions())
        guard migration.changes.isEmpty else { return memory }
        let rows = try connection.rows(
            """
            SELECT published.name, published.rows_published, published.rows_withheld,
                   refresh.definition, refresh.key, refresh.server, refresh.as_of, refresh.history, refresh.since
            FROM \(script.runModelTable) AS published
            LEFT JOIN \(script.refreshTable) AS refresh ON refresh.name = published.name AND refresh.run = published.run
            WHERE published.run = (SELECT max(id) FROM \(script.runTable) WHERE outcome = '\(LedgerWords.published)')
            """, during: .remembering)
        let remembered = rows.filter { $0[3] != nil }
        return PublishedMemory(
            definitions: memory.definitions,
            origins: byName(remembered) { RefreshOrigin(definition: $0[3] ?? "", key: $0[4] ?? "", server: $0[5] ?? "", asOf: $0[6]) },
            stamps: byName(remembered) { Stamp(history: $0[7], since: $0[8].flatMap { Int($0) }) },
            counts: byName(rows) { PublishedCount(rows: $0[1].flatMap { Int($0) }, withheld: $0[2].flatMap { Int($0) }) })
    }

    /// As bytes, which are the same in any server's encoding, and in one round trip.
    private func definitions() throws(RunError) -> [String: String] {
        let texts = script.models.map { ($0.name, $0.definition) } + script.metrics.map { ($0.name, $0.definition) }
        let bytes = texts.map { "\"\\\\x\(hexadecimal(Array($0.1.utf8)))\"" }.joined(separator: ",")
        let hashes = try connection.rows(
            "SELECT encode(sha256(text), 'hex') FROM unnest($1::bytea[]) WITH ORDINALITY AS texts (text, place) ORDER BY place",
            ["{\(bytes)}"], during: .remembering)
        return Dictionary(zip(texts, hashes).map { ($0.0, $1[0] ?? "") }) { first, _ in first }
    }

    private func byName<Value>(_ rows: [[String?]], _ value: ([String?]) -> Value) -> [String: Value] {
        Dictionary(rows.map { ($0[0] ?? "", value($0)) }) { first, _ in first }
    }

    /// - Returns: nil where nothing is known.
    func memory(of model: ModelScript, in memory: PublishedMemory) throws(RunError) -> RefreshMemory? {
        guard model.ranges != nil, let origin = memory.origin(of: model.name) else { return nil }
        var known = RefreshMemory(origin: origin, stamp: memory.stamps[model.name] ?? .unknown)
        if known.stamp.since == nil {
            try connection.numbers(
                "SELECT name, digest FROM \(script.rangeTable) WHERE model = $1", [model.name], during: .remembering
            ) { known.digests[$0[0]] = $0[1] }
        } else {
            known.blocks = try blocks(of: model.name)
        }
        return known
    }

    /// What the next run will know, and nothing else.
    func remember(_ memories: [(name: String, origin: RefreshOrigin, stamp: Stamp)], of record: RunRecord) throws(RunError) {
        try connection.execute("DELETE FROM \(script.refreshTable)", during: .remembering)
        for (name, origin, stamp) in memories {
            _ = try connection.rows(
                """
                INSERT INTO \(script.refreshTable) (name, run, definition, key, server, as_of, history, since)
                VALUES ($1, $2::bigint, $3, $4, $5, $6::date, $7, $8::bigint)
                """,
                [
                    name, record.id, origin.definition, origin.key, origin.server, origin.asOf, stamp.history,
                    stamp.since.map { String($0) },
                ],
                during: .remembering)
        }
        let stamped = "IS NOT NULL"
        for (table, way) in [(script.rangeTable, "IS NULL"), (script.blockTable, stamped), (script.stampedRangeTable, stamped)] {
            let isKnown = "EXISTS (SELECT FROM \(script.refreshTable) AS refresh WHERE refresh.name = model AND refresh.since \(way))"
            _ = try connection.rows("DELETE FROM \(table) WHERE NOT \(isKnown)", during: .remembering)
        }
    }

    /// Writes the digests that are not what they were.
    func remember(_ digests: [Int: Int], of model: ModelScript, insteadOf old: [Int: Int]?) throws(RunError) {
        let gone = (old ?? [:]).filter { digests[$0.key] != $0.value }.map(\.key)
        if old == nil {
            _ = try connection.rows("DELETE FROM \(script.rangeTable) WHERE model = $1", [model.name], during: .remembering)
        } else if !gone.isEmpty {
            _ = try connection.rows(
                "DELETE FROM \(script.rangeTable) WHERE model = $1 AND name = ANY ($2::bigint[])", [model.name, array(gone)],
                during: .remembering)
        }
        let new = digests.filter { old?[$0.key] != $0.value }
        guard !new.isEmpty else { return }
        _ = try connection.rows(
            "INSERT INTO \(script.rangeTable) (model, name, digest) SELECT $1, * FROM unnest($2::bigint[], $3::bigint[])",
            [model.name, array(new.map(\.key)), array(new.map(\.value))], during: .remembering)
    }
}

/// `{1,2}`
func array(_ numbers: [Int]) -> String { "{\(numbers.map(String.init).joined(separator: ","))}" }

extension ModelScript {
    /// All that its published rows are made by.
    fileprivate var definition: String {
        let files = [select, table] + (ranges.map { [$0.digests, $0.stamps, $0.numbers, $0.keys, $0.changes] } ?? [])
        return files.map(\.text).joined()
    }
}

extension MetricScript {
    /// All that it is made by, besides the rows of tables.
    fileprivate var definition: String { [table, refresh].compactMap { $0?.text }.joined() }
}

extension Step {
    static var remembering: Step { Step("remembering what is published") }
}

extension RunScript {
    /// What each published table was made from.
    var refreshTable: String { quoted(internalSchema, "refresh") }

    /// The digests of its ranges.
    var rangeTable: String { quoted(internalSchema, "range") }

    /// Those of the numbers in its blocks, and in their ranges.
    var blockTable: String { quoted(internalSchema, "stamped_block") }
    var stampedRangeTable: String { quoted(internalSchema, "stamped_range") }
}
