import ImpactTestSupport
import Testing

@testable import ImpactCatalogue

/// Pages of a small project, which a person has read.
@Suite struct GoldenTests {
    @Test(arguments: ["index.html", "lineage.html", "register.html", "tables/emprunt.html", "tables/activite.html"])
    func inFrench(_ path: String) throws { try hold(path, .french) }

    @Test(arguments: ["dictionary.html", "tables/lecteur.html", "tables/activite.html"])
    func inEnglish(_ path: String) throws { try hold(path, .english) }

    private func hold(_ path: String, _ language: CatalogueLanguage) throws {
        let page = try #require(Catalogues.site(Catalogues.library, language).first { $0.path == path })
        let golden = Golden(Repository.tests + "/CatalogueTests/expected/\(language.rawValue)/\(path)")
        let difference = golden.difference(from: page.text)
        #expect(difference == nil, "\(difference ?? "")")
    }
}
