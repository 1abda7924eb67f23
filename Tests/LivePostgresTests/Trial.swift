import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// One project on databases of its own, and what its runs told.
final class Trial {
    let databases: ScratchDatabases
    var script: RunScript
    var request: RunRequest
    private(set) var events: [RunEvent] = []
    /// Called while a run goes on.
    var onEvent: (RunEvent) -> Void = { _ in }

    static let key = Array("a test key that is 32 bytes long".utf8)

    init(on servers: ScratchServers? = nil) throws {
        databases = try ScratchDatabases(on: servers)
        script = CompanyScript.script(reader: "reader_of_\(databases.name)")
        request = RunRequest(
            source: databases.standby, target: databases.target, asOf: "2026-03-31", pseudonymKey: Self.key)
        try databases.changeSource(CompanyScript.sourceTables)
    }

    /// One run from the start to its end; `events` holds what it told.
    func run() throws(RunError) {
        var told: [RunEvent] = []
        defer { events = told }
        try ImpactRuntime.run(script, request) {
            told.append($0)
            onEvent($0)
        }
    }

    /// The error of a run that must not pass.
    func refusal() throws -> RunError { try #require(throws: RunError.self) { try run() } }
}

extension Trial {
    /// Every published row with the transaction that wrote it: equal texts mean that nothing was touched.
    func publishedRows() throws -> [[String?]] {
        try ["companies", "reports", "report_count"].flatMap {
            try query(databases.target, "SELECT xmin, t::text FROM impact.\($0) AS t ORDER BY 2")
        }
    }

    func published(_ sql: String) throws -> [[String?]] { try query(databases.target, sql) }

    var totals: RunTotals? {
        events.compactMap { if case .done(let totals) = $0 { totals } else { nil } }.first
    }

    func loaded(_ model: String) -> LoadTotals? {
        events.compactMap { if case .published(model, let totals) = $0 { totals } else { nil } }.first
    }

    /// A run that must come to nothing, and leave the published rows as they are.
    func refusalThatLeavesAllUntouched() throws -> RunError {
        let before = try publishedRows()
        let error = try refusal()
        #expect(try publishedRows() == before)
        #expect(try leftovers() == [])
        return error
    }

    /// The primary, as a role that may read the tables and do nothing else.
    func sourceReader(_ role: String) throws -> String {
        try execute(databases.primary, "GRANT SELECT ON company, report TO \(role)")
        return databases.primary.replacing("//postgres@", with: "//\(role)@")
    }

    /// What is left in the internal schema besides the runner's own tables.
    func leftovers() throws -> [[String?]] {
        try query(
            databases.targetAdmin,
            """
            SELECT relname FROM pg_class
            WHERE relnamespace = to_regnamespace('impact_internal') AND relkind = 'r'
              AND NOT relname = ANY (\(tablesOfTheRunner))
              AND relname NOT LIKE '%\\_previous' AND relname NOT LIKE '%\\_former'
            """)
    }
}

/// What a run keeps in the schema that is its own, as an array of SQL.
let tablesOfTheRunner = """
    ARRAY['applied', 'departure', 'run', 'run_model', 'refresh', 'known_block', 'known_range', 'published_state', 'former', 'undo']
    """
