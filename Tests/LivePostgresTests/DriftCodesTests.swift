import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// Every kind of drift is shown by a server and listed for people.
@Suite struct DriftCodesTests {
    /// Shown by tests of their own.
    private static let alone: Set = [
        "drift-unchecked-rights", "drift-query", "drift-unpublished", "drift-migration", "drift-former-table",
    ]

    @Test func eachHasACase() {
        let lists = [
            DriftTests.shapes, DriftTests.values, DriftTests.guarantees, DriftTests.unusual, DriftRightsTests.cases,
            DriftHardenedTests.cases,
            DriftTargetTests.tables, DriftTargetTests.audience,
        ]
        let shown = Set(lists.joined().map(\.code)).union(Self.alone)
        #expect(shown == Set(Drift.Code.allCases.map(\.rawValue)))
    }

    @Test func eachIsDocumented() throws {
        let text = try #require(read(Repository.root + "/docs/drift.md"))
        let listed = Set(text.matches(of: /\n\| `(drift-[a-z-]+)` \|/).map { String($0.1) })
        #expect(listed == Set(Drift.Code.allCases.map(\.rawValue)))
    }

    /// Facts in the program's words, as those of the compiler.
    @Test(arguments: DriftTests.shapes + DriftTests.guarantees + DriftTests.unusual + DriftRightsTests.cases) func speaksPlainly(
        _ change: DriftCase
    ) throws {
        let trial = try DriftTrial()
        try execute(trial.databases.primary, trial.named(change.sql))
        for drift in try checkSource(trial.script, trial.readerURL) {
            let words = ([drift.message, drift.help ?? ""] + drift.notes).joined(separator: " ").replacing(/`[^`]*`|"[^"]*"/, with: "")
            #expect(words.lowercased().firstMatch(of: /\b(please|invalid|failed|you|your)\b/) == nil, "\(words)")
            #expect(!drift.message.hasSuffix("."), "\(drift.message)")
            #expect(drift.severity == .note || drift.help != nil || drift.code == .unhandledValue, "\(drift.message)")
        }
    }
}

/// Conditions as PostgreSQL rewrites them, held against the same in `models.dsl`.
@Suite struct DriftConditionTests {
    private func trial(_ index: String) throws -> [Drift.Code] {
        let statements = """
            DROP INDEX depot_definitif; ALTER TABLE depot ADD "Type" varchar(40) NOT NULL DEFAULT '';
            CREATE UNIQUE INDEX ON depot \(index);
            """
        let trial = try DriftTrial(besides: statements) { models in
            models.replacing("@plain var annee: Int\n", with: "@plain var annee: Int\n    @plain @column(\"Type\") var type: String\n")
                .replacing("{ auteur == nil }", with: "{ auteur == nil && type == \"Définitif (ou 'pas') AND\" }")
        }
        return try checkSource(trial.script, trial.readerURL).map(\.code)
    }

    @Test(arguments: [
        "(compte_id, annee) WHERE auteur_id IS NULL AND \"Type\" = 'Définitif (ou ''pas'') AND'",
        "(annee, compte_id) WHERE auteur_id IS NULL",
        "(compte_id) WHERE \"Type\" IN ('Définitif (ou ''pas'') AND')", "(compte_id, annee)", "(compte_id, annee) INCLUDE (id)",
    ])
    func isCovered(_ index: String) throws {
        // `IN` of one value is `=` to PostgreSQL.
        #expect(try trial(index) == [])
    }

    @Test(arguments: [
        "(compte_id, annee) WHERE auteur_id IS NOT NULL", "(compte_id, annee) WHERE \"Type\" = 'autre'",
        "(compte_id, annee) WHERE auteur_id IS NULL AND annee > 2000", "(compte_id, (annee + 1))", "(compte_id, annee, auteur_id)",
        "(compte_id, annee) WHERE auteur_id IS NULL AND annee > 2000 OR id > 3",
    ])
    func isNotCovered(_ index: String) throws {
        #expect(try trial(index) == [.lostKey])
    }

    /// What stands for an absent value is no value of the column.
    @Test func aFallbackIsNoValue() throws {
        let trial = try DriftTrial { models in
            models.replacing("var niveau: String", with: "var niveau: String?")
                .replacing("niveau == \"haut\"", with: "(niveau ?? \"aucun\") == \"aucun\"")
        }
        try execute(trial.databases.primary, "ALTER TABLE compte ALTER niveau DROP NOT NULL")
        #expect(try checkSource(trial.script, trial.readerURL) == [])
    }
}
