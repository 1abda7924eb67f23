import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// A production that is not what `schema.sql` says, found before any row moves.
@Suite struct SourceMismatchTests {
    @Test func missingTable() throws {
        let trial = try Trial()
        try trial.databases.changeSource("DROP TABLE report")
        let error = try trial.refusal()
        #expect(error.exitCode == 69)
        #expect(
            error.message
                == "source, checking `reports` (generated/replica/reports.sql:8): a table does not exist (SQLSTATE 42P01)"
        )
    }

    @Test func missingColumn() throws {
        let trial = try Trial()
        try trial.databases.changeSource("ALTER TABLE report DROP score")
        let error = try trial.refusal()
        #expect(error.exitCode == 69)
        #expect(error.message.contains("(generated/replica/reports.sql:7): a column does not exist (SQLSTATE 42703)"))
    }

    @Test func missingRightOnAColumn() throws {
        let trial = try Trial()
        try trial.databases.changeSource(
            "GRANT SELECT ON company TO impact_reader; GRANT SELECT (id, company_id, at) ON report TO impact_reader")
        trial.request.source = trial.databases.standby.replacing("postgres@", with: "impact_reader@")
        let error = try trial.refusal()
        #expect(error.exitCode == 69)
        #expect(error.sqlState == "42501")
        #expect(error.help?.contains("generated/replica/grants.sql") == true)
        #expect(!trial.events.contains { if case .modelRead = $0 { true } else { false } })
        try trial.databases.changeSource("GRANT SELECT (score) ON report TO impact_reader")
        try trial.run()
    }

    @Test func wrongType() throws {
        let trial = try Trial()
        try trial.databases.changeSource("ALTER TABLE report ALTER score TYPE double precision")
        let error = try trial.refusal()
        #expect(error.exitCode == 65)
        #expect(
            error.message == """
                source, `reports.score` (generated/replica/reports.sql): the SELECT gives `double precision`, \
                and `numeric` is declared
                """)
    }

    @Test func wrongNames() throws {
        let trial = try Trial()
        trial.script.models[1].columns.removeLast()
        let error = try trial.refusal()
        #expect(error.exitCode == 65)
        #expect(
            error.message.contains(
                "the SELECT gives `id`, `company`, `score`, `at`, and `id`, `company`, `score` are declared"))
    }

    @Test func everyDeclaredTypeTravels() throws {
        let trial = try Trial()
        trial.script.metrics = []
        trial.script.models = [
            model(
                "types", key: "id",
                columns: [
                    ("id", "bigint"), ("t", "text"), ("v", "text"), ("c", "text"), ("b", "boolean"), ("n", "numeric"),
                    ("f", "double precision"), ("d", "date"), ("ts", "timestamp with time zone"), ("u", "uuid"),
                    ("none", "text"),
                ],
                select: """
                    SELECT 1::bigint AS id, 'é'::text AS t, 'v'::varchar(3) AS v, 'c'::char(3) AS c, true AS b,
                           123456789.000100::numeric AS n, 0.1::float8 AS f, DATE '2026-03-31' AS d,
                           TIMESTAMPTZ '2026-03-31 12:00:00.123456+02' AS ts,
                           '00000000-0000-4000-8000-000000000001'::uuid AS u, NULL::text AS none
                    """, constraints: "PRIMARY KEY (id)")
        ]
        try trial.run()
        #expect(
            try trial.published("SELECT id, t, v, c, b, n, f, d, ts AT TIME ZONE 'UTC', u, \"none\" FROM impact.types")
                == [
                    [
                        "1", "é", "v", "c  ", "t", "123456789.000100", "0.1", "2026-03-31",
                        "2026-03-31 10:00:00.123456",
                        "00000000-0000-4000-8000-000000000001", nil,
                    ]
                ])
    }
}
