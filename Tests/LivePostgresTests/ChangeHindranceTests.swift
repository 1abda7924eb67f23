import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// What hinders a migration, and leaves everything as it was.
@Suite struct ChangeHindranceTests {
    private func published(with sql: String = "") throws -> ChangeTrial {
        let trial = try ChangeTrial()
        try trial.run()
        if !sql.isEmpty { try execute(trial.databases.targetAdmin, sql) }
        return trial
    }

    private func expectRefusal(_ trial: ChangeTrial, _ words: String...) throws {
        let before = (try fingerprint(trial.databases.targetAdmin), try publishedRows(trial.databases.targetAdmin))
        let error = #expect(throws: RunError.self) { try trial.run() }
        #expect(error?.exitCode == 65)
        for text in words { #expect(error?.description.contains(text) == true, "\(error?.description ?? "")") }
        #expect(try fingerprint(trial.databases.targetAdmin) == before.0)
        #expect(try publishedRows(trial.databases.targetAdmin) == before.1)
    }

    private let view = "CREATE SCHEMA analyses; CREATE VIEW analyses.noms AS SELECT nom FROM impact.societes"

    @Test func someonesViewIsNamedAndStays() throws {
        let trial = try published(with: view)
        trial.edit([("    /// Nom.\n    let nom\n", "")])
        #expect(try trial.changes().obstacles.count == 1)
        try expectRefusal(trial, "`analyses.noms` reads `societes`", "drop it, run again")
        try execute(trial.databases.targetAdmin, "DROP VIEW analyses.noms")
        try trial.run()
    }

    /// It follows a renaming, and other columns are none of its business.
    @Test func someonesViewOutlivesWhatIsNotItsOwn() throws {
        let trial = try published(with: view)
        trial.edit([
            ("    let nom\n", "    @renamed(from: \"nom\") let raison = nom\n"),
            ("    /// Cotée.\n    let cotee\n", "    /// Cotée.\n    let cotee = cotee == true\n"),
        ])
        try trial.run()
        #expect(try trial.published("SELECT count(*) FROM analyses.noms") == [["4"]])
    }

    @Test func someonesViewOfAViewIsNamed() throws {
        let trial = try published(with: "CREATE SCHEMA analyses; CREATE VIEW analyses.tout AS SELECT * FROM impact.ensemble")
        trial.edit([("let nombre = count(where: effectif != nil)", "let total = count(where: effectif != nil)")])
        try expectRefusal(trial, "`analyses.tout` reads `ensemble`")
    }

    @Test func someonesForeignKeyIsNamed() throws {
        let trial = try published(
            with: "CREATE SCHEMA analyses; CREATE TABLE analyses.notes (societe bigint CONSTRAINT notes_societe REFERENCES impact.societes)"
        )
        trial.edit([("@key let numero = id\n    /// Nom", "@key let siren\n    /// Nom"), ("unit: numero", "unit: siren")])
        try expectRefusal(trial, "`analyses.notes` refers to `societes` by `notes_societe`")
    }

    /// Two rows of one key come to light in the middle of the load.
    @Test func aBadRowLeavesEverythingAsItWas() throws {
        let trial = try published()
        trial.edit([
            ("    @key let numero = id\n    /// Société", "    /// Numéro.\n    let numero = id\n    /// Société"),
            ("    let annee\n}\n\n/// Situation", "    @key let annee\n}\n\n/// Situation"), ("    /// Nom.\n    let nom\n", ""),
        ])
        try expectRefusal(trial, "rapports")
        #expect(
            try trial.published(
                "SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('impact_internal') AND relpersistence = 'u'")
                == [])
    }

    @Test func bothNamesAreNoRenaming() throws {
        let trial = try published()
        trial.edit([("    let nom\n", "    let nom\n    /// Raison sociale.\n    let raison = nom\n")])
        try trial.run()
        trial.edit([("    /// Nom.\n    let nom\n", ""), ("    let raison", "    @renamed(from: \"nom\") let raison")])
        try expectRefusal(trial, "`societes` has both `nom` and `raison`", "remove `@renamed`")
    }

    // MARK: - Names that may go

    @Test func aDeprecatedNameGoesOnItsDay() throws {
        let trial = try published()
        trial.edit([("    /// Nom.\n    let nom\n", "    /// Nom.\n    @deprecated(\"lire siren\", until: \"2027-03-01\") let nom\n")])
        trial.request.allowBreaking = false
        try trial.run()
        #expect(
            try trial.published(
                "SELECT col_description('impact.societes'::regclass, attnum) FROM pg_attribute WHERE attrelid = 'impact.societes'::regclass AND attname = 'nom'"
            )
                == [["Obsolète jusqu'au 2027-03-01 : lire siren. Nom."]])
        trial.request.asOf = "2027-03-01"
        try trial.run()
        #expect(trial.events.contains(.mayGo(["`societes.nom`"])))
        trial.edit([("    /// Nom.\n    @deprecated(\"lire siren\", until: \"2027-03-01\") let nom\n", "")])
        trial.request.asOf = "2027-02-28"
        #expect(throws: RunError.self) { try trial.run() }
        trial.request.asOf = "2027-03-01"
        try trial.run()
        #expect(try trial.published("SELECT * FROM impact_internal.departure") == [])
    }
}
