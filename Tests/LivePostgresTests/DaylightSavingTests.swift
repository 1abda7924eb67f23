import ImpactCompiler
import ImpactDiagnostics
import ImpactRuntime
import ImpactTestSupport
import Testing

/// Days are those of the project's calendar, on the two nights too when its clocks change, wherever the servers believe they are.
@Suite struct DaylightSavingTests {
    private static let models = """
        let project = Project(schema: "impact", timeZone: "Europe/Paris")

        /// Acte.
        @source("acte")
        struct Acte {
            /// N.
            @key @plain var id: Int
            /// Fait le.
            @plain var fait_le: Timestamp
        }

        /// Acte.
        @model(from: Acte.self)
        struct acte {
            @key let id
            /// Jour.
            let jour = fait_le.truncated(to: .day)
            /// Mois.
            let mois = fait_le.truncated(to: .month)
            /// Fait aujourd'hui.
            let aujourd_hui = fait_le.truncated(to: .day) == today
        }

        """

    @Test func bothNights() throws {
        let databases = try ScratchDatabases()
        let script = try #require(compile([SourceFile(path: "models.dsl", text: Self.models)]) { _ in nil }.output).script
        try databases.changeSource(
            """
            CREATE TABLE acte (id bigint PRIMARY KEY, fait_le timestamptz NOT NULL);
            INSERT INTO acte VALUES
                (1, '2026-03-28 22:59:59Z'), (2, '2026-03-28 23:00:00Z'), (3, '2026-03-29 00:59:59Z'), (4, '2026-03-29 01:00:00Z'),
                (5, '2026-03-29 21:59:59Z'), (6, '2026-03-29 22:00:00Z'),
                (7, '2026-10-24 21:59:59Z'), (8, '2026-10-24 22:00:00Z'), (9, '2026-10-25 00:30:00Z'), (10, '2026-10-25 01:30:00Z'),
                (11, '2026-10-25 22:59:59Z'), (12, '2026-10-25 23:00:00Z'), (13, '2026-10-31 22:59:59Z'), (14, '2026-10-31 23:00:00Z');
            ALTER DATABASE \(databases.name) SET timezone = 'America/New_York';
            """)
        try execute(databases.targetAdmin, "ALTER DATABASE \(databases.name) SET timezone = 'Pacific/Auckland'")
        let request = RunRequest(
            source: databases.standby, target: databases.target, asOf: "2026-10-25", pseudonymKey: Array(ImpactDatabases.key.utf8))
        try run(script, request) { _ in }
        let days = try query(databases.target, "SELECT jour, mois, aujourd_hui FROM impact.acte ORDER BY id").map { $0.map { $0 ?? "" } }
        #expect(
            days.map { $0[0] } == [
                "2026-03-28", "2026-03-29", "2026-03-29", "2026-03-29", "2026-03-29", "2026-03-30",
                "2026-10-24", "2026-10-25", "2026-10-25", "2026-10-25", "2026-10-25", "2026-10-26", "2026-10-31", "2026-11-01",
            ])
        #expect(days.suffix(2).map { $0[1] } == ["2026-10-01", "2026-11-01"])
        #expect(days.filter { $0[2] == "t" }.count == 4)
    }
}
