import ImpactPlan
import ImpactTestSupport
import Testing

@testable import ImpactCatalogue

/// When a table was published, on its page, where somebody asked.
@Suite struct FreshnessTests {
    private static let known = [
        Freshness(table: "emprunt", synchronizedAt: "2026-11-24 00:05", dataAsOf: "2026-11-01 00:04", restoredAt: nil),
        Freshness(table: "activite", synchronizedAt: "2026-02-03 12:30", dataAsOf: nil, restoredAt: "2026-02-04 08:00"),
    ]

    @Test(arguments: [
        (
            CatalogueLanguage.french, "emprunt",
            "Dernière synchronisation, quand cette page a été écrite\u{A0}: le 24 novembre 2026 à 00:05, avec les données du 1er novembre 2026 à 00:04."
        ),
        (
            .french, "activite",
            "Dernière synchronisation, quand cette page a été écrite\u{A0}: le 3 février 2026 à 12:30. Une synchronisation plus récente a été annulée le 4 février 2026 à 08:00."
        ),
        (.french, "lecteur", "Pas encore publié quand cette page a été écrite."),
        (
            .english, "emprunt",
            "Last synchronized, when this page was written: 24 November 2026 at 00:05, with the data of 1 November 2026 at 00:04."
        ),
        (
            .english, "activite",
            "Last synchronized, when this page was written: 3 February 2026 at 12:30. A later synchronization was undone on 4 February 2026 at 08:00."
        ),
        (.english, "lecteur", "Not published yet when this page was written."),
    ])
    func isSaidOnThePageOfTheTable(_ language: CatalogueLanguage, _ table: String, _ sentence: String) throws {
        let stamped = try Catalogues.site(Catalogues.library, language, Self.known)
        let plain = try Catalogues.site(Catalogues.library, language)
        let path = "tables/\(table).html"
        let page = try #require(stamped.first { $0.path == path }).text
        let line = "<dd>\(sentence)</dd>\n"
        #expect(page.contains(line))
        // Nothing else is said otherwise, and who does not ask is told nothing.
        #expect(page.replacing(line, with: "") == plain.first { $0.path == path }?.text)
        #expect(stamped.filter { !$0.path.hasPrefix("tables/") }.map(\.text) == plain.filter { !$0.path.hasPrefix("tables/") }.map(\.text))
    }
}
