import ImpactTestSupport
import Testing

/// What a scheduler sees of `impactc run` before any server is asked.
@Suite struct RunTests {
    private let key = ["IMPACT_PSEUDONYM_KEY": "0123456789abcdef0123456789abcdef"]

    private func prepared() throws -> Command {
        let command = try Command()
        try command.write(BuildTests.models, to: "models.dsl")
        _ = try command.run("build")
        return command
    }

    @Test func whatIsMissingIs64() throws {
        let command = try prepared()
        defer { command.remove() }
        let both = ["IMPACT_SOURCE_URL": "postgresql://127.0.0.1:1/a", "IMPACT_TARGET_URL": "postgresql://127.0.0.1:1/b"]
        #expect(try command.run("run", environment: key).status == 64)
        let keyless = try command.run("run", environment: both)
        #expect(keyless.status == 64 && keyless.errors.contains("IMPACT_PSEUDONYM_KEY"))
        let short = try command.run("run", environment: both.merging(["IMPACT_PSEUDONYM_KEY": "CANARI-court"]) { $1 })
        #expect(short.status == 64 && !short.errors.contains("CANARI"))
        for date in ["2026-6-15", "15/06/2026", "2026-02-30", "demain"] {
            #expect(try command.run("run", "--as-of", date, environment: both.merging(key) { $1 }).status == 64, "\(date)")
        }
    }

    @Test func staleFilesAre65BeforeAnyServerIsAsked() throws {
        let command = try prepared()
        defer { command.remove() }
        try command.write("SELECT 1;", to: "generated/replica/utilisateur.sql")
        let outcome = try command.run(
            "run", "--source", "postgresql://127.0.0.1:1/a", "--target", "postgresql://127.0.0.1:1/b", environment: key)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("generated/replica/utilisateur.sql"))
    }

    @Test func aServerThatIsNotThereIs69AndNoPasswordIsSaid() throws {
        let command = try prepared()
        defer { command.remove() }
        let outcome = try command.run(
            "run", "--source", "postgresql://lecteur:CANARI@127.0.0.1:1/a", "--target", "postgresql://127.0.0.1:1/b", environment: key)
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("127.0.0.1:1"))
        #expect(!outcome.errors.contains("CANARI"))
        #expect(outcome.errors.contains("warning: `ps` shows the password in `--source`"))
        #expect(!outcome.errors.contains("`--target` to every"))
    }
}
