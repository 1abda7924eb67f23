import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// What is published, and who sees what of the target, on a real server.
@Suite struct DriftTargetTests {
    private func published() throws -> DriftTrial {
        let trial = try DriftTrial()
        try execute(trial.databases.targetAdmin, trial.named("CREATE ROLE AUDIENCE LOGIN"))
        try trial.run()
        return trial
    }

    @Test func asPublishedHasNone() throws {
        let trial = try published()
        #expect(try checkTarget(trial.script, trial.databases.target) == [])
    }

    @Test func beforeTheFirstRunItIsToldWhatIsToCome() throws {
        let trial = try DriftTrial()
        let found = try checkTarget(trial.script, trial.databases.target)
        #expect(found.map(\.code) == [.unpublished, .missingReader])
        #expect(found.map(\.severity) == [.note, .warning])
        try execute(trial.databases.targetAdmin, trial.named("REVOKE CREATE ON DATABASE DBNAME FROM impact"))
        let refused = try checkTarget(trial.script, trial.databases.target)
        #expect(refused.first?.code == .runnerRight && refused.first?.severity == .error)
        #expect(refused.first?.message == "`impact` may not make `impact`, `impact_internal`, which are not there yet")
        #expect(#expect(throws: RunError.self) { try trial.run() }?.exitCode == 65)
    }

    @Test func aChangedModelIsAMigrationToCome() throws {
        let trial = try published()
        var script = trial.script
        script.models[1].columns[1].type = "bigint"
        script.models[1].table.text += "-- other\n"
        let found = try checkTarget(script, trial.databases.target)
        #expect(found.map(\.code) == [.migration])
        #expect(trial.findings(found).first?.line == trial.line("struct depots"))
        script.models.removeLast()
        #expect(try checkTarget(script, trial.databases.target).map(\.code) == [.formerTable])
    }

    @Test(arguments: tables + audience) func isFound(_ change: DriftCase) throws {
        let trial = try published()
        try execute(trial.databases.targetAdmin, trial.named(change.sql))
        let before = try query(trial.databases.targetAdmin, "SELECT count(*) FROM impact_internal.run")
        let found = try checkTarget(trial.script, trial.databases.target)
        #expect(trial.findings(found) == change.expected(trial), "\(found.map(\.message))")
        let told = found.map { "\($0.message)\n\($0.notes.joined(separator: "\n"))\n\($0.help ?? "")" }.joined(separator: "\n")
        #expect(told.contains(trial.named(change.words)), "\(told)")
        guard change.severity == .error else { return try trial.run() }
        let error = #expect(throws: RunError.self) { try trial.run() }
        #expect(error?.exitCode == 65 && error?.server == .target, "\(error?.description ?? "")")
        #expect(try query(trial.databases.targetAdmin, "SELECT count(*) FROM impact_internal.run") == before)
    }

    static let tables = [
        DriftCase(
            "ALTER TABLE impact.comptes DROP points", .error, "drift-altered-table", at: "struct comptes", "it lacks `points numeric`"),
        DriftCase(
            "ALTER TABLE impact.depots ALTER niveau TYPE varchar(9)", .error, "drift-altered-table", at: "struct depots",
            "it lacks `niveau text` and has besides `niveau character varying(9)`"),
        DriftCase(
            "ALTER TABLE impact.depots ADD note text", .warning, "drift-altered-table", at: "struct depots", "it has besides `note text`"),
        DriftCase(
            "CREATE TABLE impact.brouillon (id int)", .warning, "drift-undeclared-table", at: "let project", "`impact` holds `brouillon`"),
        DriftCase(
            "ALTER TABLE impact.depots OWNER TO postgres", .error, "drift-runner-right", at: "let project",
            "`impact` does not own `depots` of `impact`"),
        DriftCase(
            "ALTER SCHEMA impact OWNER TO postgres", .error, "drift-runner-right", at: "let project", "`impact` does not own `impact`"),
    ]

    static let audience = [
        DriftCase(
            "REVOKE ALL ON impact.comptes FROM AUDIENCE", .warning, "drift-reader-lacks", at: "readers:", "lacks `SELECT` on `comptes`"),
        DriftCase(
            "REVOKE REFERENCES ON impact.comptes FROM AUDIENCE", .warning, "drift-reader-lacks", at: "readers:",
            "without which Metabase sees no primary key"),
        DriftCase(
            "REVOKE USAGE ON SCHEMA impact FROM AUDIENCE", .warning, "drift-reader-lacks", at: "readers:", "lacks `USAGE` on `impact`"),
        DriftCase(
            "GRANT USAGE ON SCHEMA impact_internal TO AUDIENCE", .error, "drift-reader-sees-more", at: "readers:", "sees `impact_internal`"),
        DriftCase(
            """
            CREATE TABLE core_user (id int); CREATE TABLE core_session (id text); CREATE TABLE metabase_database (id int);
            CREATE TABLE setting (key text); CREATE TABLE divers (id int);
            GRANT SELECT ON core_session, setting TO PUBLIC; GRANT SELECT ON divers TO AUDIENCE
            """, .error, "drift-reader-sees-more", at: "readers:", "with its users, sessions and settings: `core_session`, `setting`",
            besides: [(.warning, "drift-reader-sees-more", "readers:")]),
        DriftCase(
            "CREATE SCHEMA autre; CREATE TABLE autre.prives (id int); GRANT USAGE ON SCHEMA autre TO PUBLIC; GRANT SELECT ON autre.prives TO PUBLIC",
            .warning, "drift-reader-sees-more", at: "readers:",
            "may read `autre.prives`, which is not published\nit has that through `PUBLIC`"),
        DriftCase(
            "CREATE TABLE impact.brouillon (id int); GRANT SELECT ON impact.brouillon TO AUDIENCE", .warning, "drift-reader-sees-more",
            at: "readers:", "may read `impact.brouillon`, which is not published",
            besides: [(.warning, "drift-undeclared-table", "let project")]),
        DriftCase(
            "ALTER ROLE AUDIENCE NOINHERIT; CREATE ROLE group_DBNAME; GRANT group_DBNAME TO AUDIENCE", .warning, "drift-reader-writes",
            at: "readers:", "may take the rights of `group_DBNAME`"),
        DriftCase(
            "ALTER ROLE AUDIENCE NOINHERIT; GRANT impact TO AUDIENCE", .error, "drift-reader-sees-more", at: "readers:",
            "`AUDIENCE` may become `impact`, which sees `impact_internal`, where rows wait that are not published",
            besides: [(.warning, "drift-reader-writes", "readers:")]),
        DriftCase(
            "GRANT impact TO AUDIENCE", .error, "drift-reader-sees-more", at: "readers:", "owns `impact`, `impact_internal`",
            besides: [(.error, "drift-reader-writes", "readers:"), (.warning, "drift-reader-writes", "readers:")]),
        DriftCase(
            "CREATE ROLE chief_DBNAME SUPERUSER; GRANT chief_DBNAME TO AUDIENCE", .error, "drift-reader-sees-more", at: "readers:",
            "may become `chief_DBNAME`, a superuser of the target"),
        DriftCase(
            "ALTER DATABASE DBNAME OWNER TO AUDIENCE", .error, "drift-reader-writes", at: "readers:", "owns `the database`",
            besides: [(.warning, "drift-reader-writes", "readers:")]),
        DriftCase(
            "SET ROLE impact; GRANT TRIGGER ON impact.comptes TO AUDIENCE", .error, "drift-reader-writes", at: "readers:",
            "may write to `impact.comptes`"),
        DriftCase(
            "ALTER DEFAULT PRIVILEGES FOR ROLE impact IN SCHEMA public GRANT SELECT ON TABLES TO AUDIENCE", .warning, "drift-reader-writes",
            at: "readers:", "is granted by default the tables that will be made by `impact in public`"),
        DriftCase("ALTER ROLE AUDIENCE SUPERUSER", .error, "drift-reader-sees-more", at: "readers:", "is a superuser of the target"),
        DriftCase(
            "GRANT DELETE ON impact.comptes TO AUDIENCE", .error, "drift-reader-writes", at: "readers:", "may write to `impact.comptes`"),
        DriftCase(
            "GRANT CREATE ON SCHEMA public TO PUBLIC", .warning, "drift-reader-writes", at: "readers:", "may make objects in `public`"),
        DriftCase("ALTER ROLE AUDIENCE CREATEROLE", .warning, "drift-reader-writes", at: "readers:", "has the attributes `CREATEROLE`"),
        DriftCase(
            "ALTER ROLE AUDIENCE RENAME TO gone_DBNAME", .warning, "drift-missing-reader", at: "readers:", "has no role `AUDIENCE`"),
    ]
}
