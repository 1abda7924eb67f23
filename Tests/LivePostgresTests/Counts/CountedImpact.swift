import Foundation
import ImpactPlan
import ImpactRuntime
import ImpactTestSupport

/// The Impact models between two servers, each behind a proxy that counts.
struct CountedImpact {
    let impact: ImpactDatabases
    let script: RunScript
    private static let day = "2026-06-15"

    init() throws {
        impact = try ImpactDatabases(companies: 300, seed: 1, asOf: Self.day, on: CountingTests.servers)
        try impact.databases.changeSource("ANALYZE")
        script = try ImpactProject.compiled().script
    }

    struct Counts {
        var source = ServerTraffic()
        var target = ServerTraffic()
        /// Rows of all models, and their bytes.
        var read = CopyTotals()
    }

    func run(isFull: Bool = false) throws -> Counts {
        let (source, target) = (try proxy(before: impact.source), try proxy(before: impact.databases.target))
        defer { for proxy in [source, target] { proxy.close() } }
        var request = RunRequest(
            source: address(impact.source, source), target: address(impact.databases.target, target), asOf: Self.day,
            pseudonymKey: Array(ImpactDatabases.key.utf8))
        request.isFull = isFull
        var counts = Counts()
        try ImpactRuntime.run(script, request) { event in
            guard case .modelRead(_, let copied) = event else { return }
            counts.read.rows += copied.rows
            counts.read.bytes += copied.bytes
        }
        (counts.source, counts.target) = (source.traffic, target.traffic)
        return counts
    }

    private func proxy(before url: String) throws -> Proxy {
        try Proxy(to: url.firstMatch(of: /:(\d+)\//).flatMap { UInt16($0.1) } ?? 0)
    }

    /// Without encryption, so that messages can be told apart.
    private func address(_ url: String, _ proxy: Proxy) -> String {
        url.replacing(/:\d+\//, with: ":\(proxy.port)/") + "?sslmode=disable&gssencmode=disable"
    }
}

extension CountedImpact {
    /// Executes statements of the source, each once, on the primary.
    func execute(_ files: [ScriptFile]) throws {
        let pads = "-c impact.inner_pad=\(String(repeating: "36", count: 64)) -c impact.outer_pad=\(String(repeating: "5c", count: 64))"
        let settings = "-c impact.today=\(Self.day) -c impact.since=1 -c impact.known={} -c timezone=UTC \(pads)"
        let options = settings.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
        for file in files { _ = try query(impact.databases.primary + "?options=" + (options ?? ""), file.text) }
    }

    /// How often each table of production was gone through from its start, by a server's own count. That of look-ups in indexes is none of
    /// statements alone: planning makes some.
    func scans(_ server: KeyPath<ScratchDatabases, String>) throws -> [String: [Int]] {
        try numbers(server, "seq_scan, seq_tup_read", of: "public")
    }

    /// Rows that were ever inserted, updated and deleted, of each published table.
    /// The one that tells of the runs is left out: each run writes it.
    func rowsWritten() throws -> [String: [Int]] {
        var numbers = try numbers(\.targetAdmin, "n_tup_ins, n_tup_upd, n_tup_del", of: "impact")
        numbers[script.synchronization.name] = nil
        return numbers
    }

    private func numbers(
        _ server: KeyPath<ScratchDatabases, String>, _ columns: String, of schema: String
    ) throws -> [String: [Int]] {
        let rows = try query(
            impact.databases[keyPath: server], "SELECT relname, \(columns) FROM pg_stat_user_tables WHERE schemaname = '\(schema)'")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] ?? "", $0.dropFirst().map { Int($0 ?? "") ?? -1 }) })
    }
}

/// What came on top.
func difference(_ before: [String: [Int]], _ after: [String: [Int]]) -> [String: [Int]] {
    after.reduce(into: [:]) { sum, table in
        let more = zip(table.value, before[table.key] ?? table.value.map { _ in 0 }).map { $0 - $1 }
        if more.contains(where: { $0 != 0 }) { sum[table.key] = more }
    }
}

/// Servers write down their counts a moment after the session that made them has ended: what looks half a second apart agree on.
func stable<Value: Equatable>(_ count: () throws -> Value) throws -> Value {
    var last: Value?
    for _ in 0..<20 {
        usleep(500_000)
        let found = try count()
        if found == last { return found }
        last = found
    }
    return try count()
}
