import Foundation
import ImpactPlan
import ImpactTestSupport
import Testing

@testable import ImpactCatalogue

/// What must hold on every page of the Impact models, in both languages.
@Suite struct PageTests {
    @Test(arguments: CatalogueLanguage.allCases)
    func linksLeadSomewhereAndIdsAreUnique(_ language: CatalogueLanguage) throws {
        #expect(try brokenLinks(of: Catalogues.impact(language)) == [])
    }

    @Test(arguments: CatalogueLanguage.allCases)
    func aScreenReaderFindsItsWay(_ language: CatalogueLanguage) throws {
        for page in try trees(Catalogues.impact(language)) {
            #expect(page.root.attribute(forName: "lang")?.stringValue == language.rawValue)
            #expect(page.elements("main").count == 1 && page.elements("header").count == 1 && page.elements("footer").count == 1)
            let levels = page.elements("h1", "h2", "h3", "h4", "h5", "h6").compactMap { $0.name?.last?.wholeNumberValue }
            #expect(levels.first == 1 && levels.count { $0 == 1 } == 1, "\(page.path)")
            #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(page.path): \(levels)")
            #expect(page.elements("nav").allSatisfy { $0.attribute(forName: "aria-label") != nil })
            for drawing in page.elements("svg") {
                #expect(
                    (drawing.children ?? []).prefix { $0.name != "g" }.compactMap(\.name).filter { ["title", "desc"].contains($0) }.count
                        == 2)
            }
            #expect(page.elements("th").allSatisfy { $0.attribute(forName: "scope") != nil })
            #expect(page.attributes("aria-current").count == (page.path.contains("/") ? 0 : 1), "\(page.path)")
        }
    }

    /// A name that a template misspells is an empty place.
    @Test(arguments: CatalogueLanguage.allCases)
    func noPlaceIsLeftEmpty(_ language: CatalogueLanguage) throws {
        let told: Set = ["path", "found"]
        for page in try trees(Catalogues.impact(language)) {
            for element in page.elements(
                "a", "b", "button", "code", "dd", "desc", "dt", "h1", "h2", "h3", "label", "li", "p", "td", "text", "th", "title")
            {
                let mark = element.attribute(forName: "class")?.stringValue ?? element.attribute(forName: "id")?.stringValue ?? ""
                let text = element.stringValue?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
                #expect(!text.isEmpty || told.contains(mark), "\(page.path): \(element.xmlString)")
            }
            let values = page.elements.flatMap { $0.attributes ?? [] }
            #expect(values.allSatisfy { $0.stringValue?.isEmpty == false }, "\(page.path)")
        }
    }

    /// Pages are read from a folder, without a network, and by nobody else.
    @Test(arguments: CatalogueLanguage.allCases)
    func nothingComesFromElsewhere(_ language: CatalogueLanguage) throws {
        for file in try Catalogues.impact(language) {
            let text = file.text.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "")
            #expect(["://", "url(", "@import", "fetch(", "innerHTML"].allSatisfy { !text.contains($0) }, "\(file.path)")
            #expect(file.text.utf8.count < 100_000, "\(file.path): \(file.text.utf8.count) bytes")
        }
    }

    @Test func frenchIsSetAsFrench() throws {
        for page in try trees(Catalogues.impact(.french)) {
            for text in page.prose {
                #expect([" ;", " !", " ?", " :", " »", "« ", " %"].allSatisfy { !text.contains($0) }, "\(page.path): \(text)")
                #expect(text.firstMatch(of: /\p{L}'\p{L}/) == nil, "\(page.path): \(text)")
            }
        }
    }

    /// Pseudonymous is not anonymous, and no rule of ours shows that anything is.
    @Test(arguments: CatalogueLanguage.allCases)
    func nothingIsCalledAnonymous(_ language: CatalogueLanguage) throws {
        let denials = ["et n’est pas anonyme\u{A0}:", "and is not anonymous:"]
        for page in try trees(Catalogues.impact(language)) {
            // A `SOCIETE_ANONYME` is one in law.
            for text in page.prose where text.contains(/[Aa]nonym/) {
                let rest = denials.reduce(text) { $0.replacing($1, with: "") }
                #expect(page.path == "index.html" && !rest.contains(/[Aa]nonym/), "\(page.path): \(text)")
            }
        }
    }

    @Test func whatIsForeignSaysSo() throws {
        let pages = try trees(Catalogues.impact(.english))
        let spans = try #require(pages.first { $0.path == "tables/bdese.html" }).elements("span")
        #expect(
            spans.contains { $0.attribute(forName: "lang")?.stringValue == "fr" && $0.stringValue?.hasPrefix("Base de données") == true })
    }

    private func trees(_ site: [GeneratedFile]) throws -> [PageTree] {
        try site.filter { $0.path.hasSuffix(".html") }.map { try PageTree($0) }
    }
}
