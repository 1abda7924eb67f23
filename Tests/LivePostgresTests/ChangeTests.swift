import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// An edit of the models, and what the next run says of it.
struct ModelChange: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let edits: [(String, String)]
    /// Parts of what is told.
    let words: [String]
    let isBreaking: Bool

    init(_ name: String, _ edits: [(String, String)], _ words: [String], isBreaking: Bool = false) {
        testDescription = name
        self.edits = edits
        self.words = words
        self.isBreaking = isBreaking
    }
}

/// Changed models on real servers: what is published afterwards is what a first publication gives.
@Suite struct ModelChangeTests {
    static let changes = [
        ModelChange(
            "a column is added", [("    let nom\n", "    let nom\n    /// Création.\n    let creee_le\n")], ["`societes.creee_le` is added"]
        ),
        ModelChange("a column is removed", [("    /// Nom.\n    let nom\n", "")], ["`societes.nom` is removed"], isBreaking: true),
        ModelChange(
            "a column is renamed", [("let nom\n", "@renamed(from: \"nom\") let raison = nom\n")], ["`societes.nom` is renamed `raison`"],
            isBreaking: true),
        ModelChange(
            "a column keeps its values in another type", [("    let effectif\n", "    let effectif = chiffre\n")],
            ["becomes `numeric`, and was `bigint`"]),
        ModelChange(
            "a column loses its values", [("    let nom\n", "    let nom = creee_le\n")], ["becomes `date`, and was `text`"],
            isBreaking: true),
        ModelChange(
            "a group is of another type", [("    let annee\n}\n\n/// Situation", "    let annee = note ?? 0\n}\n\n/// Situation")],
            ["`rapports.annee` becomes `numeric`", "all rows of `par_annee`"]),
        ModelChange(
            "a column may be absent",
            [("    let annee\n}\n\n/// Situation", "    let annee: Int? = note == nil ? nil : annee\n}\n\n/// Situation")],
            ["`rapports.annee` may be absent"]),
        ModelChange(
            "a column is never absent", [("    let cotee\n", "    let cotee = cotee ?? false\n")], ["`societes.cotee` is never absent"]),
        ModelChange("a comment changes", [("/// Nom.", "/// Raison sociale.")], []),
        ModelChange(
            "the key is of another type", [("@key let numero = id\n    /// Nom", "@key let numero = siren\n    /// Nom")],
            ["`societes.numero` becomes `text`"], isBreaking: true),
        ModelChange(
            "the key is another column",
            [("@key let numero = id\n    /// Nom", "@key let siren\n    /// Nom"), ("unit: numero", "unit: siren")],
            ["a row of `societes` is now told by `siren`"], isBreaking: true),
        ModelChange(
            "the key has more columns",
            [("    /// Année.\n    let annee\n}\n\n/// Situation", "    /// Année.\n    @key let annee\n}\n\n/// Situation")],
            ["told by `numero`, `annee`"], isBreaking: true),
        ModelChange("a reference leaves", [("societes[societe]", "societe.id")], ["no longer refers"]),
        ModelChange(
            "a model is renamed",
            [
                ("struct societes", "@renamed(from: \"societes\")\nstruct entreprises"), ("societes.self", "entreprises.self"),
                ("societes[", "entreprises["),
            ],
            ["`societes` is renamed `entreprises`"], isBreaking: true),
        ModelChange(
            "a model and its key are renamed",
            [
                ("struct societes", "@renamed(from: \"societes\")\nstruct entreprises"), ("societes.self", "entreprises.self"),
                ("societes[", "entreprises["),
                ("@key let numero = id\n    /// Nom", "@key @renamed(from: \"numero\") let id\n    /// Nom"), ("unit: numero", "unit: id"),
            ], ["`societes` is renamed `entreprises`", "`entreprises.numero` is renamed `id`"], isBreaking: true),
        ModelChange(
            "a metric is by something else", [("    /// Année.\n    @by let annee", "    /// Société.\n    @by let societe")],
            ["`par_annee.annee` is removed"], isBreaking: true),
        ModelChange(
            "a metric's group may be absent", [("    @by let annee", "    @by let annee: Int? = annee > 2024 ? annee : nil")],
            ["`par_annee` has no key"]),
        ModelChange(
            "a view has another column",
            [("let nombre = count(where: effectif != nil)", "let nombre = count\n    /// Effectif.\n    let total = sum(effectif)")],
            ["`ensemble.total` is added"]),
        ModelChange("a view becomes a table", [("as: .view)", "as: .table)")], []),
        ModelChange(
            "a table becomes a view", [("@metric(from: rapports.self)", "@metric(from: rapports.self, as: .view)")], ["becomes a view"]),
        ModelChange("a secret metric is described anew", [("/// Cotée.\n    @by", "/// Cotée en bourse.\n    @by")], []),
        ModelChange(
            "a name is deprecated",
            [("    let nom\n", "    let raison = nom\n    /// Nom.\n    @deprecated(\"lire raison\", until: \"2027-03-01\") let nom\n")],
            ["`societes.raison` is added"]),
    ]

    @Test(arguments: changes) func isMigrated(_ change: ModelChange) throws {
        let trial = try ChangeTrial()
        try trial.run()
        trial.edit(change.edits)
        let migration = try trial.changes()
        #expect(migration.obstacles == [])
        #expect(migration.breaking.isEmpty == !change.isBreaking, "\(migration.breaking.map(\.words))")
        let told = migration.changes.map(\.words).joined(separator: "\n")
        for words in change.words { #expect(told.contains(words), "\(told)") }
        try expectRefusalUnlessAllowed(trial, change.isBreaking)
        let ids = try trial.published(Self.tables)
        try trial.run()
        let fresh = try trial.fresh()
        #expect(try fingerprint(trial.databases.targetAdmin) == fingerprint(fresh.targetAdmin))
        #expect(try rows(trial.databases.targetAdmin) == rows(fresh.targetAdmin))
        try expectSameTables(trial, ids)
        try expectSilence(trial)
    }

    /// Without hidden cells, which remember what was shown before: a change that would tell of few is not shown at once.
    private func rows(_ url: String) throws -> [String] { try publishedRows(url).filter { !$0.hasPrefix("cotations") } }

    /// Tables by the number that PostgreSQL gave them.
    private static let tables = "SELECT oid FROM pg_class WHERE relnamespace = to_regnamespace('impact') AND relkind = 'r' ORDER BY 1"

    private func expectRefusalUnlessAllowed(_ trial: ChangeTrial, _ isBreaking: Bool) throws {
        guard isBreaking else { return }
        let before = try fingerprint(trial.databases.targetAdmin)
        trial.request.allowBreaking = false
        let error = #expect(throws: RunError.self) { try trial.run() }
        #expect(error?.exitCode == 65 && error?.help?.contains("--allow-breaking") == true, "\(error?.description ?? "")")
        #expect(!trial.events.contains { if case .modelRead = $0 { true } else { false } })
        #expect(try fingerprint(trial.databases.targetAdmin) == before)
        trial.request.allowBreaking = true
    }

    /// A table that was there is the same one, unless it became a view; and the reader may read all there is.
    private func expectSameTables(_ trial: ChangeTrial, _ before: [[String?]]) throws {
        let after = try trial.published(Self.tables)
        let becameViews = trial.text.contains("rapports.self, as: .view")
        #expect(becameViews || before.allSatisfy { after.contains($0) })
        let unreadable = try trial.published(
            """
            SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('impact') AND relkind IN ('r', 'v')
              AND NOT has_table_privilege('\(trial.reader)', oid, 'SELECT')
            """)
        #expect(unreadable == [])
    }

    /// Done once: nothing is left to do, and the next run writes nothing.
    private func expectSilence(_ trial: ChangeTrial) throws {
        #expect(try trial.changes().changes.map(\.words) == [])
        try trial.run()
        #expect(trial.events.compactMap { if case .done(let totals) = $0 { totals.rowsWritten + totals.rowsDeleted } else { nil } } == [0])
    }
}
