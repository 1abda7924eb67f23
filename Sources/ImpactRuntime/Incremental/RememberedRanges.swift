import ImpactPlan

/// What the target remembers of what is published. It is written by the transaction that publishes, and holds as long as no other has
/// published since: not one that was rolled back, nor one of a version that remembers nothing.
struct PublishedMemory {
    /// What the files say now of each table, hashed.
    let definitions: [String: String]
    var origins: [String: RefreshOrigin] = [:]
    var stamps: [String: Stamp] = [:]
    /// Of each model, the digest of each block by its name.
    var blocks: [String: [Int: Int]] = [:]
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
            stamps: byName(remembered) { Stamp(history: $0[7], since: $0[8].flatMap { Int($0) }) }, blocks: try blocks(),
            counts: byName(rows) { PublishedCount(rows: $0[1].flatMap { Int($0) }, withheld: $0[2].flatMap { Int($0) }) })
    }

    /// In one round trip.
    private func definitions() throws(RunError) -> [String: String] {
        let texts = script.models.map { ($0.name, $0.definition) } + script.metrics.map { ($0.name, $0.definition) }
        let hashes = try connection.rows(
            """
            SELECT encode(sha256(convert_to(text, 'UTF8')), 'hex')
            FROM unnest($1::text[]) WITH ORDINALITY AS texts (text, place) ORDER BY place
            """, [textArray(texts.map(\.1))], during: .remembering)
        return Dictionary(zip(texts, hashes).map { ($0.0, $1[0] ?? "") }) { first, _ in first }
    }

    private func byName<Value>(_ rows: [[String?]], _ value: ([String?]) -> Value) -> [String: Value] {
        Dictionary(rows.map { ($0[0] ?? "", value($0)) }) { first, _ in first }
    }

    /// - Returns: nil where nothing is known.
    func memory(of model: ModelScript, in memory: PublishedMemory) -> RefreshMemory? {
        guard model.ranges != nil, let origin = memory.origin(of: model.name) else { return nil }
        return RefreshMemory(origin: origin, stamp: memory.stamps[model.name] ?? .unknown, blocks: memory.blocks[model.name] ?? [:])
    }

    /// What the next run will know of tables, and nothing else: what is known of the ranges of one that leaves goes with it.
    func remember(_ memories: [(name: String, origin: RefreshOrigin, stamp: Stamp)], of record: RunRecord) throws(RunError) {
        let rows = memories.map { name, origin, stamp in
            [name, origin.definition, origin.key, origin.server, origin.asOf, stamp.history, stamp.since.map { String($0) }]
        }
        _ = try connection.rows(
            """
            WITH given AS (
                SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[], $8::bigint[])
                    AS given (name, definition, key, server, as_of, history, since)
            ), gone AS (
                DELETE FROM \(script.refreshTable) WHERE name NOT IN (SELECT name FROM given) RETURNING name
            ), ranges AS (
                DELETE FROM \(script.knownRangeTable) WHERE model IN (SELECT name FROM gone)
            ), blocks AS (
                DELETE FROM \(script.knownBlockTable) WHERE model IN (SELECT name FROM gone)
            )
            INSERT INTO \(script.refreshTable) (run, name, definition, key, server, as_of, history, since)
            SELECT $1::bigint, * FROM given
            ON CONFLICT (name) DO UPDATE SET
                run = excluded.run, definition = excluded.definition, key = excluded.key, server = excluded.server, as_of = excluded.as_of,
                history = excluded.history, since = excluded.since
            """, [record.id] + (0..<7).map { column in textArray(rows.map { $0[column] }) }, during: .remembering)
    }

    /// Writes the digests of blocks that are not what they were.
    func remember(_ blocks: [Int: Int], of model: String, insteadOf old: [Int: Int]?) throws(RunError) {
        let gone = (old ?? [:]).filter { blocks[$0.key] != $0.value }.map(\.key)
        if old == nil || !gone.isEmpty {
            _ = try connection.rows(
                "DELETE FROM \(script.knownBlockTable) WHERE model = $1 AND ($2::bigint[] IS NULL OR name = ANY ($2::bigint[]))",
                [model, old == nil ? nil : array(gone)], during: .remembering)
        }
        let new = blocks.filter { old?[$0.key] != $0.value }
        guard !new.isEmpty else { return }
        _ = try connection.rows(
            "INSERT INTO \(script.knownBlockTable) (model, name, digest) SELECT $1, * FROM unnest($2::bigint[], $3::bigint[])",
            [model, array(new.map(\.key)), array(new.map(\.value))], during: .remembering)
    }
}

/// `{1,2}`
func array(_ numbers: [Int]) -> String { "{\(numbers.map(String.init).joined(separator: ","))}" }

extension ModelScript {
    /// All that its published rows are made by.
    fileprivate var definition: String {
        let files = [select, table] + (ranges.map { [$0.digests, $0.stamps, $0.keys, $0.changes] } ?? [])
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

    /// The digests of its blocks, and of their ranges.
    var knownBlockTable: String { quoted(internalSchema, "known_block") }
    var knownRangeTable: String { quoted(internalSchema, "known_range") }
}
