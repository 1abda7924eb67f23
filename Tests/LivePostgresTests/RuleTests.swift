import ImpactCompiler
import ImpactDiagnostics
import ImpactTestSupport
import Testing

/// What the coarsening rules make of each value, on PostgreSQL.
@Suite struct RuleTests {
    private static let models = """
        let project = Project(schema: "impact")

        /// Cas.
        @source("cas")
        struct Cas {
            @key @plain var id: Int
            @plain var cp: String?
            @plain var n: Int?
            @plain var x: Decimal?
            @personal var courriel: String?
            @plain var quand: Timestamp?
        }

        /// Cas.
        @model(from: Cas.self, clearance: .pseudonymous)
        struct cas {
            /// N.
            @key let id
            /// Département.
            let departement = cp.department
            /// Tranche.
            let tranche = n.bucketed(by: [10, 50, 250])
            /// Tranche.
            let part = x.bucketed(by: [0.5, 1])
            /// Arrondi.
            let arrondi = n.rounded(to: 100)
            /// Borné.
            let borne = n.clamped(to: 0...100)
            /// Domaine.
            let domaine = courriel.domain(among: ["beta.gouv.fr"], otherwise: "autre")
            /// Mois.
            let mois = quand.truncated(to: .month)
            /// Semaine.
            let semaine = quand.truncated(to: .week)
        }

        """

    private func column(_ name: String, of column: String, _ values: [String?]) throws -> [String?] {
        let databases = try ScratchDatabases()
        let rows = values.enumerated().map { "(\($0.offset), \($0.element.map { "'\($0)'" } ?? "NULL"))" }.joined(separator: ", ")
        try execute(
            databases.primary,
            "CREATE TABLE cas (id bigint PRIMARY KEY, cp text, n bigint, x numeric, courriel text, quand timestamptz); INSERT INTO cas (id, \(column)) VALUES \(rows)"
        )
        let output = try #require(compile([SourceFile(path: "models.dsl", text: Self.models)]) { _ in nil }.output)
        let select = try #require(output.script.models.first).select.text.split(separator: ";")[0]
        return try query(databases.primary, "SELECT \(name)::text FROM (\(select)\n) AS t ORDER BY id").map { $0[0] }
    }

    @Test func departmentsOfCorsicaAndOverseas() throws {
        let found = try column(
            "departement", of: "cp",
            [
                "75011", "01000", "20000", "20190", "20200", "20600", "2A004", "2B200", "97400", "97150", "98800", "98713", "7501", "ABCDE",
                "", nil,
            ])
        #expect(found == ["75", "01", "2A", "2A", "2B", "2B", "2A", "2B", "974", "971", "988", "987", nil, nil, nil, nil])
    }

    @Test func bandsAreOpenAtBothEnds() throws {
        let whole = try column("tranche", of: "n", ["-5", "9", "10", "49", "50", "249", "250", "99999", nil])
        #expect(whole == ["< 10", "< 10", "10 - 49", "10 - 49", "50 - 249", "50 - 249", ">= 250", ">= 250", nil])
        let part = try column("part", of: "x", ["0.49", "0.5", "0.99", "1", nil])
        #expect(part == ["< 0.5", "0.5 - < 1", "0.5 - < 1", ">= 1", nil])
    }

    @Test func absentValuesStayAbsent() throws {
        #expect(try column("arrondi", of: "n", ["149", "150", "-149", nil]) == ["100", "200", "-100", nil])
        #expect(try column("borne", of: "n", ["-1", "0", "55", "101", nil]) == ["0", "0", "55", "100", nil])
    }

    @Test func onlyNamedDomainsComeOut() throws {
        let found = try column(
            "domaine", of: "courriel", ["a@beta.gouv.fr", "A@BETA.GOUV.FR", "moi@famille-dupont.fr", "sans arobase", nil])
        #expect(found == ["beta.gouv.fr", "beta.gouv.fr", "autre", "autre", nil])
    }

    @Test func monthsAndWeeksAreThoseOfTheProjectsTimeZone() throws {
        let instants = ["2026-03-31 21:59:59+00", "2026-03-31 22:00:00+00", "2026-12-31 23:00:00+00"]
        #expect(try column("mois", of: "quand", instants) == ["2026-03-01", "2026-04-01", "2027-01-01"])
        #expect(try column("semaine", of: "quand", instants) == ["2026-03-30", "2026-03-30", "2026-12-28"])
    }
}
