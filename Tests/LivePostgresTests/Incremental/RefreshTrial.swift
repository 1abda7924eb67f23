import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// One production, published by runs that read what changed, and into another database by runs that read all.
final class RefreshTrial {
    let databases: ScratchDatabases
    private let whole: ScratchDatabases
    var script: RunScript
    var request: RunRequest
    private(set) var events: [RunEvent] = []

    /// How what changed is found: by what the reader may see.
    enum Way: Sendable, CaseIterable {
        case stamps, digests

        /// How many numbers a range has.
        var size: Int { self == .stamps ? 64 : 16 }

        /// How many ranges the numbers from 1 to another have.
        func ranges(to number: Int) -> Int { number / size + 1 }
    }

    init(rows: Int = 400, by way: Way = .stamps, on servers: ScratchServers? = nil) throws {
        databases = try ScratchDatabases(on: servers)
        whole = try ScratchDatabases(on: servers)
        script = try RefreshProject.script()
        reader = "reader_of_\(databases.name)"
        request = RunRequest(
            source: databases.standby.replacing("//postgres@", with: "//\(reader)@"), target: databases.target, asOf: "2026-06-15",
            pseudonymKey: Trial.key)
        try change(RefreshProject.tables + RefreshProject.rows(rows) + grants(way))
    }

    let reader: String

    private func grants(_ way: Way) throws -> String {
        let grants = try RefreshProject.grants().replacing("impact_reader", with: reader).split(separator: "\n\n")
        return "CREATE ROLE \(reader) LOGIN;" + grants.filter { way == .stamps || !$0.contains("xmin") }.joined(separator: "\n\n")
    }

    func change(_ sql: String) throws { try databases.changeSource(sql) }

    func run() throws {
        events = []
        try ImpactRuntime.run(script, request) { events.append($0) }
    }

    /// Publishes into the other database by a run that reads all, and compares every row, byte by byte.
    func expectEqualToWhole(_ after: String) throws {
        var request = request
        request.target = whole.target
        request.isFull = true
        try ImpactRuntime.run(script, request) { _ in }
        for table in RefreshProject.published {
            let sql = "SELECT t::text FROM impact.\(table) AS t ORDER BY 1"
            let (found, expected) = (try query(databases.target, sql), try query(whole.target, sql))
            #expect(found == expected, "\(table), after \(after)")
        }
    }
}

extension RefreshTrial {
    func choice(_ model: String) -> RefreshChoice? {
        events.compactMap { if case .chosen(model, let choice) = $0 { choice } else { nil } }.first
    }

    /// Models of which some ranges were read.
    var rangesRead: Int {
        events.count { if case .chosen(_, .ranges(let changed, _)) = $0 { changed > 0 } else { false } }
    }

    func ranges(_ model: String) -> Int? { if case .ranges(_, let all)? = choice(model) { all } else { nil } }

    func read(_ model: String) -> Int? {
        events.compactMap { if case .modelRead(model, let copied) = $0 { copied.rows } else { nil } }.first
    }

    func loaded(_ name: String) -> LoadTotals? {
        events.compactMap { event in
            switch event {
            case .published(name, let load), .refreshed(name, let load): load
            default: nil
            }
        }.first
    }

    func rows(_ table: String) throws -> [[String?]] {
        try query(databases.target, "SELECT xmin, t::text FROM impact.\(table) AS t ORDER BY 2")
    }
}
