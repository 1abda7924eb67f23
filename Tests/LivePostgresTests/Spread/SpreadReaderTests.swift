import Foundation
import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// Who reads what, and what is read when something goes wrong half-way.
@Suite(.serialized) struct SpreadReaderTests {
    private static let asOf = "2026-06-15"

    private func published() throws -> SpreadTrial {
        let trial = try SpreadTrial(companies: 60, seed: 11, asOf: Self.asOf)
        try trial.publishSpread(asOf: Self.asOf)
        return trial
    }

    private func refusal(_ trial: SpreadTrial, asOf day: String) throws -> RunError {
        try #require(throws: RunError.self) { try trial.publishSpread(asOf: day) }
    }

    /// Of the other servers it knows nothing: no schema, no mapping, no foreign table.
    @Test func metabasesRoleReadsWhatIsPublishedAndNothingElse() throws {
        let trial = try SpreadTrial(companies: 60, seed: 11, asOf: Self.asOf)
        try execute(trial.spreadAdmin, "DO $$ BEGIN CREATE ROLE metabase LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
        try trial.publishSpread(asOf: Self.asOf)
        let reader = trial.spread.replacing("//impact@", with: "//metabase@")
        let tables = try SpreadTrial.picture(of: trial.spread)
        #expect(try SpreadTrial.picture(of: reader) == tables)
        let generation = try #require(try SpreadTrial.generations(on: trial.spread).first)
        for refused in [
            "SELECT * FROM \"\(generation)\".\"vsme@1\"", "SELECT * FROM \"\(generation)\".vsme", "SELECT * FROM pg_user_mapping",
            "CREATE FOREIGN TABLE mine (a text) SERVER impact_1",
        ] {
            var state: String?
            do throws(RunError) { _ = try query(reader, refused) } catch { state = error.sqlState }
            #expect(state == "42501", "\(refused)")
        }
        #expect(try query(reader, "SELECT count(*) FROM pg_user_mappings WHERE umoptions IS NOT NULL") == [["0"]])
    }

    /// Whatever ends it, and when: the former publication is read whole, and the next run publishes.
    @Test func aRunThatComesToNothingLeavesTheFormerWhole() throws {
        let trial = try published()
        let before = try SpreadTrial.picture(of: trial.spread)
        try trial.impact.databases.changeSource("DELETE FROM habilitations_habilitation")
        for (end, status) in [(endALoad, 75), (refuseACommit, 69), (endTheTarget, 75), (swapServers, 69)] as [(Ending, Int32)] {
            let restore = try end(trial)
            #expect(try refusal(trial, asOf: Self.asOf).exitCode == status)
            #expect(try SpreadTrial.picture(of: trial.spread) == before)
            try restore()
        }
        // Servers had committed what nobody was shown.
        #expect(try SpreadTrial.generations(on: trial.rows[0]).count == 2)
        try trial.publishSpread(asOf: Self.asOf)
        #expect(try SpreadTrial.generations(on: trial.rows[0]).count == 2)
        #expect(try query(trial.spread, "SELECT count(*) FROM impact.habilitation") == [["0"]])
    }

    /// Something that ends the next run, and what undoes it.
    private typealias Ending = (SpreadTrial) throws -> () throws -> Void

    private func administrator(of url: String) -> String { url.replacing("//impact@", with: "//postgres@") }

    /// The data server ends the session that rows come by.
    private func endALoad(_ trial: SpreadTrial) -> () throws -> Void {
        let url = administrator(of: trial.rows[1])
        trial.onEvent = { event in
            guard case .modelRead("entreprise", _) = event else { return }
            try? execute(
                url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'impact' AND datname = current_database()")
        }
        return { trial.onEvent = { _ in } }
    }

    /// The last of the servers has a schema of the name that is to be given, when the others have committed.
    private func refuseACommit(_ trial: SpreadTrial) throws -> () throws -> Void {
        let url = administrator(of: trial.rows[2])
        let next = try query(trial.spread, "SELECT max(id) + 1 FROM impact_internal.run")[0][0] ?? ""
        trial.onEvent = { if case .modelRead("vsme", _) = $0 { try? execute(url, "CREATE SCHEMA \"impact@\(next)\"") } }
        return {
            trial.onEvent = { _ in }
            try execute(url, "DROP SCHEMA \"impact@\(next)\"")
        }
    }

    /// All servers have committed, and the one that Metabase reads ends the session before it shows anything.
    private func endTheTarget(_ trial: SpreadTrial) throws -> () throws -> Void {
        try execute(
            trial.spreadAdmin,
            """
            CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END';
            CREATE TRIGGER stop AFTER INSERT ON impact_internal.run_model FOR EACH ROW EXECUTE FUNCTION stop();
            """)
        return { try execute(trial.spreadAdmin, "DROP FUNCTION stop CASCADE") }
    }

    /// Taken for another, a server would be asked for rows that it has not.
    private func swapServers(_ trial: SpreadTrial) -> () throws -> Void {
        trial.rows.swapAt(0, 1)
        return { trial.rows.swapAt(0, 1) }
    }

    /// It is answered from the publication that it began with, and holds the next one up until it ends.
    @Test func aLongQuestionIsAnsweredWhole() throws {
        let trial = try published()
        let reading = "SELECT count(*), count(DISTINCT entreprise_id) FROM impact.habilitation"
        let before = try query(trial.spread, reading)
        try trial.impact.databases.changeSource("DELETE FROM habilitations_habilitation")
        let url = trial.spread
        let (isReading, isDone) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        nonisolated(unsafe) var found: [[String?]] = []
        Thread.detachNewThread {
            let reader = try? Connection.open(.target, url)
            _ = try? reader?.rows("BEGIN", during: Step("testing"))
            _ = try? reader?.rows(reading, during: Step("testing"))
            isReading.signal()
            Thread.sleep(forTimeInterval: 4)
            found = (try? reader?.rows(reading, during: Step("testing"))) ?? []
            isDone.signal()
        }
        isReading.wait()
        try trial.publishSpread(asOf: Self.asOf)
        isDone.wait()
        #expect(found == before && before != [["0", "0"]])
        #expect(try query(trial.spread, reading) == [["0", "0"]])
    }

    @Test func modelsAndOperatorAgreeWhetherThereAreServers() throws {
        let trial = try SpreadTrial(companies: 20, seed: 3, asOf: Self.asOf)
        trial.rows = []
        #expect(try refusal(trial, asOf: Self.asOf).kind == .usage)
        var request = RunRequest(
            source: trial.impact.source, target: trial.spread, asOf: Self.asOf, pseudonymKey: Array(ImpactDatabases.key.utf8))
        request.servers = [trial.spread]
        let script = try ImpactProject.compiled().script
        #expect(try #require(throws: RunError.self) { try run(script, request) { _ in } }.kind == .usage)
        let spread = try ImpactProject.compiled(isSpread: true).script
        #expect(try #require(throws: RunError.self) { try rollback(spread, on: trial.spread) }.kind == .usage)
    }
}
