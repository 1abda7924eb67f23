import Foundation
import ImpactTestSupport
import Testing

/// The README and the pages beside it: what they show is what there is.
@Suite struct PagesTests {
    private static let readme = text("README.md")

    private static func text(_ path: String) -> String {
        (try? String(contentsOfFile: repository + "/" + path, encoding: .utf8)) ?? ""
    }

    @Test func theSQLShownIsGenerated() throws {
        let folder = repository + "/generated"
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let generated = files.map { Self.text("generated/" + $0) }
        let blocks = Self.blocks("sql", of: Self.readme)
        #expect(!blocks.isEmpty)
        for block in blocks { #expect(generated.contains { $0.contains(block) }, "\(block)") }
    }

    @Test func theModelsShownAreThoseOfTheRepository() {
        let models = Self.text("models.dsl")
        let blocks = Self.blocks("swift", of: Self.readme)
        #expect(blocks.count == 2)
        for block in blocks { #expect(models.contains(block), "\(block)") }
    }

    /// `let adresse = email`, in the model that the page shows.
    @Test func theRefusalShownIsWhatTheCommandSays() throws {
        let command = try Command()
        defer { command.remove() }
        try shell(#"cp -r "$0"/references "$1""#, repository, command.folder)
        let place = "    /// Nombre d'entreprises auxquelles l'utilisateur est rattaché."
        try command.write(Self.text("models.dsl").replacing(place, with: "    let adresse = email\n" + place), to: "models.dsl")
        let build = try command.run("build")
        let shown = try #require(Self.blocks("text", of: Self.readme).first { $0.contains("error[") })
        #expect(build.status == 65 && build.errors == shown, "\(build.errors)")
    }

    static let pages =
        ["README.md", "CONTRIBUTING.md", "examples/library/README.md"]
        + ["docs", "docs/decisions"].flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: repository + "/" + folder)) ?? []).filter { $0.hasSuffix(".md") }
                .map { folder + "/" + $0 }
        }

    @Test(arguments: pages) func linksLeadSomewhere(_ page: String) {
        let folder = (page as NSString).deletingLastPathComponent
        for link in Self.prose(of: Self.text(page)).matches(of: /\]\(([^)\s]*)\)/).map(\.1) where !link.contains("://") {
            let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let path = parts[0].isEmpty ? page : ((folder + "/" + parts[0]) as NSString).standardizingPath
            #expect(FileManager.default.fileExists(atPath: repository + "/" + path), "\(page): \(link)")
            if parts.count == 2 { #expect(Self.anchors(of: Self.text(path)).contains(parts[1]), "\(page): \(link)") }
        }
    }

    private static func anchors(of page: String) -> [String] {
        prose(of: page).split(separator: "\n").filter { $0.hasPrefix("#") }.map { heading in
            heading.drop { $0 == "#" }.dropFirst().lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
                .replacing(" ", with: "-")
        }
    }

    /// What stands between fences is no prose.
    private static func prose(of page: String) -> String { fenced(page).filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined() }

    private static func blocks(_ language: String, of page: String) -> [String] {
        fenced(page).filter { !$0.offset.isMultiple(of: 2) && $0.element.hasPrefix(language + "\n") }
            .map { String($0.element.dropFirst(language.count + 1)) + "\n" }
    }

    private static func fenced(_ page: String) -> [(offset: Int, element: String)] {
        Array(page.components(separatedBy: "\n```").enumerated())
    }
}
