import ImpactPlan
import ImpactTestSupport
import Testing

@testable import ImpactRuntime

/// What a run refuses before it reads.
@Suite struct GuardTests {
    @Test func primaryIsRefusedUnlessAllowed() throws {
        let trial = try Trial()
        trial.request.source = trial.databases.primary
        let error = try trial.refusal()
        #expect(error.exitCode == 69)
        #expect(error.help?.contains("--allow-primary") == true)
        trial.request.allowPrimary = true
        let superuser = try trial.refusal()
        #expect(superuser.exitCode == 69)
        #expect(superuser.message.hasSuffix("`postgres` may write there: it is a superuser"))
        trial.request.source = try trial.sourceReader("impact_reader")
        try trial.run()
        #expect(trial.totals?.rowsRead == 6)
    }

    /// Each right to write is one too many, where the server itself would let it.
    @Test(arguments: [
        ("GRANT DELETE ON report TO READER", "table `public.report`"),
        ("GRANT UPDATE (score) ON report TO READER", "table `public.report`"),
        ("GRANT CREATE ON SCHEMA public TO READER", "CREATE on schema `public`"),
        ("GRANT CREATE ON DATABASE DBNAME TO READER", "CREATE on the database"),
        ("GRANT pg_write_all_data TO READER", "pg_write_all_data, table `public.company`, table `public.report`"),
        ("ALTER ROLE READER NOINHERIT; GRANT pg_write_all_data TO READER", "pg_write_all_data"),
        ("GRANT pg_execute_server_program TO READER", "pg_execute_server_program"), ("ALTER ROLE READER CREATEROLE", "CREATEROLE"),
        ("ALTER TABLE report OWNER TO READER", "table `public.report`"),
    ])
    func roleThatMayWriteToAPrimaryIsRefused(_ grant: String, _ right: String) throws {
        let trial = try Trial()
        let role = "writer_of_\(trial.databases.name)"
        try execute(trial.databases.primary, "CREATE ROLE \(role) LOGIN")
        trial.request.source = try trial.sourceReader(role)
        trial.request.allowPrimary = true
        try trial.run()
        try execute(
            trial.databases.primary, grant.replacing("READER", with: role).replacing("DBNAME", with: trial.databases.name))
        let error = try trial.refusalThatLeavesAllUntouched()
        #expect(error.exitCode == 69)
        #expect(error.message.hasSuffix("`\(role)` may write there: \(right)"))
    }

    /// Even a superuser's session writes nothing: PostgreSQL refuses, outside the snapshot's transaction too.
    @Test func theSourcesSessionIsReadOnly() throws {
        let trial = try Trial()
        let source = try Source.open(trial.databases.primary)
        for statement in ["CREATE TABLE written (id integer)", "DELETE FROM report", "SELECT setval('s', 1)"] {
            try? execute(trial.databases.primary, "CREATE SEQUENCE s")
            let error = #expect(throws: RunError.self) { try source.connection.execute(statement, during: Step("testing")) }
            #expect(error?.sqlState == "25006")
        }
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
        let role = "reader_of_\(other.name)"
        try execute(other.targetAdmin, CompanyScript.sourceTables + "CREATE ROLE \(role) LOGIN; GRANT SELECT ON company, report TO \(role)")
        trial.request.source = other.target.replacing("//impact@", with: "//\(role)@")
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
