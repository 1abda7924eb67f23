import ImpactCompiler
import ImpactDiagnostics
import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// k-anonymity and l-diversity against counts that are done the slow way, on the invented production.
@Suite struct AnonymityTests {
    private static let models = """
        let project = Project(schema: "impact", readers: ["metabase"])

        /// Compte.
        @source("users_user")
        struct Utilisateur {
            @key @personal var id: Int
            @quasi var fonction_rse: String?
            @quasi var created_at: Timestamp
            @inverse(of: Habilitation.user) var habilitations: [Habilitation]
        }

        /// Rattachement.
        @source("habilitations_habilitation")
        struct Habilitation {
            @key @quasi var id: Int
            @quasi @column("user_id") var user: Utilisateur
            @plain var role: String
        }

        /// Profils.
        @model(from: Utilisateur.self, kAnonymous: 5)
        struct profils {
            /// Métier.
            let metier = fonction_rse
            /// Année d'inscription.
            let inscription = created_at.truncated(to: .year)
            /// Nombre d'entreprises.
            let entreprises = habilitations.count.bucketed(by: [1, 2, 5])
        }

        /// Rôles tenus.
        @model(from: Habilitation.self, kAnonymous: 8, unit: user, lDiverse: (role, 3))
        struct roles {
            /// Métier.
            let metier = user.fonction_rse
            /// Mois d'inscription.
            let mois = user.created_at.truncated(to: .month)
            /// Rôle.
            let role
        }

        """

    private let databases: ScratchDatabases
    private let script: RunScript

    init() throws {
        databases = try ImpactDatabases(companies: 250, seed: 9, asOf: "2026-06-15").databases
        let output = compile([SourceFile(path: "models.dsl", text: Self.models)]) { _ in nil }.output
        script = try #require(output).script
    }

    private func synchronize(_ script: RunScript) throws {
        let request = RunRequest(
            source: databases.standby, target: databases.target, asOf: "2026-06-15", pseudonymKey: Array(ImpactDatabases.key.utf8))
        try run(script, request) { _ in }
    }

    @Test func exactlyTheRowsOfLargeClassesArePublished() throws {
        try synchronize(script)
        let published = try query(
            databases.target,
            "SELECT metier, inscription::text, entreprises, count(*) FROM impact.profils GROUP BY 1, 2, 3 ORDER BY 1, 2, 3")
        let expected = try query(
            databases.standby,
            """
            WITH person AS (
                SELECT fonction_rse AS metier, make_date(extract(year FROM created_at AT TIME ZONE 'Europe/Paris')::int, 1, 1)::text AS inscription,
                    (SELECT count(*) FROM habilitations_habilitation AS h WHERE h.user_id = u.id) AS n
                FROM users_user AS u)
            SELECT metier, inscription, CASE WHEN n = 0 THEN '< 1' WHEN n = 1 THEN '1' WHEN n < 5 THEN '2 - 4' ELSE '>= 5' END, count(*)
            FROM person GROUP BY 1, 2, 3 HAVING count(*) >= 5 ORDER BY 1, 2, 3
            """)
        #expect(published == expected)
        #expect(published.count > 3)
        let all = try query(databases.standby, "SELECT count(*) FROM users_user")
        #expect(
            try query(databases.target, "SELECT count(*) FROM impact.profils") != all, "some rows are left out, or the test shows nothing")
    }

    @Test func unitsAreCountedOnceAndDiversityHolds() throws {
        try synchronize(script)
        let published = try query(
            databases.target, "SELECT metier, mois::text, role, count(*) FROM impact.roles GROUP BY 1, 2, 3 ORDER BY 1, 2, 3")
        let expected = try query(
            databases.standby,
            """
            WITH tenu AS (
                SELECT u.fonction_rse AS metier, date_trunc('month', u.created_at AT TIME ZONE 'Europe/Paris')::date::text AS mois, h.role, h.user_id
                FROM habilitations_habilitation AS h JOIN users_user AS u ON u.id = h.user_id),
            classe AS (
                SELECT metier, mois FROM tenu GROUP BY 1, 2 HAVING count(DISTINCT user_id) >= 8 AND count(DISTINCT role) >= 3)
            SELECT t.metier, t.mois, t.role, count(*) FROM tenu AS t
            JOIN classe AS c ON c.metier IS NOT DISTINCT FROM t.metier AND c.mois = t.mois GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            """)
        #expect(published == expected)
        #expect(!published.isEmpty)
    }

    @Test func aClassThatIsTooSmallStopsThePublication() throws {
        try synchronize(script)
        let before = try query(databases.target, "SELECT t::text FROM impact.profils AS t ORDER BY 1")
        var tampered = script
        tampered.models[0].select.text = tampered.models[0].select.text.replacing(
            "counted.class_units >= 5", with: "counted.class_units >= 1")
        #expect(tampered != script)
        let error = try #require(throws: RunError.self) { try synchronize(tampered) }
        #expect(error.exitCode == 65)
        #expect(error.description.contains("metabase/checks/profils.sql"))
        #expect(try query(databases.target, "SELECT t::text FROM impact.profils AS t ORDER BY 1") == before)
    }

    @Test func aSecondRunChangesNothing() throws {
        try synchronize(script)
        let before = try query(databases.target, "SELECT xmin, t::text FROM impact.profils AS t ORDER BY 2")
        try synchronize(script)
        #expect(try query(databases.target, "SELECT xmin, t::text FROM impact.profils AS t ORDER BY 2") == before)
    }
}
