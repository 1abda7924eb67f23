import Foundation
import ImpactTestSupport
import Testing

@Suite struct CatalogueCommandTests {
    @Test func aSecondCatalogueIsTheSameBytes() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(BuildTests.models, to: "models.dsl")
        try command.write("une autre page", to: "site/autre.html")
        let first = try command.run("catalogue", "--output", "site")
        #expect(first.status == 0, "\(first.errors)")
        #expect(command.read("site/tables/utilisateur.html")?.contains("<h1>Utilisateur</h1>") == true)
        #expect(command.read("site/autre.html") == "une autre page")
        #expect(command.read("generated/privacy.md") == nil)
        // Another process hashes otherwise.
        #expect(try command.run("catalogue", "--output", "site").errors.contains("none changed"))
    }

    @Test func theLanguageIsAnOption() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(BuildTests.models, to: "models.dsl")
        #expect(try command.run("catalogue", "--output", "site", "--lang", "en").status == 0)
        #expect(command.read("site/index.html")?.contains("<html lang=\"en\">") == true)
        #expect(try command.run("catalogue", "--output", "site", "--lang", "de").status == 64)
        #expect(try command.run("catalogue").status == 64)
    }

    @Test func aServerThatDoesNotAnswerWritesNothing() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(BuildTests.models, to: "models.dsl")
        let nobody = "postgresql://127.0.0.1:1/published?connect_timeout=2"
        #expect(try command.run("catalogue", "--output", "site", "--target", nobody).status == 69)
        #expect(try command.run("catalogue", "--output", "site", environment: ["IMPACT_TARGET_URL": nobody]).status == 69)
        #expect(!command.files().contains("site"))
    }

    @Test func modelsWithErrorsWriteNothing() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(BuildTests.models.replacing("let role", with: "let rôle"), to: "models.dsl")
        #expect(try command.run("catalogue", "--output", "site").status == 65)
        #expect(!command.files().contains("site"))
    }
}
