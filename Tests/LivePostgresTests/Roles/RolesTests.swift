import ImpactRuntime
import ImpactTestSupport
import Testing

/// What `impactc grants` prints, run by an administrator: who may what on both servers then.
@Suite struct RolesTests {
    @Test func aDatabaseOfItsOwn() throws {
        try expectPublication(RolesTrial())
    }

    /// Metabase's sessions and settings lie in `public`, beside what is published.
    @Test func metabasesOwnDatabase() throws {
        let trial = try RolesTrial()
        let app = "metabase_\(trial.names.schema)"
        try execute(
            trial.databases.targetAdmin,
            """
            CREATE ROLE \(app) LOGIN; GRANT ALL ON DATABASE \(trial.databases.name) TO \(app); GRANT ALL ON SCHEMA public TO \(app);
            SET ROLE \(app);
            CREATE TABLE core_user (email text); CREATE TABLE core_session (id text); CREATE TABLE metabase_database (details text);
            CREATE TABLE setting (key text, value text); CREATE TABLE unlike_anything (id int)
            """)
        try expectPublication(trial)
        for table in ["core_user", "core_session", "setting", "metabase_database", "unlike_anything"] {
            #expect(try trial.refusal("SELECT * FROM public.\(table)") == "42501", "\(table)")
        }
    }

    /// Quotes of every kind, what `format` reads, and the end of a block.
    @Test(arguments: ["\"", "'", "$$", "%I%s", "\\", " É名", "\"; DROP ROLE postgres; --", "a\"\u{301}"])
    func hostileNames(_ hostile: String) throws {
        try expectPublication(RolesTrial(besides: hostile))
    }

    private func expectPublication(_ trial: RolesTrial) throws {
        for _ in 1...2 {
            try trial.grant("source")
            try trial.grant("target")
        }
        for _ in 1...2 {
            let outcome = try trial.run()
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        #expect(try trial.owners() == [trial.names.owner])
        let check = try trial.checkTarget()
        #expect(check.status == 0 && check.errors == "no drift\n", "\(check.errors)")
        try expectReaderReadsAndNothingElse(trial)
    }

    private func expectReaderReadsAndNothingElse(_ trial: RolesTrial) throws {
        #expect(try trial.asReader("SELECT lieu FROM \(trial.published("depots")) ORDER BY numero") == [["Lyon"], ["Brest"]])
        #expect(try trial.asReader("SELECT nombre FROM \(trial.published("suivi"))") == [["2"]])
        let staging = trial.quote(trial.names.schema + "_internal")
        #expect(try trial.refusal("SELECT * FROM \(staging).run") == "42501")
        let settings = ["default_transaction_read_only": "on", "statement_timeout": "5min", "lock_timeout": "10s"]
        for (name, value) in settings { #expect(try trial.asReader("SHOW \(name)") == [[value]]) }
        #expect(try trial.refusal("DELETE FROM \(trial.published("depots"))") == "25006")
        let writing = "BEGIN READ WRITE;"
        #expect(try trial.refusal("\(writing) DELETE FROM \(trial.published("depots"))") == "42501")
        #expect(try trial.refusal("\(writing) CREATE TABLE \(trial.published("a")) (id int)") == "42501")
        #expect(try trial.refusal("SET ROLE \(trial.quote(trial.names.owner))") == "42501")
    }
}

@Suite struct EarlierSetUpTests {
    /// Where `impact` made and owns everything, `impactc grants target` gives it all to the owner, and the next run goes on.
    @Test func isGivenToTheOwner() throws {
        let trial = try RolesTrial()
        try trial.grant("source")
        let (publisher, reader) = (trial.names.publisher, trial.names.reader)
        try execute(
            trial.databases.targetAdmin,
            "CREATE ROLE \(publisher) LOGIN; CREATE ROLE \(reader) LOGIN; GRANT CREATE, CONNECT ON DATABASE \(trial.databases.name) TO \(publisher)"
        )
        #expect(try trial.run().status == 0)
        #expect(try trial.owners() == [publisher])
        let before = try query(trial.databases.targetAdmin, "SELECT xmin, * FROM \(trial.published("suivi"))")
        try trial.grant("target")
        #expect(try trial.owners() == [trial.names.owner])
        #expect(try trial.run().status == 0)
        #expect(try query(trial.databases.targetAdmin, "SELECT xmin, * FROM \(trial.published("suivi"))") == before)
        #expect(try trial.checkTarget().errors == "no drift\n")
    }

    /// Read-only, Metabase could not go on: nothing is done then.
    @Test func aReaderThatOwnsTablesIsRefused() throws {
        let trial = try RolesTrial()
        try execute(
            trial.databases.targetAdmin,
            "CREATE ROLE \(trial.names.reader) LOGIN; CREATE TABLE core_user (id int); ALTER TABLE core_user OWNER TO \(trial.names.reader)"
        )
        #expect(throws: ScratchServersUnavailable.self) { try trial.grant("target") }
        #expect(try query(trial.databases.targetAdmin, "SELECT FROM pg_roles WHERE rolname = '\(trial.names.owner)'") == [])
        #expect(
            try query(
                trial.databases.targetAdmin,
                "SELECT FROM pg_db_role_setting AS s JOIN pg_roles AS r ON r.oid = s.setrole WHERE rolname = '\(trial.names.reader)'") == []
        )
    }
}
