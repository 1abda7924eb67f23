import ImpactPlan
import Testing

@testable import ImpactCatalogue

/// Names and descriptions are somebody's text, and stay text.
@Suite struct EscapingTests {
    /// A quotation mark with an accent is one character of Swift's, and ends an attribute in HTML.
    private static let attack =
        "<script>alert(1)</script> <\u{301}b> & \"\u{301} onmouseover=\"x\" ' </p></main><!-- ]]> {{labels.home}} `<b>` **<i>**"

    private func hostile() throws -> [GeneratedFile] {
        try Catalogues.site(
            """
            let project = Project(schema: "impact", language: "fr")
            /// \(Self.attack)
            @source("comptes")
            struct Compte {
                @key @plain var id: Int
                @personal var nom: String
                @plain var etat: String
            }
            /// \(Self.attack)
            @model(from: Compte.self, where: etat != "<u>")
            struct compte {
                /// \(Self.attack)
                @key let id
                /// É.
                @deprecated("<s> & co", until: "2027-01-01") let été = etat == "<u>" ? "<em>" : "\\"x\\" & y"
                /// N.
                let nom = disclosed(nom, because: "<img src=x onerror=alert(1)>")
            }
            /// \(Self.attack)
            @metric(from: compte.self)
            struct comptes {
                /// \(Self.attack)
                @by let etat = été
                /// Comptes : \(Self.attack)
                let nombre = count
            }
            """)
    }

    @Test func textIsNeverMarkup() throws {
        for file in try hostile() where file.path.hasSuffix(".html") {
            let page = try PageTree(file)
            #expect(page.elements("script").map { $0.attribute(forName: "src")?.stringValue != nil } == [true], "\(file.path)")
            #expect(page.elements("img", "i", "u", "em", "s").isEmpty, "\(file.path)")
            #expect(page.elements.flatMap { $0.attributes ?? [] }.allSatisfy { $0.name?.hasPrefix("on") == false })
            #expect(page.elements("main").count == 1)
        }
    }

    @Test func textIsReadAsItIsWritten() throws {
        let file = try #require(try hostile().first { $0.path == "tables/compte.html" })
        let lead = try #require(try PageTree(file).elements("p").first { $0.attribute(forName: "class")?.stringValue == "lead" })
        #expect(
            lead.stringValue
                == "<script>alert(1)</script> <\u{301}b> & \"\u{301} onmouseover=\"x\" ' </p></main><!-- ]]> {{labels.home}} <b> <i>")
    }

    /// One character of Swift's, and two of HTML's.
    @Test func accentsHideNothing() {
        #expect(Escaping().escapeText("\"\u{301}<\u{338}") == "&quot;\u{301}&lt;\u{338}")
    }

    @Test func controlCharactersAreLeftOut() {
        #expect(Escaping().escapeText("a\u{0}b\u{8}c\td\r\ne\u{FFFE}f") == "abc\td\nef")
    }
}
