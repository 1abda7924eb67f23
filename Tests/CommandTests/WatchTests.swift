import Foundation
import ImpactTestSupport
import Testing

/// The built command, watching a file that somebody edits.
@Suite struct WatchTests {
    @Test func eachChangeIsBuiltAndErrorsEndNothing() async throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(BuildTests.models, to: "models.dsl")
        try command.write("", to: "said")
        let said = try #require(FileHandle(forWritingAtPath: command.folder + "/said"))
        let process = try command.start(["build", "--watch"], [:], output: said, errors: said)
        defer { process.terminate() }
        func told(_ text: String, times: Int = 1) async throws -> Bool {
            for _ in 0..<300 {
                if (command.read("said") ?? "").components(separatedBy: text).count > times { return true }
                try await Task.sleep(for: .milliseconds(100))
            }
            return false
        }
        #expect(try await told("watching models.dsl"))
        #expect(try await told("changed"))
        let path = "generated/metabase/tables/utilisateur.sql"
        #expect(command.read(path)?.contains("Rôle.") == true)
        try command.write(BuildTests.models.replacing("let role", with: "let rôle"), to: "models.dsl")
        #expect(try await told("error[unknown-name]"))
        #expect(try await told("1 error; nothing is written"))
        try command.write(BuildTests.models.replacing("/// Rôle.", with: "/// Fonction."), to: "models.dsl")
        #expect(try await told("changed", times: 2))
        #expect(command.read(path)?.contains("Fonction.") == true)
        kill(process.processIdentifier, SIGINT)
        process.waitUntilExit()
        #expect(process.status == 130)
    }
}
