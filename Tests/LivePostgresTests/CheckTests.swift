import ImpactCompiler
import ImpactDiagnostics
import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// `@check` inside a publication: it stops, or warns, and says no value.
@Suite struct CheckTests {
    private static let models = """
        let project = Project(schema: "impact")

        /// Cas.
        @source("cas")
        struct Cas {
            /// N.
            @key @plain var id: Int
            /// Part.
            @plain var part: Int?
            /// Statut.
            @plain var statut: String?
            /// Vu le.
            @plain var vu_le: Timestamp
        }

        /// Cas.
        @model(from: Cas.self)
        @check(rows: 1...3)
        @check(unique: [part, statut])
        @check(freshness: vu_le, within: 7, severity: .warning)
        struct cas {
            @key let id
            @check(range: 0...100) let part
            @check(oneOf: ["A", "B"]) let statut
            let vu_le
        }

        """
    private static let honest = "(1, 0, 'A', '2026-06-10'), (2, 100, NULL, '2026-01-01'), (3, NULL, 'A', '2026-01-01')"

    private let databases: ScratchDatabases
    private let script: RunScript

    init() throws {
        databases = try ScratchDatabases()
        script = try #require(compile([SourceFile(path: "models.dsl", text: Self.models)]) { _ in nil }.output).script
        try databases.changeSource("CREATE TABLE cas (id bigint PRIMARY KEY, part bigint, statut text, vu_le timestamptz NOT NULL)")
    }

    private func publish(_ rows: String, asOf: String = "2026-06-15") throws -> [RunEvent] {
        try databases.changeSource("TRUNCATE cas; INSERT INTO cas VALUES \(rows)")
        var events: [RunEvent] = []
        let request = RunRequest(
            source: databases.standby, target: databases.target, asOf: asOf, pseudonymKey: Array(ImpactDatabases.key.utf8))
        try run(script, request) { events.append($0) }
        return events
    }

    private func published() throws -> [[String?]] { try query(databases.target, "SELECT t::text FROM impact.cas AS t ORDER BY 1") }

    private func warnings(_ events: [RunEvent]) -> [String] {
        events.compactMap { if case .warned(let model, let finding) = $0 { "\(model): \(finding)" } else { nil } }
    }

    @Test func whatHoldsIsPublished() throws {
        #expect(try warnings(publish(Self.honest)) == [])
        #expect(try published().count == 3)
    }

    @Test(arguments: [
        ("(1, 101, 'CANARI', '2026-06-10'), (2, -1, 'A', '2026-06-10')", "`part` breaks `range: 0...100` (2 rows); and 1 more"),
        ("(1, 1, 'CANARI', '2026-06-10')", "`statut` breaks `oneOf` (1 row)"),
        ("(1, 7, 'A', '2026-06-10'), (2, 7, 'A', '2026-06-10')", "`part, statut` breaks `unique` (2 rows)"),
        (
            "(1, 1, 'A', '2026-06-10'), (2, 2, 'A', '2026-06-10'), (3, 3, 'A', '2026-06-10'), (4, 4, 'A', '2026-06-10')",
            "the table breaks `rows: 1...3` (4 rows)"
        ),
    ])
    func whatDoesNotHoldStopsThePublication(_ rows: String, _ message: String) throws {
        _ = try publish(Self.honest)
        let before = try published()
        let error = try #require(throws: RunError.self) { try publish(rows) }
        #expect(error.exitCode == 65)
        #expect(error.message == "target, checking `cas` (generated/metabase/checks/cas.sql): \(message)")
        #expect(!error.description.contains("CANARI"))
        #expect(try published() == before)
    }

    @Test func nothingAtAllStopsIt() throws {
        try databases.changeSource("TRUNCATE cas")
        let error = try #require(throws: RunError.self) { try publish("(1, 1, 'A', '2026-06-10'); DELETE FROM cas") }
        #expect(error.message.hasSuffix("the table breaks `rows: 1...3` (0 rows)"))
    }

    @Test func aWarningIsToldAndTheRestGoesOn() throws {
        #expect(try warnings(publish(Self.honest, asOf: "2026-06-18")) == ["cas: `vu_le` breaks `freshness: 7 days` (3 rows)"])
        #expect(try published().count == 3)
        #expect(try warnings(publish(Self.honest, asOf: "2026-06-17")) == [])
    }
}
