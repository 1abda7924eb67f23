import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// What the runner's role may do in production, on a real server: too little stops a run, too much is listed.
@Suite struct DriftRightsTests {
    @Test(arguments: cases) func isFound(_ change: DriftCase) throws {
        let trial = try DriftTrial()
        try execute(trial.databases.primary, trial.named(change.sql))
        let found = try checkSource(trial.script, trial.readerURL)
        #expect(trial.findings(found) == change.expected(trial), "\(found.map(\.message))")
        let told = found.map { "\($0.message)\n\($0.notes.joined(separator: "\n"))\n\($0.help ?? "")" }.joined(separator: "\n")
        #expect(told.contains(trial.named(change.words)), "\(told)")
        if change.severity == .warning { return try trial.run() }
        let error = #expect(throws: RunError.self) { try trial.run() }
        #expect(error?.exitCode == 65 && error?.message.contains("drift-missing-right") == true, "\(error?.description ?? "")")
    }

    static let cases = [
        DriftCase(
            "REVOKE SELECT (points, niveau) ON compte FROM READER", .error, "drift-missing-right", at: "struct Compte",
            "`READER` lacks `SELECT` on `niveau`, `points` of `compte`"),
        DriftCase(
            "REVOKE USAGE ON SCHEMA public FROM PUBLIC, READER", .error, "drift-missing-right", at: "struct Compte",
            "lacks `USAGE` on the schema `public`", besides: [(.error, "drift-missing-right", "struct Depot {")]),
        DriftCase(
            "GRANT SELECT ON compte TO READER", .warning, "drift-excess-right", at: "struct Compte",
            "may read `courriel`, `jeton` of `compte`, which no model reads\n`Compte.courriel` is declared personal\n`Compte.jeton` is declared secret"
        ),
        DriftCase(
            "GRANT SELECT (jeton) ON compte TO PUBLIC", .warning, "drift-excess-right", at: "struct Compte", "it has that through `PUBLIC`"),
        DriftCase(
            "CREATE ROLE group_DBNAME; GRANT group_DBNAME TO READER; GRANT SELECT (jeton) ON compte TO group_DBNAME", .warning,
            "drift-excess-right", at: "struct Compte", "it has that through `group_DBNAME`"),
        DriftCase(
            "CREATE TABLE salaires (id int); GRANT SELECT ON salaires TO READER", .warning, "drift-excess-right", at: "sourceReader",
            "may read `salaires`, of which no model reads anything"),
        DriftCase(
            "GRANT USAGE ON SCHEMA archives TO READER; GRANT SELECT ON archives.journal TO READER", .warning, "drift-excess-right",
            at: "struct Journal", "may read `id`, `numero`, `depot_id` of `archives.journal`"),
        DriftCase(
            "GRANT UPDATE (annee) ON depot TO READER", .warning, "drift-excess-right", at: "sourceReader",
            "may write to `depot` of production"),
        DriftCase(
            "GRANT CREATE ON SCHEMA public TO READER", .warning, "drift-excess-right", at: "sourceReader", "may make objects in `public`"),
        DriftCase(
            "GRANT CREATE ON DATABASE DBNAME TO READER", .warning, "drift-excess-right", at: "sourceReader",
            "may make objects in `the database`"),
        DriftCase(
            "ALTER ROLE READER BYPASSRLS CREATEDB", .warning, "drift-excess-right", at: "sourceReader",
            "has the attributes `BYPASSRLS`, `CREATEDB`"),
        DriftCase(
            "ALTER ROLE READER NOINHERIT; CREATE ROLE group_DBNAME; GRANT group_DBNAME TO READER; GRANT SELECT (jeton) ON compte TO group_DBNAME",
            .warning, "drift-excess-right", at: "sourceReader", "may take the rights of `group_DBNAME` of production"),
        DriftCase(
            "GRANT pg_execute_server_program TO READER", .warning, "drift-excess-right", at: "sourceReader", "`pg_execute_server_program`"),
        DriftCase("ALTER ROLE READER SUPERUSER", .warning, "drift-excess-right", at: "sourceReader", "is a superuser of production"),
        DriftCase(
            "CREATE ROLE chief_DBNAME SUPERUSER; GRANT chief_DBNAME TO READER", .warning, "drift-excess-right", at: "sourceReader",
            "may become `chief_DBNAME`, a superuser of production"),
        DriftCase(
            "CREATE ROLE maker_DBNAME CREATEROLE; GRANT maker_DBNAME TO READER", .warning, "drift-excess-right", at: "sourceReader",
            "has the attributes `CREATEROLE`"),
        DriftCase(
            "GRANT pg_read_all_stats TO READER", .warning, "drift-excess-right", at: "sourceReader", "`pg_read_all_stats`"),
        DriftCase(
            "GRANT pg_read_all_data TO READER", .warning, "drift-excess-right", at: "struct Compte",
            "it has that through `pg_read_all_data`",
            besides: ["struct Depot {", "struct Journal", "sourceReader"].map { (Drift.Severity.warning, "drift-excess-right", $0) }),
        DriftCase(
            "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC", .warning, "drift-excess-right",
            at: "sourceReader",
            "is granted by default the tables that will be made by `postgres in public`"),
        DriftCase(
            "GRANT TRIGGER ON depot TO READER", .warning, "drift-excess-right", at: "sourceReader", "may write to `depot` of production"),
        DriftCase(
            "CREATE SCHEMA sien AUTHORIZATION READER", .warning, "drift-excess-right", at: "sourceReader", "owns `sien` of production"),
    ]

    /// A dump of the next schema, restored by somebody where nobody knows the reader.
    @Test func ofAnUnknownReaderAreSaidToBeUnchecked() throws {
        let trial = try DriftTrial()
        try execute(trial.databases.primary, trial.named("DROP OWNED BY READER; DROP ROLE READER; CREATE ROLE dev_DBNAME LOGIN"))
        let found = try checkSource(trial.script, trial.databases.primary.replacing("//postgres@", with: trial.named("//dev_DBNAME@")))
        #expect(found.map(\.code) == [.uncheckedRights])
        #expect(found.first?.severity == .warning)
        #expect(found.first?.place == trial.script.expectations.place(of: "sourceReader"))
    }

    /// The catalog shows columns that the role may not read; `information_schema` would not.
    @Test func areNotNeededToCheck() throws {
        let trial = try DriftTrial()
        try execute(trial.databases.primary, trial.named("ALTER TABLE compte DROP points; CREATE ROLE dev_DBNAME LOGIN"))
        let found = try checkSource(trial.script, trial.databases.primary.replacing("//postgres@", with: trial.named("//dev_DBNAME@")))
        #expect(found.map(\.code) == [.missingColumn])
    }

    @Test func aResultThatPostgreSQLTypesOtherwiseIsFound() throws {
        let trial = try DriftTrial { $0.replacing("let niveau = compte.niveau", with: "let niveau = compte.etat") }
        let found = try checkSource(trial.script, trial.readerURL)
        #expect(found.map(\.code) == [.query])
        #expect(found.first?.message.contains("the SELECT gives `etat`, and `text` is declared") == true)
        #expect(found.first?.place == trial.script.expectations.place(ofExposed: "depots"))
        #expect(throws: RunError.self) { try trial.run() }
    }
}

/// Where the SELECTs are views in production, these are what must be there.
@Suite struct DriftHardenedTests {
    @Test func viewsAsTheyWereInstalledHaveNone() throws {
        let trial = try DriftTrial(isHardened: true)
        #expect(try checkSource(trial.script, trial.readerURL) == [])
        try trial.run()
    }

    @Test(arguments: cases) func isFound(_ change: DriftCase) throws {
        let trial = try DriftTrial(isHardened: true)
        try execute(trial.databases.primary, trial.named(change.sql))
        let found = try checkSource(trial.script, trial.readerURL)
        #expect(trial.findings(found) == change.expected(trial), "\(found.map(\.message))")
        #expect(found.contains { ($0.message + ($0.help ?? "")).contains(trial.named(change.words)) }, "\(found.map(\.message))")
        if change.severity == .warning { return try trial.run() }
        let error = #expect(throws: RunError.self) { try trial.run() }
        #expect(error?.exitCode == 65)
    }

    static let cases = [
        DriftCase(
            "DROP VIEW impact_views.depots", .error, "drift-missing-view", at: "struct depots", "generated/replica/views/depots.sql"),
        DriftCase(
            "DROP VIEW impact_views.depots; CREATE VIEW impact_views.depots AS SELECT id::bigint AS numero FROM depot; GRANT SELECT ON impact_views.depots TO READER",
            .error, "drift-stale-view", at: "struct depots", "has not `niveau text`",
            besides: [(.error, "drift-missing-right", "struct depots")]),
        DriftCase(
            "REVOKE SELECT ON impact_views.comptes FROM READER", .error, "drift-missing-right", at: "struct comptes",
            "lacks `SELECT` on the view `impact_views.comptes`"),
        DriftCase(
            "GRANT SELECT (points) ON compte TO READER", .warning, "drift-excess-right", at: "struct Compte",
            "may read `points` of `compte`"),
        // The view follows a renamed column by itself; its file does not.
        DriftCase(
            "ALTER TABLE compte RENAME points TO point", .warning, "drift-missing-column", at: "var points", "`@column(\"point\")`",
            besides: [(.warning, "drift-unclassified-column", "struct Compte")]),
        DriftCase("DROP INDEX depot_definitif", .warning, "drift-lost-key", at: "@unique(compte", "the same (compte_id, annee)"),
    ]
}
