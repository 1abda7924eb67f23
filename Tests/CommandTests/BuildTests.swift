import Foundation
import ImpactTestSupport
import Testing

@Suite struct BuildTests {
    static let models = """
        let project = Project(schema: "impact", readers: ["metabase"])

        /// Compte.
        @source("users_user")
        struct Utilisateur {
            @key @personal var id: Int
            /// Rôle.
            @plain var role: String
            @personal var email: String
        }

        /// Un compte.
        @model(from: Utilisateur.self, clearance: .pseudonymous)
        struct utilisateur {
            /// Jeton.
            @key let id = pseudonym(id)
            let role
        }

        """

    @Test func aBuildWritesAndASecondOneFindsNothingToDo() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(Self.models, to: "models.dsl")
        let first = try command.run("build")
        #expect(first.status == 0, "\(first.errors)")
        #expect(command.read("generated/replica/utilisateur.sql")?.contains("'users_user|'") == true)
        #expect(try command.run("build", "--check").status == 0)
        #expect(try command.run("build").errors.contains("none changed"))
    }

    @Test func aStaleFolderIs65WithTheDifferences() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(Self.models, to: "models.dsl")
        _ = try command.run("build")
        try command.write(Self.models.replacing("/// Rôle.", with: "/// Fonction."), to: "models.dsl")
        try command.write("SELECT 1;", to: "generated/replica/ancien.sql")
        let check = try command.run("build", "--check")
        #expect(check.status == 65)
        #expect(check.errors.contains("generated/metabase/tables/utilisateur.sql"))
        #expect(check.errors.contains("Fonction."))
        #expect(check.errors.contains("no longer generated: generated/replica/ancien.sql"))
        #expect(try command.run("build").status == 0)
        #expect(command.read("generated/replica/ancien.sql") == nil)
    }

    @Test func aFailedBuildWritesNothing() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(Self.models, to: "models.dsl")
        _ = try command.run("build")
        let before = command.files()
        try command.write(Self.models.replacing("pseudonym(id)", with: "id"), to: "models.dsl")
        let failed = try command.run("build")
        #expect(failed.status == 65)
        #expect(failed.errors.contains("models.dsl:16:14"))
        #expect(failed.errors.contains("error[personal-data-published]"))
        #expect(command.files() == before)
    }

    /// An é as one code point and as two, and a byte that no text has: what is reviewed is what runs, to the byte.
    @Test func aFileOfOtherBytesIsStale() throws {
        let command = try Command()
        defer { command.remove() }
        let models = Self.models.replacing(
            "    let role\n", with: "    /// Rôle.\n    let role = role == \"\u{E9}\" ? \"\u{FFFD}\" : role\n")
        try command.write(models, to: "models.dsl")
        #expect(try command.run("build").status == 0)
        let path = "generated/replica/utilisateur.sql"
        let text = try #require(command.read(path))
        #expect(text.utf8.count == text.replacing("\u{E9}", with: "e\u{301}").utf8.count - 1)
        try command.write(text.replacing("\u{E9}", with: "e\u{301}"), to: path)
        #expect(try command.run("build", "--check").status == 65)
        var bytes = Data(text.utf8)
        let place = try #require(bytes.range(of: Data("\u{FFFD}".utf8)))
        bytes.replaceSubrange(place, with: [0xFF])
        try command.write(bytes, to: path)
        #expect(try command.run("build", "--check").status == 65)
        #expect(try command.run("build").status == 0)
        #expect(try command.run("build", "--check").status == 0)
        #expect(command.read(path)?.utf8.elementsEqual(text.utf8) == true)
    }

    @Test(arguments: ["", "// rien\n"]) func anEmptyFileIs65(_ text: String) throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(text, to: "models.dsl")
        let outcome = try command.run("build")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("error[nothing-exposed]"))
        #expect(command.files() == ["models.dsl"])
    }

    @Test(arguments: [Data([0xFF, 0xFE, 0x00, 0x41]), Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0]), Data(repeating: 0x61, count: 10 << 20)])
    func aFileThatIsNoProgramIs65(_ bytes: Data) throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(bytes, to: "models.dsl")
        let outcome = try command.run("build")
        #expect(outcome.status == 65)
        #expect(!outcome.errors.isEmpty && outcome.errors.utf8.count < 5_000)
        #expect(command.files() == ["models.dsl"])
    }

    @Test func usageIs64() throws {
        let command = try Command()
        defer { command.remove() }
        #expect(try command.run("build", "--nonsense").status == 64)
        #expect(try command.run("build", "--models", "nowhere.dsl").status == 65)
        #expect(try command.run("--version").output.contains("0.1.0"))
    }

    @Test func aFolderOfModelsIsOneProject() throws {
        let command = try Command()
        defer { command.remove() }
        let parts = Self.models.components(separatedBy: "/// Un compte.")
        try command.write(parts[0], to: "models/a.dsl")
        try command.write("/// Un compte." + parts[1], to: "models/b.dsl")
        let outcome = try command.run("build", "--models", "models")
        #expect(outcome.status == 0, "\(outcome.errors)")
    }
}
