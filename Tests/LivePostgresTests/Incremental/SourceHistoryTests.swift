import ImpactRuntime
import ImpactTestSupport
import Testing

/// What the source itself may become: stamps of rows are compared with those of the same server, and with no others.
@Suite struct SourceHistoryTests {
    /// It may have been made anew from a copy; digests say whether that goes on.
    @Test func aStandbyThatWasStartedAnewIsReadWhole() throws {
        let trial = try RefreshTrial(on: ScratchServers(named: "restarted"))
        try trial.run()
        try trial.changeOne()
        try trial.run()
        #expect(trial.read("personnes") == 1)
        try trial.databases.servers.restart("standby")
        try trial.changeOne()
        try trial.run()
        #expect(trial.choice("personnes") == .whole(because: .history))
        for (rows, ranges) in [(16, 26), (1, 7)] {
            try trial.changeOne()
            try trial.run()
            #expect(trial.choice("personnes") == .ranges(changed: 1, of: ranges))
            #expect(trial.read("personnes") == rows)
        }
        try trial.expectEqualToWhole("a restart")
        try trial.databases.servers.stop()
    }

    /// Each night another copy: after the second, digests are what is compared.
    @Test func aSourceThatIsAlwaysAnotherIsComparedByDigests() throws {
        let trial = try RefreshTrial(on: ScratchServers(named: "copies"))
        for night in 1...4 {
            try trial.databases.servers.restart("standby")
            try trial.changeOne()
            try trial.run()
            if night > 2 { #expect(trial.choice("personnes") == .ranges(changed: 1, of: 26)) }
        }
        try trial.expectEqualToWhole("copies")
        try trial.databases.servers.stop()
    }

    @Test func aStandbyThatWasPromotedIsReadWhole() throws {
        let trial = try RefreshTrial(on: ScratchServers(named: "promoted"))
        try trial.run()
        let standby = trial.databases.standby
        #expect(try query(standby, "SELECT pg_promote()") == [["t"]])
        trial.request.allowPrimary = true
        // Transactions of the old primary are lost, and their numbers given anew.
        try execute(trial.databases.primary, "UPDATE personne SET actif = NOT actif WHERE id = 70")
        try execute(standby, "UPDATE personne SET actif = NOT actif WHERE id = 7")
        try trial.run()
        #expect(trial.choice("personnes") == .whole(because: .history))
        try trial.expectEqualToWhole("a promotion")
        try execute(standby, "UPDATE personne SET actif = NOT actif WHERE id = 7")
        try trial.run()
        // There is no person of number 0.
        #expect(trial.read("personnes") == 15)
        try trial.expectEqualToWhole("a change after a promotion")
        try trial.databases.servers.stop()
    }

    /// A round of which the state is the one that was published leaves no row in the ledger, and moves the freshness on.
    @Test func aRoundWithoutChangeIsNone() throws {
        let trial = try RefreshTrial(on: ScratchServers(named: "quiet"))
        try execute(trial.databases.servers.primary.text, "ALTER SYSTEM SET autovacuum = off")
        try execute(trial.databases.servers.primary.text, "SELECT pg_reload_conf()")
        try trial.run()
        trial.request.isRound = true
        let before = try trial.freshness()
        try trial.run()
        #expect(trial.isQuiet)
        let after = try trial.freshness()
        #expect(after.runs == before.runs)
        #expect(after.snapshot > before.snapshot)
        // A transaction under way may be one that commits in a moment.
        let late = try Connection.open(.source, trial.databases.primary)
        try late.execute("BEGIN; UPDATE personne SET actif = NOT actif WHERE id = 70", during: Step("testing"))
        try trial.change("UPDATE societe SET nom = 'Autre' WHERE id = 7")
        try trial.run()
        #expect(!trial.isQuiet)
        try late.execute("COMMIT", during: Step("testing"))
        try trial.databases.servers.waitForStandby()
        try trial.run()
        #expect(trial.loaded("personnes")?.written == 1)
        try trial.run()
        #expect(trial.isQuiet)
        for change in [{ $0.asOf = "2026-06-16" }, { $0.pseudonymKey = Array("another key that is 32 bytes long".utf8) }]
            as [(inout RunRequest) -> Void]
        {
            change(&trial.request)
            try trial.run()
            #expect(!trial.isQuiet)
        }
        try trial.run()
        #expect(trial.isQuiet)
        _ = try rollback(trial.script, on: trial.request.target)
        try trial.run()
        #expect(!trial.isQuiet)
        try trial.databases.servers.stop()
    }
}

extension RefreshTrial {
    fileprivate func changeOne() throws { try change("UPDATE personne SET actif = NOT actif WHERE id = 70") }

    fileprivate var isQuiet: Bool { events.contains { if case .unchanged = $0 { true } else { false } } }

    fileprivate func freshness() throws -> (runs: String, snapshot: String) {
        let row = try query(
            databases.targetAdmin,
            "SELECT (SELECT count(*) FROM impact_internal.run), to_char(max(snapshot_at), 'YYYYMMDDHH24MISSUS') FROM impact_internal.run")
        return (row[0][0] ?? "", row[0][1] ?? "")
    }
}
