import Foundation
import ImpactTestSupport
import Testing

/// `docs/psql.md`: the generated files need no runner, and with psql alone they publish what it does.
@Suite struct PsqlTests {
    @Test func aRunAfterItPublishesTheSameRows() throws {
        let servers = try ScratchServers(named: "psql")
        let command = try Command()
        defer {
            command.remove()
            try? servers.stop()
        }
        let impact = try ImpactDatabases(companies: 60, seed: 4, asOf: "2026-06-15", on: servers)
        try shell(#"cp -r "$0"/models.dsl "$0"/references "$0"/generated "$1""#, repository, command.folder)
        try execute(impact.databases.targetAdmin, command.run("grants", "target").output)
        try execute(impact.databases.primary, command.run("grants", "source").output)
        try servers.waitForStandby()
        try publish(impact, in: command)
        let environment = [
            "IMPACT_SOURCE_URL": impact.source, "IMPACT_TARGET_URL": impact.databases.target, "IMPACT_PSEUDONYM_KEY": ImpactDatabases.key,
        ]
        let before = try rows(impact.databases.target)
        let run = try command.run("run", "--as-of", "2026-06-15", environment: environment)
        #expect(run.status == 0, "\(run.errors)")
        let after = try rows(impact.databases.target)
        for (table, rows) in before { #expect(after[table] == rows, "\(table)") }
        #expect(after.count == before.count)
        #expect(before.count > 20 && before.filter { !$0.value.isEmpty }.count > 15)
    }

    /// Of all that readers see, but for how fresh it is.
    private func rows(_ url: String) throws -> [String: [String]] {
        let listed = "SELECT relname FROM pg_class WHERE relnamespace = 'impact'::regnamespace AND relkind IN ('r', 'v')"
        let names = try query(url, listed).compactMap { $0[0] }.filter { $0 != "synchronisation" }
        let pairs = try names.map { ($0, try query(url, "SELECT t::text FROM impact.\($0) t").map { $0[0] ?? "" }.sorted()) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// The page's one block, in `generated/`.
    private func publish(_ impact: ImpactDatabases, in command: Command) throws {
        let page = try String(contentsOfFile: repository + "/docs/psql.md", encoding: .utf8)
        let blocks = page.components(separatedBy: "\n```")
        #expect(blocks.count == 3 && blocks[1].hasPrefix("sh\n"))
        try command.write(String(blocks[1].dropFirst("sh\n".count)), to: "script")
        try shell(
            #"export IMPACT_SOURCE_URL="$1" IMPACT_TARGET_URL="$2" IMPACT_PSEUDONYM_KEY="$3"; cd "$0/generated" && bash ../script"#,
            command.folder, impact.source, impact.databases.target, ImpactDatabases.key)
    }
}
