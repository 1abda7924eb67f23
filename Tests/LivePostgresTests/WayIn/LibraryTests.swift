import Foundation
import ImpactTestSupport
import Testing

/// `examples/library`, as somebody who has just cloned the repository would try it.
@Suite struct LibraryTests {
    private static let expected = repository + "/Tests/Oracle/library"

    private static func copied() throws -> Command {
        let command = try Command()
        try shell(#"cp -r "$0"/examples/library/. "$1""#, repository, command.folder)
        return command
    }

    @Test func itsFilesAreWhatItsModelsSay() throws {
        let command = try Self.copied()
        defer { command.remove() }
        let check = try command.run("build", "--check")
        #expect(check.status == 0, "\(check.errors)")
        let layout = try command.run("fmt", "--check")
        #expect(layout.status == 0, "\(layout.errors)")
        let tests = try command.run("test")
        #expect(tests.status == 0 && tests.output.contains("11 passed"), "\(tests.output)\(tests.errors)")
    }

    /// Hand-written SQL on production against what `metabase` reads.
    @Test func whatIsPublishedIsWhatProductionSays() throws {
        let servers = try ScratchServers(named: "library")
        let databases = try ScratchDatabases(on: servers)
        let command = try Self.copied()
        defer {
            command.remove()
            try? servers.stop()
        }
        try prepare(databases, by: command)
        let run = try command.run("run", "--as-of", "2026-06-15", environment: Self.environment(databases))
        #expect(run.status == 0, "\(run.errors)")
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.expected)
        #expect(files.count == 8)
        for file in files { try compare(file, databases) }
        let rare = try query(databases.primary, "SELECT count(*) FROM reader")[0][0]
        #expect(try query(databases.target(as: "metabase"), "SELECT count(*) FROM library.reader_profiles")[0][0] != rare)
        let check = try command.run("check", environment: Self.environment(databases))
        #expect(check.status == 0, "\(check.errors)")
    }

    private func prepare(_ databases: ScratchDatabases, by command: Command) throws {
        try shell(#"psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 "$0" --file "$1"/schema.sql"#, databases.primary, command.folder)
        try execute(databases.primary, command.run("grants", "source").output)
        try execute(databases.targetAdmin, command.run("grants", "target").output)
        try databases.servers.waitForStandby()
    }

    private static func environment(_ databases: ScratchDatabases) -> [String: String] {
        [
            "IMPACT_SOURCE_URL": databases.standby.replacing("//postgres@", with: "//library_reader@"),
            "IMPACT_TARGET_URL": databases.target(as: "library"),
            "IMPACT_PSEUDONYM_KEY": ImpactDatabases.key,
        ]
    }

    /// The first line of a file names the published columns that its SELECT gives. Tokens are not among them.
    private func compare(_ file: String, _ databases: ScratchDatabases) throws {
        let text = try String(contentsOfFile: Self.expected + "/" + file, encoding: .utf8)
        let columns = text.prefix { $0 != "\n" }.dropFirst("-- ".count)
        let table = file.replacing(".sql", with: "")
        let published = try rows(databases.target(as: "metabase"), "SELECT \(columns) FROM library.\(table)")
        let expected = try rows(databases.primary, text)
        #expect(!expected.isEmpty && published == expected, "\(table)")
    }

    private func rows(_ url: String, _ select: String) throws -> [String] {
        try query(url, select).map { $0.map { $0 ?? "NULL" }.joined(separator: " | ") }.sorted()
    }
}

extension ScratchDatabases {
    fileprivate func target(as role: String) -> String { target.replacing("//impact@", with: "//\(role)@") }
}
