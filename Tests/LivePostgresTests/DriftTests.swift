import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// Each way in which production leaves `models.dsl`, on a real server: which code, at which line, in which words.
@Suite struct DriftTests {
    @Test func productionAsItWasDeclaredHasNone() throws {
        let trial = try DriftTrial()
        #expect(try checkSource(trial.script, trial.readerURL) == [])
        try trial.run()
    }

    @Test(arguments: shapes + values + guarantees + unusual) func isFound(_ change: DriftCase) throws {
        let trial = try DriftTrial()
        try execute(trial.databases.primary, trial.named(change.sql))
        let found = try checkSource(trial.script, trial.readerURL)
        #expect(trial.findings(found) == change.expected(trial), "\(found.map(\.message))")
        let one = found.first { $0.code.rawValue == change.code }
        let told = ([one?.message] + (one?.notes ?? []) + [one?.help]).compactMap { $0 }.joined(separator: "\n")
        #expect(told.contains(trial.named(change.words)), "\(told)")
        #expect(!"\(found)".contains("CANARI"))
        guard found.contains(where: { $0.severity == .error }) else { return }
        let error = #expect(throws: RunError.self) { try trial.run() }
        #expect(error?.exitCode == 65 && error?.message.contains("drift-") == true, "\(error?.description ?? "")")
        #expect(try query(trial.databases.targetAdmin, "SELECT to_regnamespace('impact')") == [[nil]])
    }

    static let shapes = [
        DriftCase(
            "DROP TABLE depot CASCADE", .error, "drift-missing-table", at: "struct Depot {", "production has no table `depot`",
            besides: [(.warning, "drift-lost-link", "var depot: Depot")]),
        DriftCase(
            "ALTER TABLE depot RENAME TO depots", .error, "drift-missing-table", at: "struct Depot {", "`@source(\"depots\")`",
            besides: [(.warning, "drift-moved-link", "var depot: Depot"), (.warning, "drift-excess-right", "sourceReader")]),
        DriftCase(
            "DROP TABLE archives.journal", .warning, "drift-missing-table", at: "struct Journal",
            "no table `archives.journal`, which no model"),
        DriftCase(
            "ALTER TABLE archives.journal SET SCHEMA public", .warning, "drift-missing-table", at: "struct Journal",
            "`journal` looks like it renamed"),
        DriftCase(
            "ALTER TABLE compte DROP points", .error, "drift-missing-column", at: "var points", "`compte` has no column `points`"),
        DriftCase(
            "ALTER TABLE compte RENAME points TO point", .error, "drift-missing-column", at: "var points",
            "`@column(\"point\")` absorbs it in one line",
            besides: [(.warning, "drift-unclassified-column", "struct Compte"), (.warning, "drift-excess-right", "struct Compte")]),
        DriftCase(
            "ALTER TABLE compte DROP jeton", .warning, "drift-missing-column", at: "var jeton", "no column `jeton`, which no model reads"),
        DriftCase(
            "ALTER TABLE depot ALTER annee TYPE text", .error, "drift-type", at: "var annee",
            "`Depot.annee` is declared `Int`, and `depot.annee` is `text`"),
        DriftCase(
            "ALTER TABLE compte ALTER cree_le TYPE timestamp", .error, "drift-type", at: "var cree_le", "without its time zone"),
        DriftCase("ALTER TABLE compte ALTER details TYPE json", .error, "drift-type", at: "var details", "reads `jsonb`"),
        DriftCase("ALTER TABLE compte ALTER points TYPE double precision", .error, "drift-type", at: "var points", "declare it `Double`"),
        DriftCase("ALTER TABLE compte ALTER jeton TYPE integer USING 1", .warning, "drift-type", at: "var jeton", "is `integer`"),
        DriftCase(
            "ALTER TABLE compte ALTER cree_le DROP NOT NULL", .error, "drift-nullable", at: "var cree_le", "`compte.cree_le` may be NULL"),
        DriftCase("ALTER TABLE compte ALTER jeton DROP NOT NULL", .warning, "drift-nullable", at: "var jeton", "may be NULL"),
        DriftCase(
            "ALTER TABLE depot ALTER compte_id DROP NOT NULL", .error, "drift-nullable", at: "var compte:", "`Depot.compte` is never absent"
        ),
        DriftCase(
            "UPDATE compte SET points = 1; ALTER TABLE compte ALTER points SET NOT NULL", .note, "drift-never-null", at: "var points",
            "is never NULL"),
        DriftCase(
            "ALTER TABLE compte ADD telephone text, ADD iban text", .warning, "drift-unclassified-column", at: "struct Compte",
            "nobody has classified `telephone`, `iban` of `compte`"),
        DriftCase(
            """
            DROP INDEX depot_definitif; ALTER TABLE depot RENAME TO depot_de_base;
            CREATE VIEW depot AS SELECT * FROM depot_de_base; GRANT SELECT (id, annee, auteur_id, compte_id) ON depot TO READER
            """, .warning, "drift-unprovable", at: "struct Depot {", "`depot` is a view",
            besides: [(.warning, "drift-excess-right", "sourceReader"), (.warning, "drift-moved-link", "var depot: Depot")]),
    ]

    static let values = [
        DriftCase(
            "ALTER TYPE etat RENAME VALUE 'clos' TO 'close'", .error, "drift-unknown-value", at: "case \"clos\"", "`close` is close",
            besides: [(.warning, "drift-unhandled-value", "switch etat")]),
        DriftCase(
            "ALTER TYPE etat ADD VALUE 'suspendu'", .warning, "drift-unhandled-value", at: "switch etat",
            "no branch names `suspendu`, which `compte.etat` may be: `default` takes it"),
        DriftCase(
            """
            UPDATE compte SET niveau = 'bas'; ALTER TABLE compte DROP CONSTRAINT niveau_connu;
            ALTER TABLE compte ADD CHECK (niveau = 'bas' OR niveau = 'moyen')
            """, .error, "drift-unknown-value", at: "niveau == \"haut\"", "`compte.niveau` is never \"haut\" in production"),
        DriftCase(
            "ALTER TABLE depot ADD CHECK (annee IN (2024, 2025)) NOT VALID; ALTER TABLE depot ADD CHECK (annee = ANY (ARRAY[2026, 2027])); ALTER TABLE depot ADD column x int",
            .warning, "drift-unclassified-column", at: "struct Depot {", "`x`"),
        DriftCase(
            "DELETE FROM depot; ALTER TABLE depot ADD CHECK (annee IN (2024, 2025))", .error, "drift-unknown-value", at: "annee == 2026",
            "is never \"2026\""),
    ]

    static let guarantees = [
        DriftCase(
            "DROP INDEX depot_definitif", .error, "drift-lost-key", at: "@unique(compte",
            "the same (compte_id, annee) where auteur_id IS NULL"),
        DriftCase(
            "DROP INDEX depot_definitif; CREATE UNIQUE INDEX ON depot (compte_id, annee) WHERE auteur_id IS NULL AND annee > 2026", .error,
            "drift-lost-key", at: "@unique(compte", "there is a unique index of other rows"),
        DriftCase(
            "ALTER TABLE compte DROP CONSTRAINT compte_courriel_key", .warning, "drift-lost-key", at: "@unique(courriel)",
            "the same (courriel)"),
        DriftCase(
            "ALTER TABLE compte DROP CONSTRAINT compte_pkey CASCADE", .error, "drift-lost-key", at: "@key @plain var id: Int",
            "the same (id)",
            besides: [(.error, "drift-lost-link", "var compte:")]),
        DriftCase(
            "ALTER TABLE archives.journal DROP CONSTRAINT journal_numero_key", .warning, "drift-lost-key", at: "@unique(numero)", "(numero)"
        ),
        DriftCase(
            "ALTER TABLE depot DROP CONSTRAINT depot_compte", .error, "drift-lost-link", at: "var compte:", "would leave such rows out"),
        DriftCase(
            """
            ALTER TABLE depot DROP CONSTRAINT depot_compte;
            ALTER TABLE depot ADD FOREIGN KEY (compte_id) REFERENCES compte NOT VALID
            """, .error, "drift-lost-link", at: "var compte:", "validate the constraint"),
        DriftCase(
            """
            ALTER TABLE depot DROP CONSTRAINT depot_compte; CREATE TABLE autre AS SELECT id FROM compte;
            ALTER TABLE autre ADD PRIMARY KEY (id); ALTER TABLE depot ADD FOREIGN KEY (compte_id) REFERENCES autre
            """, .error, "drift-moved-link", at: "var compte:", "refers to `autre`"),
        DriftCase(
            "ALTER TABLE archives.journal DROP CONSTRAINT journal_depot", .warning, "drift-lost-link", at: "var depot: Depot",
            "that is not there"),
    ]
}
