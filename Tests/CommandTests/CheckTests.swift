import Foundation
import ImpactTestSupport
import Testing

/// What a person, a program and a forge are told of a drift, and with which exit code.
@Suite struct CheckTests {
    private static let production = """
        CREATE TABLE users_user (id bigint PRIMARY KEY, role text NOT NULL, email text NOT NULL);
        GRANT SELECT (id, role, xmin) ON users_user TO impact_reader;
        INSERT INTO users_user VALUES (1, 'CANARI-role', 'CANARI@exemple.fr');
        """

    private func prepared() throws -> (Command, ScratchDatabases) {
        let command = try Command()
        try command.write(BuildTests.models, to: "models.dsl")
        let databases = try ScratchDatabases()
        try execute(databases.primary, Self.production)
        return (command, databases)
    }

    @Test func noServerIs64AndAnUnreachableOne69() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(BuildTests.models, to: "models.dsl")
        #expect(try command.run("check").status == 64)
        #expect(try command.run("check", "--format", "xml", "--source", "postgresql://127.0.0.1:1/a").status == 64)
        let unreachable = try command.run("check", environment: ["IMPACT_SOURCE_URL": "postgresql://lecteur:CANARI@127.0.0.1:1/a"])
        #expect(unreachable.status == 69)
        #expect(unreachable.errors.contains("127.0.0.1:1") && !unreachable.errors.contains("CANARI"))
        try command.write("struct", to: "models.dsl")
        #expect(try command.run("check", "--source", "postgresql://127.0.0.1:1/a").status == 65)
    }

    @Test func noDriftIs0AndWarningsAre65WhereAsked() throws {
        let (command, databases) = try prepared()
        defer { command.remove() }
        try execute(databases.primary, "ALTER TABLE users_user ADD telephone text")
        let plain = try command.run("check", environment: ["IMPACT_SOURCE_URL": databases.primary])
        #expect(plain.status == 0, "\(plain.errors)")
        #expect(
            plain.errors.contains("models.dsl:5:8: warning[drift-unclassified-column]: nobody has classified `telephone` of `users_user`"))
        #expect(plain.errors.contains("no drift that a run relies on; 1 warning"))
        #expect(try command.run("check", "--strict", "--source", databases.primary).status == 65)
    }

    @Test func aDriftIs65WithTheLine() throws {
        let (command, databases) = try prepared()
        defer { command.remove() }
        try execute(databases.primary, "ALTER TABLE users_user RENAME role TO roles")
        let outcome = try command.run("check", "--source", databases.primary)
        #expect(outcome.status == 65)
        #expect(
            outcome.errors.contains(
                """
                models.dsl:8:16: error[drift-missing-column]: `users_user` has no column `role`
                  |
                8 |     @plain var role: String
                  |                ^^^^
                  = help: `roles` looks like it renamed: `@column("roles")` absorbs it in one line
                """), "\(outcome.errors)")
        #expect(outcome.errors.contains("impactc: 1 error, 2 warnings"))
        #expect(outcome.output.isEmpty && !outcome.errors.contains("CANARI"))
    }

    @Test func programsReadJSON() throws {
        struct Entry: Decodable, Equatable {
            let severity, code, file, message: String
            let line, column: Int
            let help: String?
        }
        let (command, databases) = try prepared()
        defer { command.remove() }
        #expect(try command.run("check", "--format", "json", "--target", databases.target).output.contains("drift-unpublished"))
        try execute(databases.primary, "ALTER TABLE users_user DROP role")
        let outcome = try command.run("check", "--format", "json", "--source", databases.primary)
        #expect(outcome.status == 65)
        let entries = try JSONDecoder().decode([Entry].self, from: Data(outcome.output.utf8))
        #expect(
            entries.first
                == Entry(
                    severity: "error", code: "drift-missing-column", file: "models.dsl", message: "`users_user` has no column `role`",
                    line: 8, column: 16, help: "change the declaration, or its `@column(\"…\")`, and what reads it"))
    }

    @Test func aForgeReadsAnnotations() throws {
        let (command, databases) = try prepared()
        defer { command.remove() }
        try execute(databases.primary, "ALTER TABLE users_user DROP role, ADD telephone text")
        let outcome = try command.run("check", "--format", "github", "--source", databases.primary)
        #expect(outcome.status == 65)
        #expect(
            outcome.output.hasPrefix(
                "::error file=models.dsl,line=8,col=16,title=drift-missing-column::`users_user` has no column `role`%0Ahelp: change"),
            "\(outcome.output)")
        #expect(outcome.output.contains("::warning file=models.dsl,line=5,col=8,title=drift-unclassified-column::"))
    }

    @Test func aRunStopsAtADriftWithItsLine() throws {
        let (command, databases) = try prepared()
        defer { command.remove() }
        _ = try command.run("build")
        try databases.changeSource("ALTER TABLE users_user ALTER role DROP NOT NULL")
        let outcome = try command.run(
            "run", "--source", databases.standby, "--target", databases.target,
            environment: ["IMPACT_PSEUDONYM_KEY": "0123456789abcdef0123456789abcdef"])
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("models.dsl:8:16: error[drift-nullable]"), "\(outcome.errors)")
        #expect(outcome.errors.contains("(drift-nullable); nothing was published"))
        #expect(outcome.errors.contains("source: 1 warning about it: `impactc check --source …` lists them"))
    }

    /// As docs/drift.md has it: production's schema without its rows, restored where nobody knows the reader.
    @Test func aDumpOfTheNextSchemaIsHeldAgainstTheModels() throws {
        let (command, databases) = try prepared()
        defer { command.remove() }
        try execute(databases.primary, "CREATE SCHEMA divers; CREATE TABLE divers.notes (id bigint PRIMARY KEY)")
        let dump = command.folder + "/schema.sql"
        try shell(#"pg_dump --schema-only --no-privileges --no-owner --dbname "$0" --file "$1""#, databases.primary, dump)
        #expect(!(try String(contentsOfFile: dump, encoding: .utf8)).contains("CANARI"))
        let next = try ScratchDatabases()
        try shell(#"psql --quiet --set ON_ERROR_STOP=1 --dbname "$0" --file "$1" > /dev/null"#, next.primary, dump)
        // The reader's rights are no part of such a dump, and grants.sql is what they are to be.
        let unread = try command.run("check", "--format", "github", "--source", next.primary)
        #expect(unread.status == 65 && unread.output.contains("title=drift-missing-right"), "\(unread.output)")
        _ = try command.run("build")
        try shell(
            #"psql --quiet --set ON_ERROR_STOP=1 --dbname "$0" --file "$1""#, next.primary, command.folder + "/generated/replica/grants.sql"
        )
        let same = try command.run("check", "--format", "github", "--source", next.primary)
        #expect(same.status == 0, "\(same.output)\(same.errors)")
        try execute(next.primary, "ALTER TABLE users_user RENAME COLUMN role TO roles; ALTER TABLE users_user ALTER email DROP NOT NULL")
        let changed = try command.run("check", "--format", "github", "--source", next.primary)
        #expect(changed.status == 65)
        #expect(changed.output.contains("title=drift-missing-column::`users_user` has no column `role`"))
        #expect(changed.output.contains("title=drift-nullable::"))
    }
}
