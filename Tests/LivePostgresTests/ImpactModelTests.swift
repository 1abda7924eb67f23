import Foundation
import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// The whole of `models.dsl` against the hand-written reference, through a hot standby, under a role that has the
/// generated rights only.
@Suite struct ImpactModelTests {
    static let tables = [
        "entreprise", "utilisateur", "invitation", "habilitation", "bdese", "indexegapro", "bges", "csrd", "vsme", "analyseia", "stats",
    ]

    struct Production: Sendable, CustomTestStringConvertible {
        let companies: Int
        let seed: Int
        let asOf: String
        var isTroublesome = false
        var testDescription: String { "\(companies) companies, seed \(seed), \(asOf)\(isTroublesome ? ", with troublesome rows" : "")" }
    }

    @Test(arguments: [
        Production(companies: 1000, seed: 1, asOf: "2026-06-15"),
        Production(companies: 300, seed: 7, asOf: "2027-01-01"),
        Production(companies: 40, seed: 11, asOf: "2025-12-31"),
        Production(companies: 200, seed: 5, asOf: "2026-06-15", isTroublesome: true),
    ])
    func everyTableIsTheReferences(_ production: Production) throws {
        let impact = try ImpactDatabases(
            companies: production.companies, seed: production.seed, asOf: production.asOf,
            besides: production.isTroublesome ? Self.troublesome() : nil)
        let first = try synchronize(impact, production.asOf)
        for table in Self.tables { try compare(table, impact) }
        #expect(first.rowsWritten > 0)
        let second = try synchronize(impact, production.asOf)
        #expect(second.rowsWritten == 0 && second.rowsDeleted == 0)
        #expect(second.rowsRead == 0)
        let whole = try synchronize(impact, production.asOf, isFull: true)
        #expect(whole.rowsWritten == 0 && whole.rowsDeleted == 0)
        #expect(whole.rowsRead == first.rowsRead)
    }

    private func synchronize(_ impact: ImpactDatabases, _ asOf: String, isFull: Bool = false) throws -> RunTotals {
        var totals = RunTotals()
        var request = RunRequest(
            source: impact.source, target: impact.databases.target, asOf: asOf, pseudonymKey: Array(ImpactDatabases.key.utf8))
        request.isFull = isFull
        try run(ImpactProject.compiled().script, request) { if case .done(let found) = $0 { totals = found } }
        return totals
    }

    /// Column by column, so that a difference names its column.
    private func compare(_ table: String, _ impact: ImpactDatabases) throws {
        let columns = try impact.columns(of: table)
        let published = try impact.published(table, columns)
        let reference = try impact.reference(table, columns)
        #expect(published.count == reference.count, "\(table)")
        guard published.count == reference.count else { return }
        for (index, column) in columns.enumerated() {
            let differing = zip(published, reference).count { $0[index] != $1[index] }
            #expect(differing == 0, "\(table).\(column)")
        }
    }

    /// All of them but one kind: PostgreSQL before 16 has no cast from text to JSON that cannot fail, see
    /// `aTextThatIsNoJSONStopsTheRunAndHarmsNothing`.
    private static func troublesome() throws -> String {
        let rows = try String(contentsOfFile: repository + "/Tests/Oracle/troublesome_rows.sql", encoding: .utf8)
        return rows + """
            ;
            UPDATE analyseia_analyseia SET resultat_json = NULL
            WHERE id >= 900000000 AND jsonb_typeof(resultat_json) = 'string' AND resultat_json #>> '{}' ~ '^\\s*[[{]'
              AND resultat_json #>> '{}' ~ 'oops|NaN|u0000|\\[\\[\\[|\\} \\{';
            """
    }

    @Test func aTextThatIsNoJSONStopsTheRunAndHarmsNothing() throws {
        let impact = try ImpactDatabases(companies: 20, seed: 2, asOf: "2026-06-15")
        _ = try synchronize(impact, "2026-06-15")
        let before = try Self.tables.map { try impact.published($0, impact.columns(of: $0)) }
        try impact.databases.changeSource(
            """
            UPDATE analyseia_analyseia SET resultat_json = to_jsonb('{ CANARI'::text)
            WHERE id IN (SELECT analyseia_id FROM entreprises_entreprise_analyses_ia);
            DELETE FROM vsme_indicateur;
            """)
        let error = try #require(throws: RunError.self) { _ = try synchronize(impact, "2026-06-15") }
        #expect(error.sqlState == "22P02")
        #expect(!error.description.contains("CANARI"))
        #expect(try Self.tables.map { try impact.published($0, impact.columns(of: $0)) } == before)
    }
}
