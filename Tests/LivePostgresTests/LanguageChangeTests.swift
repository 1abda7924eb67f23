import ImpactTestSupport
import Testing

/// The project's language names tables and columns that the compiler makes: another one is a migration.
@Suite struct LanguageChangeTests {
    private static let models = """
        /// Sociétés.
        @model(from: Societe.self)
        struct societes {
            /// Numéro.
            @key let numero = id
            let cotee
            let creee_le
        }

        /// Classes.
        @model(from: Societe.self, kAnonymous: 2)
        struct classes {
            let cotee
        }

        /// Cotations.
        @metric(from: societes.self, unit: numero, atLeast: 2, totals: true)
        struct cotations {
            /// Année.
            @by(.year) let annee = creee_le
            /// Cotée.
            @by let cotee
            /// Nombre.
            let nombre = count
            /// Part.
            let part = ratio(count(where: cotee == true), over: nombre)
        }

        """

    @Test(arguments: [("fr", "en"), ("en", "fr")]) func isAMigration(_ old: String, _ new: String) throws {
        let trial = try ChangeTrial(models: Self.models.replacing("    let c", with: "    /// Mot.\n    let c"))
        trial.language = old
        try trial.run()
        #expect(try names(trial.databases).contains(old == "fr" ? "classes.ligne" : "classes.row_id"))
        trial.language = new
        let migration = try trial.changes()
        #expect(migration.obstacles == [])
        let breaking = migration.breaking.map(\.words).joined(separator: "\n")
        #expect(breaking.contains(old == "fr" ? "`classes.ligne` is removed" : "`classes.row_id` is removed"), "\(breaking)")
        #expect(breaking.contains(old == "fr" ? "`cotations_par_annee` is removed" : "`cotations_by_annee` is removed"), "\(breaking)")
        try trial.run()
        #expect(try names(trial.databases) == names(trial.fresh()))
        #expect(try trial.changes().changes.map(\.words) == [])
    }

    /// Of what readers see.
    private func names(_ databases: ScratchDatabases) throws -> [String] {
        try query(
            databases.targetAdmin,
            """
            SELECT c.relname || '.' || a.attname
            FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = to_regnamespace('impact') AND c.relkind IN ('r', 'v') ORDER BY 1
            """
        ).compactMap { $0[0] }
    }
}
