import Dispatch
import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// What the ledger keeps of runs, good and bad, and what everyone sees of it.
@Suite struct LedgerTests {
    private let trial: Trial

    init() throws { trial = try Trial() }

    private func ledger(_ columns: String) throws -> [[String?]] {
        try trial.published("SELECT \(columns) FROM impact_internal.run ORDER BY id")
    }

    @Test func aPublicationIsARowAndOneForEachTable() throws {
        try trial.run()
        try trial.databases.changeSource("UPDATE company SET name = 'Alpha & Cie' WHERE id = 1; DELETE FROM report WHERE id = 12")
        try trial.run()
        #expect(
            try ledger("outcome, exit_code, sql_state, rows_read, rows_written, rows_unchanged, rows_deleted, keeps_previous, source_kind")
                == [
                    ["published", "0", nil, "6", "7", "0", "0", "f", "standby"],
                    ["published", "0", nil, "5", "2", "4", "1", "t", "standby"],
                ])
        #expect(
            try trial.published(
                "SELECT name, rows_read, rows_written, rows_unchanged, rows_deleted, rows_published, rows_kept, has_changed FROM impact_internal.run_model WHERE run = 2 ORDER BY name"
            ) == [
                ["companies", "3", "1", "2", "0", "3", "1", "t"], ["report_count", nil, "1", "0", "0", "1", "1", "t"],
                ["reports", "2", "0", "2", "1", "2", "1", "t"],
            ])
    }

    @Test func aPublicationSaysWhatRanAndWhichMomentItShows() throws {
        try trial.run()
        let first = try ledger(
            """
            source_version = current_setting('server_version_num')::int / 10000, source_position ~ '^[0-9A-F]+/[0-9A-F]+$', source_lag >= 0,
            snapshot_at BETWEEN started_at - interval '1 hour' AND finished_at, length(digest), version, publication::bigint > 0
            """)
        #expect(first == [["t", "t", "t", "t", "64", Release.version, "t"]])
        try trial.run()
        trial.script.models[1].select.text = "-- otherwise\n" + trial.script.models[1].select.text
        try trial.run()
        let digests = try ledger("digest").map { $0[0] }
        #expect(digests[0] == digests[1] && digests[1] != digests[2])
        let selects = try trial.published("SELECT count(DISTINCT digest) FROM impact_internal.run_model GROUP BY name ORDER BY name")
        #expect(selects == [["1"], ["1"], ["2"]])
    }

    @Test func whatFailsIsARowWithItsCodeAndNoValue() throws {
        try trial.run()
        try trial.databases.changeSource("INSERT INTO report VALUES (13, 99, NULL, NULL)")
        _ = try trial.refusal()
        #expect(
            try ledger("outcome, exit_code, failed_on, sql_state, finished_at IS NOT NULL").last == [
                "failed", "65", "target", "23503", "t",
            ])
        trial.request.source = "postgresql://127.0.0.1:1/nowhere"
        _ = try trial.refusal()
        #expect(try ledger("outcome, exit_code, failed_on, sql_state").last == ["failed", "69", "source", nil])
        #expect(try trial.published("SELECT count(*) FROM impact_internal.run_model") == [["3"]])
    }

    /// The session that publishes is gone, and so is its connection: the end is told on another one.
    @Test func aSessionThatEndsIsARow() throws {
        try trial.run()
        trial.request.retries = 0
        trial.readSlowly()
        let ended = endCopy(on: trial.databases.targetAdmin)
        _ = try trial.refusal()
        #expect(ended.wait(timeout: .now() + 20) == .success)
        #expect(try ledger("outcome, exit_code, failed_on, sql_state").last == ["failed", "75", "target", "57P01"])
    }

    @Test func aRunThatAnotherKeepsOutLeavesNoTrace() throws {
        try trial.run()
        let other = try Connection.open(.target, trial.databases.target)
        _ = try other.rows("SELECT pg_advisory_lock(hashtextextended('impactc impact', 0))", during: Step("testing"))
        let error = try trial.refusal()
        #expect(error.exitCode == 75)
        #expect(try ledger("outcome") == [["published"]])
        #expect(try status(of: "impact", on: trial.databases.target, last: 5).isUnderWay)
        // Its session lasts until here.
        _ = try other.rows("SELECT 1", during: Step("testing"))
    }

    @Test func aRunThatIsRunningIsSeenAndOneThatWasKilledIsInterrupted() throws {
        try trial.run()
        let target = trial.databases.target
        var seen: LedgerStatus?
        trial.onEvent = { if case .modelRead = $0 { seen = try? status(of: "impact", on: target, last: 1) } }
        try trial.run()
        #expect(seen?.isUnderWay == true && seen?.runs.map(\.outcome) == ["running"])
        // As a run leaves it that is killed.
        try execute(target, "UPDATE impact_internal.run SET outcome = 'running', finished_at = NULL WHERE id = 2")
        #expect(try status(of: "impact", on: target, last: 5).runs.map(\.outcome) == ["interrupted", "published"])
        try trial.run()
        #expect(try ledger("outcome, finished_at IS NOT NULL") == [["published", "t"], ["interrupted", "t"], ["published", "t"]])
    }

    @Test func theLedgerOfTheFirstVersionKeepsItsRows() throws {
        try execute(
            trial.databases.target,
            """
            CREATE SCHEMA impact; CREATE SCHEMA impact_internal;
            CREATE TABLE impact_internal.applied (file text PRIMARY KEY, digest text NOT NULL);
            CREATE TABLE impact_internal.run (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, started_at timestamptz NOT NULL, finished_at timestamptz NOT NULL,
                as_of date NOT NULL, rows_read bigint NOT NULL, rows_written bigint NOT NULL, rows_deleted bigint NOT NULL);
            INSERT INTO impact_internal.run (started_at, finished_at, as_of, rows_read, rows_written, rows_deleted)
            VALUES (now(), now(), '2026-03-30', 1, 2, 3)
            """)
        #expect(try status(of: "impact", on: trial.databases.target, last: 5).runs == [])
        try trial.run()
        #expect(
            try ledger("as_of, outcome, rows_written, keeps_previous") == [
                ["2026-03-30", "published", "2", "f"], ["2026-03-31", "published", "7", "f"],
            ])
    }

    @Test func theLedgerDoesNotGrowForEver() throws {
        try trial.run()
        try execute(
            trial.databases.target,
            """
            UPDATE impact_internal.run SET started_at = now() - interval '401 days';
            INSERT INTO impact_internal.run (started_at, as_of, rows_read, rows_written, rows_deleted, outcome)
            SELECT now(), '2026-03-31', 0, 0, 0, 'failed' FROM generate_series(1, 3)
            """)
        try trial.run()
        #expect(try ledger("id").count == 5, "what is published keeps its row, however old")
        try trial.run()
        #expect(try ledger("id").first == ["2"])
        #expect(try trial.published("SELECT DISTINCT run FROM impact_internal.run_model ORDER BY run") == [["5"], ["6"]])
    }

    @Test func everyoneSeesHowFreshTheTablesAre() throws {
        let role = "reader_of_\(trial.databases.name)"
        try execute(trial.databases.targetAdmin, "CREATE ROLE \(role) LOGIN")
        try trial.run()
        let reader = trial.databases.target.replacing("impact@", with: "\(role)@")
        let freshness = """
            SELECT table_publiee, lignes, a_change, donnees_du <= synchronisee_le, synchronisee_le > now() - interval '1 minute', retablie_le
            FROM impact.synchronisation ORDER BY 1
            """
        #expect(
            try query(reader, freshness) == [
                ["companies", "3", "t", "t", "t", nil], ["report_count", "1", "t", "t", "t", nil], ["reports", "3", "t", "t", "t", nil],
            ])
        let first = try query(reader, "SELECT min(synchronisee_le) FROM impact.synchronisation")
        try trial.databases.changeSource("UPDATE company SET name = 'Alpha & Cie' WHERE id = 1")
        try trial.run()
        #expect(try query(reader, freshness).map { $0[2] } == ["t", "f", "f"])
        #expect(try query(reader, "SELECT min(synchronisee_le) FROM impact.synchronisation") != first)
    }
}
