import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// What a run refuses before it reads.
@Suite struct GuardTests {
    @Test func primaryIsRefusedUnlessAllowed() throws {
        let trial = try Trial()
        trial.request.source = trial.databases.primary
        let error = try trial.refusal()
        #expect(error.exitCode == 69)
        #expect(error.help?.contains("--allow-primary") == true)
        trial.request.allowPrimary = true
        try trial.run()
        #expect(trial.totals?.rowsRead == 6)
    }

    @Test(arguments: [true, false])
    func targetItselfIsRefused(asksForTheClusterIdentifier: Bool) throws {
        let trial = try Trial()
        if !asksForTheClusterIdentifier { try forbidClusterIdentifier(trial.databases.targetAdmin) }
        trial.request.source = trial.databases.target
        trial.request.allowPrimary = true
        let error = try trial.refusal()
        #expect(error.exitCode == 69)
        #expect(error.message.contains("the target's own database"))
        #expect(try trial.published("SELECT to_regnamespace('impact')") == [[nil]])
    }

    @Test func standbyOfTheTargetIsRefused() throws {
        let trial = try Trial()
        trial.request.target = trial.databases.primary
        let error = try trial.refusal()
        #expect(error.exitCode == 69)
        #expect(error.message.contains("a standby or a copy of it"))
    }

    @Test func standbyOfTheTargetIsKnownByItsSchemaToo() throws {
        let trial = try Trial()
        try forbidClusterIdentifier(trial.databases.primary)
        try trial.databases.changeSource(
            """
            CREATE SCHEMA impact_internal; CREATE ROLE owner_of_\(trial.databases.name) LOGIN;
            """)
        let owner = "owner_of_\(trial.databases.name)@"
        trial.request.source = trial.databases.standby.replacing("postgres@", with: owner)
        trial.request.target = trial.databases.primary.replacing("postgres@", with: owner)
        #expect(try trial.refusal().message.contains("a standby or a copy of it"))
    }

    @Test func anotherDatabaseOfTheSameServerIsNoTarget() throws {
        let trial = try Trial()
        try forbidClusterIdentifier(trial.databases.targetAdmin)
        let other = try ScratchDatabases()
        try execute(other.targetAdmin, CompanyScript.sourceTables + "GRANT SELECT ON company, report TO impact")
        trial.request.source = other.target
        trial.request.allowPrimary = true
        try trial.run()
        #expect(trial.totals?.rowsRead == 6)
    }

    @Test func otherRunUnderWayIsWaitedForByTheScheduler() throws {
        let trial = try Trial()
        let other = try Connection.open(.target, trial.databases.target)
        try other.execute(
            "SELECT pg_advisory_lock(hashtextextended('impactc impact', 0))", during: Step("testing"))
        let error = try trial.refusal()
        #expect(error.exitCode == 75)
        #expect(error.message == "target: another run publishes to schema `impact`")
        try other.execute("SELECT pg_advisory_unlock_all()", during: Step("testing"))
        try trial.run()
    }

    @Test func shortKeyIsRefusedBeforeAnyConnection() {
        let request = RunRequest(
            source: "host=nowhere.invalid", target: "host=nowhere.invalid", asOf: "2026-03-31",
            pseudonymKey: [UInt8](repeating: 7, count: 31))
        let error = #expect(throws: RunError.self) { try run(CompanyScript.script(), request) { _ in } }
        #expect(error?.exitCode == 64)
        #expect(error?.message.contains("31 bytes") == true)
    }

    private func forbidClusterIdentifier(_ url: String) throws {
        try execute(url, "REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC")
    }
}
