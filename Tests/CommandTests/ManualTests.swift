import Foundation
import ImpactPlan
import ImpactTestSupport
import Testing

/// `docs/man/impactc.1` is what the command says of itself; `UPDATE_GOLDENS=1` writes it again.
@Suite struct ManualTests {
    private static func manual() throws -> Manual {
        let command = try Command()
        defer { command.remove() }
        return try JSONDecoder().decode(Manual.self, from: Data(try command.run("--experimental-dump-help").output.utf8))
    }

    @Test func thePageIsCurrent() throws {
        let page = try Self.manual().page(version: Release.version)
        let difference = Golden(Repository.root + "/docs/man/impactc.1").difference(from: page)
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test func everyCommandSaysHowItEnds() throws {
        let commands = try #require(try Self.manual().command.subcommands).filter { $0.commandName != "help" }
        #expect(commands.count > 8)
        for command in commands { #expect(command.abstract?.isEmpty == false, "\(command.commandName)") }
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func completionsAreThere(_ shell: String) throws {
        let command = try Command()
        defer { command.remove() }
        let script = try command.run("--generate-completion-script", shell)
        #expect(script.status == 0 && script.output.contains("scaffold") && script.output.contains("explain"))
    }

    @Test func namesOfTheModelsAreCompleted() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(BuildTests.models, to: "models.dsl")
        // As the script of bash asks.
        let names = try command.run(
            "---completion", "explain", "--", "positional@0", "2", "0", "impactc", "explain", "", environment: ["SAP_SHELL": "bash"])
        #expect(names.output.split(separator: "\n").contains("utilisateur.role"), "\(names.output) \(names.errors)")
    }
}
