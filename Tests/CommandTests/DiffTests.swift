import Foundation
import ImpactTestSupport
import Testing

/// What is told of changed models, by text, JSON and SQL, and with which exit code.
@Suite struct DiffTests {
    private static let environment = ["IMPACT_PSEUDONYM_KEY": "0123456789abcdef0123456789abcdef"]

    private func published() throws -> (Command, ScratchDatabases) {
        let command = try Command()
        try command.write(BuildTests.models, to: "models.dsl")
        let databases = try ScratchDatabases()
        try execute(
            databases.primary,
            "CREATE TABLE users_user (id bigint PRIMARY KEY, role text NOT NULL, email text NOT NULL); GRANT SELECT ON users_user TO impact_reader; INSERT INTO users_user VALUES (1, 'CANARI', 'c')"
        )
        let first = try diff(command, databases)
        #expect(first.status == 0 && first.output.hasPrefix("`utilisateur` is published\n"), "\(first.errors)")
        let outcome = try run(command, databases)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return (command, databases)
    }

    private func run(_ command: Command, _ databases: ScratchDatabases, _ more: String...) throws -> Command.Outcome {
        _ = try command.run("build")
        let urls = [
            "IMPACT_SOURCE_URL": databases.primary.replacing("//postgres@", with: "//impact_reader@"),
            "IMPACT_TARGET_URL": databases.target,
        ]
        // One flag at most, and those of one word stand for none.
        return try command.run(
            "run", "--allow-primary", more.first ?? "--allow-primary", environment: urls.merging(Self.environment) { $1 })
    }

    private func diff(_ command: Command, _ databases: ScratchDatabases, _ more: String = "--format=text") throws -> Command.Outcome {
        try command.run("diff", "--target", databases.target, more)
    }

    @Test func whatBreaksIs65WithItsSQLAndAsksToBeAllowed() throws {
        let (command, databases) = try published()
        defer { command.remove() }
        let nothing = try diff(command, databases)
        #expect(nothing.status == 0 && nothing.output.isEmpty && nothing.errors.contains("nothing changes"))
        try command.write(
            BuildTests.models.replacing("let role\n}", with: "/// Rôle.\n@renamed(from: \"role\") let fonction = role\n}"), to: "models.dsl"
        )
        let found = try diff(command, databases)
        #expect(found.status == 65)
        #expect(
            found.output == """
                breaking: `utilisateur.role` is renamed `fonction`
                    ALTER TABLE impact.utilisateur RENAME COLUMN role TO fonction;
                `utilisateur` is described anew
                    \\i generated/metabase/tables/utilisateur.sql
                what the last publication replaced in `utilisateur` is kept no longer
                    DROP TABLE impact_internal.utilisateur_previous;

                """)
        let refused = try run(command, databases)
        #expect(refused.status == 65 && refused.errors.contains("--allow-breaking"), "\(refused.errors)")
        let sql = try diff(command, databases, "--sql")
        #expect(
            sql.status == 65
                && sql.output.hasPrefix(
                    "CREATE TABLE impact_internal._metabase_metadata_former AS TABLE impact._metabase_metadata;\nCREATE TABLE impact_internal.utilisateur_former AS TABLE impact.utilisateur;\nCREATE TABLE impact_internal.applied_former AS TABLE impact_internal.applied;\nCREATE TABLE impact_internal.departure_former AS TABLE impact_internal.departure;\nALTER TABLE impact.utilisateur RENAME COLUMN role TO fonction;\nDROP TABLE impact_internal.utilisateur_previous;\n\n-- generated/metabase/tables/utilisateur.sql\n"
                )
        )
        let json = try diff(command, databases, "--format=json")
        let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let changes = document?["changes"] as? [[String: Any]]
        #expect(changes?.first?["breaking"] as? Bool == true && changes?.first?["kind"] as? String == "column-renamed")
        let allowed = try run(command, databases, "--allow-breaking")
        #expect(allowed.status == 0 && allowed.errors.contains("changed    `utilisateur.role` is renamed `fonction`"), "\(allowed.errors)")
        #expect(try query(databases.target, "SELECT fonction FROM impact.utilisateur") == [["CANARI"]])
        #expect(try diff(command, databases).status == 0)
        #expect(!(refused.errors + allowed.errors + json.output).contains("CANARI"))
    }

    /// By the run's own statements, of which nothing stays.
    @Test func rowsAreCountedAndNotShown() throws {
        let (command, databases) = try published()
        defer { command.remove() }
        try execute(
            databases.primary,
            "UPDATE users_user SET role = 'CANARI-2' WHERE id = 1; INSERT INTO users_user VALUES (2, 'a', 'd'), (3, 'CANARI', 'e')")
        let urls = [
            "IMPACT_SOURCE_URL": databases.primary.replacing("//postgres@", with: "//impact_reader@"),
            "IMPACT_TARGET_URL": databases.target,
        ].merging(Self.environment) { $1 }
        let state =
            "SELECT (SELECT count(*) FROM impact_internal.run), (SELECT string_agg(role, ',' ORDER BY role) FROM impact.utilisateur)"
        let before = try query(databases.target, state)
        let found = try command.run("diff", "--count", "--allow-primary", environment: urls)
        #expect(found.status == 0 && found.output.contains("rows of `utilisateur`: 2 added, 1 changed, 0 removed\n"), "\(found)")
        #expect(try query(databases.target, state) == before)
        // A column of another type is written anew, and is no new row.
        try command.write(BuildTests.models.replacing("let role\n}", with: "/// Long.\nlet role = role.count\n}"), to: "models.dsl")
        let retyped = try command.run("diff", "--count", "--allow-primary", "--format", "markdown", environment: urls)
        #expect(retyped.status == 65 && retyped.output.contains("| `utilisateur` | 2 | 1 | 0 |\n"), "\(retyped)")
        #expect(try query(databases.target, state) == before)
        #expect(!(found.output + found.errors + retyped.output + retyped.errors).contains("CANARI"))
        #expect(try command.run("diff", "--count", "--base", "HEAD", "--sql").status == 64)
    }

    /// What a change means, in the three forms.
    @Test func aRevisionIsComparedInWords() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(BuildTests.models, to: "models.dsl")
        let git = "git -c user.name=a -c user.email=a@exemple.fr"
        try shell("cd '\(command.folder)' && git init -q && git add . && \(git) commit -qm a")
        try command.write(
            BuildTests.models.replacing("let role\n}", with: "/// Rôle.\nlet role = role == \"a\" ? \"b\" : role\n}"), to: "models.dsl")
        let text = try command.run("diff", "--base", "HEAD")
        #expect(
            text.output.hasPrefix(
                "definitions: `utilisateur.role`: what it is computed from\n    - let role\n    + let role = role == \"a\" ? \"b\" : role\n"
            ),
            "\(text)")
        let json = try command.run("diff", "--base", "HEAD", "--format", "json")
        let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let meaning = document?["meaning"] as? [[String: Any]]
        #expect(meaning?.first?["topic"] as? String == "definitions" && meaning?.first?["before"] as? String == "let role")
        let markdown = try command.run("diff", "--base", "HEAD", "--format", "markdown")
        #expect(markdown.status == 0 && markdown.output.contains("- let role\n+ let role = role"), "\(markdown)")
    }

    @Test func aRevisionIsABaseToo() throws {
        let command = try Command()
        defer { command.remove() }
        try command.write(BuildTests.models, to: "models.dsl")
        let git = "git -c user.name=a -c user.email=a@exemple.fr"
        try shell("cd '\(command.folder)' && git init -q && git add . && \(git) commit -qm a")
        #expect(try command.run("diff", "--base", "HEAD").status == 0)
        try command.write(BuildTests.models.replacing("let role\n}", with: "}"), to: "models.dsl")
        let found = try command.run("diff", "--base", "HEAD")
        #expect(found.status == 65 && found.output.contains("breaking: `utilisateur.role` is removed\n"), "\(found.errors)")
        #expect(!found.output.contains("ALTER"))
        #expect(try command.run("diff", "--base", "no-such-revision").status == 64)
        #expect(try command.run("diff", "--base", "HEAD", "--sql").status == 64)
        #expect(try command.run("diff").status == 64)
    }
}
