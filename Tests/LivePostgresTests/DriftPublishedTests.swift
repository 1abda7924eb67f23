import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// What a hand changed of the published tables and views since a run made them, which no run puts back.
@Suite struct DriftPublishedTests {
    private static let metrics = """

        /// Dépôts par niveau ; les petites cases sont masquées.
        @metric(from: depots.self, unit: numero, atLeast: 3, totals: true)
        struct par_niveau {
            /// Niveau.
            @by let niveau
            /// Nombre.
            let nombre = count
        }

        /// Comptes chaque jour.
        @metric(history: .daily)
        struct suivi {
            /// Comptes.
            let nombre = comptes.count
        }

        /// Comptes par état.
        @metric(from: comptes.self, as: .view)
        struct par_etat {
            /// État.
            @by let etat
            /// Comptes.
            let nombre = count
        }

        """

    private func published() throws -> DriftTrial {
        let trial = try DriftTrial {
            $0.replacing(
                "let niveau = compte.niveau", with: "let niveau = compte.niveau\n    /// Compte.\n    let compte_id = comptes[compte]")
                + Self.metrics
        }
        try execute(trial.databases.targetAdmin, trial.named("CREATE ROLE AUDIENCE LOGIN"))
        try trial.run()
        return trial
    }

    @Test func asPublishedHasNone() throws {
        let trial = try published()
        #expect(try checkTarget(trial.script, trial.databases.target) == [])
        try trial.run()
        #expect(try checkTarget(trial.script, trial.databases.target) == [])
    }

    @Test(arguments: cases) func isFound(_ change: DriftCase) throws {
        let trial = try published()
        try execute(trial.databases.targetAdmin, trial.named("SET ROLE impact; " + change.sql))
        let found = try checkTarget(trial.script, trial.databases.target)
        #expect(trial.findings(found) == change.expected(trial), "\(found.map(\.message))")
        let told = found.map { "\($0.message)\n\($0.help ?? "")" }.joined(separator: "\n")
        #expect(told.contains(change.words), "\(told)")
        guard change.severity == .error else { return try trial.run() }
        #expect(#expect(throws: RunError.self) { try trial.run() }?.exitCode == 65)
    }

    static let cases = [
        DriftCase(
            "ALTER TABLE impact.comptes DROP CONSTRAINT comptes_pkey CASCADE", .error, "drift-altered-table", at: "struct comptes",
            "its primary key is not (id)\nput it back as generated/metabase/tables/comptes.sql has it, or drop it: the next run makes it anew",
            besides: [(.warning, "drift-altered-table", "struct depots")]),
        DriftCase(
            "ALTER TABLE impact.depots DROP CONSTRAINT depots_compte_id_fkey", .warning, "drift-altered-table", at: "struct depots",
            "the foreign key of `compte_id` is gone"),
        DriftCase(
            "ALTER TABLE impact.depots ALTER niveau DROP NOT NULL", .warning, "drift-altered-table", at: "struct depots",
            "`niveau` may be NULL"),
        DriftCase(
            "COMMENT ON COLUMN impact.depots.niveau IS NULL; COMMENT ON TABLE impact.depots IS 'autre'", .warning, "drift-altered-table",
            at: "struct depots", "its description and that of `niveau` is not the one of `models.dsl`, and Metabase shows it"),
        DriftCase(
            "ALTER TABLE impact.suivi DROP CONSTRAINT suivi_pkey", .error, "drift-altered-table", at: "struct suivi",
            "its past is nowhere else, so it is not to be dropped"),
        // What is hidden, by the very name that readers know.
        DriftCase(
            """
            CREATE OR REPLACE VIEW impact.par_niveau AS
            SELECT niveau, nombre, NULL::text AS raison, arretee_au FROM impact_internal.par_niveau_figures
            """, .error, "drift-altered-table", at: "struct par_niveau", "it is a view of another query"),
        DriftCase(
            "CREATE OR REPLACE VIEW impact.par_etat AS SELECT etat, count(*) AS nombre FROM impact.comptes WHERE est_haut GROUP BY etat",
            .error,
            "drift-altered-table", at: "struct par_etat", "it is a view of another query"),
        DriftCase(
            """
            DROP VIEW impact.par_etat; CREATE TABLE impact.par_etat (etat text, nombre bigint);
            GRANT SELECT, REFERENCES ON impact.par_etat TO AUDIENCE
            """, .error, "drift-altered-table", at: "struct par_etat", "it is a table and no view"),
        DriftCase(
            "CREATE RULE rien AS ON INSERT TO impact.depots DO INSTEAD NOTHING", .error, "drift-altered-table", at: "struct depots",
            "it has the triggers or rules `rien`"),
        DriftCase(
            "ALTER TABLE impact.depots ENABLE ROW LEVEL SECURITY", .warning, "drift-altered-table", at: "struct depots",
            "row security decides which of its rows readers see"),
    ]
}
