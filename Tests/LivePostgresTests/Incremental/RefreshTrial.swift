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

    init(rows: Int = 400) throws {
        databases = try ScratchDatabases()
        whole = try ScratchDatabases()
        script = try RefreshProject.script()
        request = RunRequest(
            source: databases.standby, target: databases.target, asOf: "2026-06-15", pseudonymKey: Trial.key)
        try change(RefreshProject.tables + RefreshProject.rows(rows))
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
