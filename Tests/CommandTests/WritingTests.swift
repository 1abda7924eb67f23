import Foundation
import ImpactTestSupport
import Testing

/// `explain`, `fmt` and the formats of messages, by the built command.
@Suite struct WritingTests {
    private static func with(_ models: String, _ body: (Command) throws -> Void) throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(models, to: "models.dsl")
        try body(command)
    }

    @Test func aNameIsExplained() throws {
        try Self.with(BuildTests.models) { command in
            let told = try command.run("explain", "utilisateur.id")
            #expect(told.status == 0 && told.output.contains("token under a secret key"), "\(told.errors)")
            // The one column of that name is meant.
            #expect(try command.run("explain", "email").output.contains("by no SELECT"))
            let data = Data(try command.run("explain", "utilisateur.id", "--format", "json").output.utf8)
            let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            #expect(object["name"] as? String == "utilisateur.id")
            let unknown = try command.run("explain", "utilisatuer")
            #expect(unknown.status == 65 && unknown.errors.contains("`utilisateur`"))
        }
    }

    @Test func aFileIsLaidOut() throws {
        try Self.with(BuildTests.models.replacing("    let role", with: "let   role")) { command in
            let check = try command.run("fmt", "--check")
            #expect(check.status == 65 && check.errors.contains("models.dsl"))
            #expect(try command.run("fmt").status == 0)
            #expect(command.read("models.dsl") == BuildTests.models)
            let again = try command.run("fmt", "--check")
            #expect(again.status == 0 && again.errors.isEmpty)
            try command.write("struct {", to: "models.dsl")
            let broken = try command.run("fmt")
            #expect(broken.status == 65 && broken.errors.contains("error[syntax]"))
            #expect(command.read("models.dsl") == "struct {")
        }
    }

    @Test func messagesAreForProgramsAndForges() throws {
        try Self.with(BuildTests.models.replacing("let role", with: "let rôle")) { command in
            let github = try command.run("build", "--format", "github")
            #expect(github.status == 65)
            #expect(github.output.hasPrefix("::error file=models.dsl,line=17,col=9,title=unknown-name::"), "\(github.output)")
            let json = try command.run("build", "--format", "json")
            let found = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
            #expect(found.count == 1 && found[0]["code"] as? String == "unknown-name" && found[0]["line"] as? Int == 17)
            #expect(try !command.run("build").errors.contains("\u{1B}["))
        }
    }
}
