import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// A publication that altered tables is undone as one that did not.
@Suite struct RollbackOfChangesTests {
    private static let histories = [
        ModelChange(
            "a history has another measure",
            [
                (
                    "    /// Effectif.\n    let effectifs",
                    "    /// Connus.\n    let connus = count(where: effectif != nil)\n    /// Effectif.\n    let effectifs"
                )
            ], []),
        ModelChange(
            "a history is renamed",
            [
                ("struct situation", "@renamed(from: \"situation\")\nstruct etat"),
                ("let effectifs", "@renamed(from: \"effectifs\") let salaries"),
            ], []),
        ModelChange("a history holds a wider type", [("sum(effectif)", "average(effectif)")], []),
        ModelChange("a measure of a history ends", [("    /// Effectif.\n    let effectifs = sum(effectif)\n", "")], []),
        ModelChange("a history of hidden cells is renamed", [("struct cotations", "@renamed(from: \"cotations\")\nstruct bourse")], []),
        ModelChange(
            "a metric of hidden cells has another threshold", [("atLeast: 2", "atLeast: 3")], []),
        ModelChange(
            "what leaves and comes",
            [
                (
                    "/// Par année.\n@metric(from: rapports.self)\nstruct par_annee {\n    /// Année.\n    @by let annee\n    /// Nombre.\n    let nombre = count\n}\n",
                    "/// Sociétés, autrement.\n@model(from: Societe.self)\nstruct autres {\n    /// Numéro.\n    @key let numero = id\n    /// Part.\n    let part\n}\n"
                )
            ], []),
        ModelChange(
            "a name goes to another model",
            [
                ("struct societes {", "@renamed(from: \"societes\")\nstruct entreprises {"), ("societes.self", "entreprises.self"),
                ("societes[", "entreprises["),
                (
                    "/// Rapports.\n@model",
                    "/// Créations.\n@model(from: Societe.self)\nstruct creations {\n    /// Numéro.\n    @key let numero = id\n}\n\n/// Rapports.\n@model"
                ),
            ], []),
    ]

    @Test(arguments: ModelChangeTests.changes + histories) func isUndone(_ change: ModelChange) throws {
        let trial = try RollbackTrial()
        try trial.publishFormer()
        let before = try trial.picture()
        trial.edit(change.edits)
        try trial.publishNext()
        let after = try trial.picture()
        #expect(after != before)
        try trial.rollback()
        let restored = try trial.picture()
        #expect(restored == before, "\(difference(restored, before))")
        try expectEnd(trial)
        try trial.run()
        // A second time, hidden cells begin anew.
        let again = try trial.picture()
        #expect(shown(again) == shown(after), "\(difference(again, after))")
        try trial.rollback()
        #expect(try trial.picture() == before)
    }

    /// Printed, and executed by hand, it does the same.
    @Test func asSQL() throws {
        let trial = try RollbackTrial()
        try trial.publishFormer()
        let before = try trial.picture()
        trial.edit([
            ("    /// Nom.\n    let nom\n", ""), ("struct rapports", "@renamed(from: \"rapports\")\nstruct bilans"),
            ("rapports.self", "bilans.self"),
        ])
        try trial.publishNext()
        let after = try trial.picture()
        let sql = try rollbackSQL(trial.script(), on: trial.databases.target)
        #expect(try trial.picture() == after)
        try execute(trial.databases.target, sql)
        #expect(try trial.picture() == before)
        try expectEnd(trial)
        #expect(sql.contains("ALTER TABLE impact.bilans RENAME TO rapports;"), "\(sql)")
    }

    /// The models of before, or those of after: both know what to put back.
    @Test func modelsMayBeThoseOfBefore() throws {
        let trial = try RollbackTrial()
        try trial.publishFormer()
        let (before, models) = (try trial.picture(), trial.text)
        trial.edit([("    /// Nom.\n    let nom\n", "")])
        try trial.publishNext()
        trial.text = models
        try trial.rollback()
        #expect(try trial.picture() == before)
        #expect(try trial.changes().changes.isEmpty)
        try trial.run()
        #expect(try trial.published("SELECT count(*) FROM impact.societes WHERE nom IS NOT NULL") == [["5"]])
    }

    // MARK: - What somebody did meanwhile

    private let shorter = [("    /// Nom.\n    let nom\n", "")]

    private func published(_ edits: [(String, String)], _ sql: String) throws -> RollbackTrial {
        let trial = try RollbackTrial()
        try trial.publishFormer()
        trial.edit(edits)
        try trial.publishNext()
        try execute(trial.databases.targetAdmin, sql)
        return trial
    }

    private func expectRefusal(_ trial: RollbackTrial, _ words: String...) throws {
        let before = try trial.picture()
        let error = try #require(throws: RunError.self) { try trial.rollback() }
        #expect(error.exitCode == 65 && words.allSatisfy { error.description.contains($0) }, "\(error)")
        #expect(try trial.picture() == before)
    }

    @Test(arguments: [
        "UPDATE impact.societes SET effectif = effectif WHERE numero = 2", "DELETE FROM impact.societes WHERE numero = 2",
        "INSERT INTO impact.societes VALUES (99)", "DELETE FROM impact_internal.societes_former",
        "DROP TABLE impact_internal.societes_former", "DROP TABLE impact.societes CASCADE",
    ]) func rowsThatSomebodyWroteSince(_ sql: String) throws {
        try expectRefusal(try published(shorter, sql), "the rows of `societes`", "nothing was rolled back")
    }

    /// `effectif` stands after `nom`, and leaves for it to come between.
    @Test func someonesViewIsNamed() throws {
        let trial = try published(shorter, "CREATE SCHEMA analyses; CREATE VIEW analyses.tailles AS SELECT effectif FROM impact.societes")
        try expectRefusal(trial, "`analyses.tailles` reads `societes`, and no run made it", "drop it, roll back")
        try execute(trial.databases.targetAdmin, "DROP VIEW analyses.tailles")
        try trial.rollback()
    }

    @Test func someonesViewOfWhatStaysWhereItStoodOutlivesIt() throws {
        let trial = try published(
            [("    let nom\n", "    @renamed(from: \"nom\") let raison = nom\n")],
            "CREATE SCHEMA analyses; CREATE VIEW analyses.noms AS SELECT raison FROM impact.societes")
        try trial.rollback()
        #expect(try trial.published("SELECT raison FROM analyses.noms ORDER BY 1 LIMIT 1") == [["Deux"]])
    }

    @Test func someonesForeignKeyIsNamed() throws {
        let trial = try published(
            shorter, "CREATE TABLE notes (societe bigint CONSTRAINT notes_societe REFERENCES impact.societes)")
        try expectRefusal(trial, "`public.notes` refers to `societes` by `notes_societe`")
    }

    @Test func aRoleThatIsGoneGetsNoRights() throws {
        let trial = try RollbackTrial()
        try trial.publishFormer()
        trial.edit(shorter)
        try trial.publishNext()
        try execute(
            trial.databases.targetAdmin,
            "DROP OWNED BY \"other_of_\(trial.databases.name)\"; DROP ROLE \"other_of_\(trial.databases.name)\"")
        try trial.rollback()
        #expect(try trial.published("SELECT count(nom) FROM impact.societes") == [["4"]])
    }

    /// A migration leaves no rows to put back, and a publication that finds nothing changed loads none.
    @Test func whatFoundNothingChangedAfterAMigrationIsUndoneToo() throws {
        let trial = try RollbackTrial()
        try trial.publishFormer()
        trial.edit(shorter)
        try trial.publishNext()
        let before = try trial.picture()
        try trial.run()
        try trial.rollback()
        #expect(try trial.picture() == before)
    }

    /// Altered tables keep their numbers, and so whatever hangs on them.
    @Test func alteredTablesStayTheTablesThatTheyAre() throws {
        let trial = try RollbackTrial()
        try trial.publishFormer()
        let ids = "SELECT oid FROM pg_class WHERE relnamespace = 'impact'::regnamespace AND relkind = 'r' ORDER BY 1"
        let before = try trial.published(ids)
        trial.edit(shorter + [("struct rapports", "@renamed(from: \"rapports\")\nstruct bilans"), ("rapports.self", "bilans.self")])
        try trial.publishNext()
        try trial.rollback()
        #expect(try trial.published(ids) == before)
    }

    /// Whoever is erased in production leaves the published tables with one publication, and what is kept of the former with the next.
    @Test func anErasureIsCompleteAfterTwoPublications() throws {
        let trial = try RollbackTrial()
        try trial.publishFormer()
        trial.edit([("    /// Effectif.\n    let effectif\n", "    /// Effectif.\n    let effectif = chiffre\n")])
        try execute(trial.databases.primary, "DELETE FROM rapport WHERE societe_id = 1; DELETE FROM societe WHERE id = 1")
        try trial.publishNext()
        #expect(try trial.tablesThatHold("Un") == ["impact_internal.societes_former"])
        try trial.run()
        #expect(try trial.tablesThatHold("Un") == [])
    }

    /// There is nothing left of what was kept, nothing more to go back to, and the next publication forgets what this one kept.
    private func expectEnd(_ trial: RollbackTrial) throws {
        #expect(try trial.kept() == [])
        #expect(try trial.published("SELECT count(*) FROM impact_internal.undo") == [["0"]])
        #expect(try trial.published("SELECT outcome FROM impact_internal.run ORDER BY id DESC LIMIT 1") == [["rolled back"]])
        #expect(try trial.published("SELECT count(*) FROM impact.synchronisation WHERE retablie_le IS NULL") == [["0"]])
        let error = try #require(throws: RunError.self) { try trial.rollback() }
        #expect(error.exitCode == 65 && error.message.contains("was rolled back already"))
    }

    /// But how fresh it is.
    private func shown(_ picture: [String]) -> Set<String> {
        Set(picture.filter { !$0.contains("synchronisee_le") && !$0.hasPrefix("impact_internal.") })
    }
}

func difference(_ one: [String], _ other: [String]) -> String {
    let gone = Set(other).subtracting(one).sorted().map { "- \($0)" }
    return (gone + Set(one).subtracting(other).sorted().map { "+ \($0)" }).joined(separator: "\n")
}

/// A publication, and one of other models and other rows.
final class RollbackTrial {
    private let trial: ChangeTrial
    init() throws { trial = try ChangeTrial() }

    var databases: ScratchDatabases { trial.databases }
    var text: String {
        get { trial.text }
        set { trial.text = newValue }
    }

    /// With a past, and with rights that no run gave.
    func publishFormer() throws {
        trial.request.asOf = "2026-05-15"
        try trial.run()
        trial.request.asOf = "2026-06-15"
        try trial.run()
        try execute(
            databases.targetAdmin,
            """
            CREATE ROLE "other_of_\(databases.name)";
            GRANT SELECT ON impact.societes, impact.ensemble TO "other_of_\(databases.name)" WITH GRANT OPTION;
            GRANT SELECT (nom, cotee) ON impact.societes TO "other_of_\(databases.name)";
            CREATE INDEX par_effectif ON impact.societes (effectif DESC) WHERE cotee
            """)
    }

    func publishNext() throws {
        try execute(
            databases.primary,
            """
            UPDATE societe SET nom = 'Un bis', effectif = 13 WHERE id = 1;
            INSERT INTO societe VALUES (5, '555', 'Cinq', 51, false, '2024-01-09', 1, 7);
            DELETE FROM rapport WHERE id = 12;
            INSERT INTO rapport VALUES (13, 5, 2025, 1)
            """)
        trial.request.asOf = "2026-07-15"
        try trial.run()
    }

    func edit(_ edits: [(String, String)]) { trial.edit(edits) }
    func run() throws { try trial.run() }
    func script() throws -> RunScript { try trial.script() }
    func changes() throws -> Migration { try trial.changes() }
    func published(_ sql: String) throws -> [[String?]] { try trial.published(sql) }
    func picture() throws -> [String] { try LivePostgresTests.picture(databases.targetAdmin) }
    func rollback() throws { _ = try ImpactRuntime.rollback(trial.script(), on: databases.target) }
    func tablesThatHold(_ name: String) throws -> [String] {
        try published(
            "SELECT oid::regclass FROM pg_class WHERE relkind = 'r' AND relnamespace::regnamespace::text LIKE 'impact%' ORDER BY 1"
        )
        .compactMap { $0[0] }.filter { try !published("SELECT FROM \($0) AS t WHERE to_jsonb(t) @> '{\"nom\": \"\(name)\"}'").isEmpty }
    }
    func kept() throws -> [[String?]] {
        try published("SELECT relname FROM pg_class WHERE relname LIKE '%\\_former' AND relnamespace = to_regnamespace('impact_internal')")
    }
}
