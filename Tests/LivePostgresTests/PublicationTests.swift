import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

@Suite struct PublicationTests {
    @Test func firstRunPublishesEverything() throws {
        let trial = try Trial()
        try trial.run()
        #expect(
            try trial.published(
                """
                SELECT c.name, r.id, r.score, r.at FROM impact.reports AS r
                JOIN impact.companies AS c ON c.key = r.company ORDER BY r.id
                """) == [
                    [
                        "Alpha", "10", "12.50",
                        try trial.published("SELECT '2026-01-02 03:04:05+00'::timestamptz")[0][0],
                    ],
                    ["Alpha", "11", nil, nil], ["Gamma", "12", "7", nil],
                ])
        #expect(try trial.published("SELECT day, reports FROM impact.report_count") == [["2026-03-31", "3"]])
        #expect(trial.totals?.rowsRead == 6)
        #expect(trial.totals?.rowsWritten == 7)
        #expect(trial.loaded("companies")?.written == 3)
        #expect(try trial.leftovers() == [])
        #expect(
            try trial.published(
                """
                SELECT as_of, rows_read, rows_written, rows_deleted, finished_at >= started_at
                FROM impact_internal.run
                """) == [["2026-03-31", "6", "7", "0", "t"]])
    }

    @Test func secondRunTouchesNothing() throws {
        let trial = try Trial()
        try trial.run()
        let before = try trial.publishedRows()
        try trial.run()
        #expect(try trial.publishedRows() == before)
        #expect(trial.totals?.rowsRead == 6)
        #expect(trial.totals?.rowsWritten == 0)
        #expect(trial.totals?.rowsDeleted == 0)
        #expect(!trial.events.contains { if case .tablesCreated = $0 { true } else { false } })
    }

    @Test func onlyWhatChangedIsWritten() throws {
        let trial = try Trial()
        try trial.run()
        let before = try trial.publishedRows()
        try trial.databases.changeSource(
            """
            UPDATE company SET name = 'Alpha & Cie' WHERE id = 1;
            DELETE FROM report WHERE id = 12;
            DELETE FROM company WHERE id = 3;
            INSERT INTO company VALUES (4, 'Delta', 'BE');
            """)
        trial.request.asOf = "2026-04-01"
        try trial.run()
        #expect(trial.loaded("companies")?.written == 2)
        #expect(trial.loaded("companies")?.deleted == 1)
        #expect(trial.loaded("reports")?.written == 0)
        #expect(trial.loaded("reports")?.deleted == 1)
        let untouched = try trial.publishedRows().filter { before.contains($0) }
        #expect(untouched.count == 4)  // Beta, two reports, the first day's count
        #expect(
            try trial.published("SELECT day, reports FROM impact.report_count ORDER BY day") == [
                ["2026-03-31", "3"], ["2026-04-01", "2"],
            ])
    }

    @Test func pseudonymsAreHMACs() throws {
        // RFC 4231, test case 6: a key longer than a block.
        let trial = try Trial()
        trial.request.pseudonymKey = [UInt8](repeating: 0xaa, count: 131)
        trial.script.models = [
            model(
                "vectors", key: "mac", columns: [("mac", "text")],
                select: """
                    SELECT encode(sha256(
                               decode(current_setting('impact.outer_pad'), 'hex')
                               || sha256(decode(current_setting('impact.inner_pad'), 'hex')
                               || 'Test Using Larger Than Block-Size Key - Hash Key First'::bytea)), 'hex') AS mac
                    """, constraints: "PRIMARY KEY (mac)")
        ]
        trial.script.metrics = []
        try trial.run()
        #expect(
            try trial.published("SELECT mac FROM impact.vectors") == [
                ["60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"]
            ])
    }

    @Test func emptyModelPublishesEmptyTable() throws {
        let trial = try Trial()
        try trial.databases.changeSource("DELETE FROM report; DELETE FROM company")
        try trial.run()
        #expect(trial.totals?.rowsRead == 0)
        #expect(try trial.published("SELECT count(*) FROM impact.companies") == [["0"]])
    }
}
