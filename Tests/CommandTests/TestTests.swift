import Foundation
import FoundationXML
import ImpactTestSupport
import Testing

/// `impactc test`, as a person and as continuous integration see it.
@Suite struct TestTests {
    static let passing = """
        @test("un rôle", today: "2026-06-15")
        func un_role() {
            given(Utilisateur(id: 7, role: "lecteur"))
            expect(utilisateur(id: pseudonym(Utilisateur.id, 7), role: "lecteur"))
        }

        """

    static let failing = """
        @test("un rôle <autre>", today: "2026-06-15")
        func autre_role() {
            given(Utilisateur(id: 7, role: "lecteur"))
            expect(utilisateur(id: pseudonym(Utilisateur.id, 7), role: "éditeur"))
            expect(none: utilisateur.self)
            expect(utilisateur(role: "lecteur"), count: 2)
        }

        """

    private func prepared(_ tests: String) throws -> Command {
        let command = try Command()
        try command.write(BuildTests.models, to: "models.dsl")
        try command.write(tests, to: "tests.dsl")
        let build = try command.run("build")
        #expect(build.status == 0, "\(build.errors)")
        return command
    }

    /// Durations are the machine's.
    private func timeless(_ text: String) -> String {
        text.replacing(/\d+ ms/, with: "… ms").replacing(/\d+\.\d+ s/, with: "… s")
    }

    @Test func testsThatPassAre0() throws {
        let command = try prepared(Self.passing)
        defer { command.remove() }
        let outcome = try command.run("test")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(timeless(outcome.output) == "✓ un rôle (… ms)\n\n1 passed in … s\n")
        #expect(outcome.errors == "")
    }

    @Test func aTestThatFailsShowsTheRowExpectedAndTheRowObtained() throws {
        let command = try prepared(Self.passing + Self.failing)
        defer { command.remove() }
        let outcome = try command.run("test")
        #expect(outcome.status == 65)
        let token = try #require(outcome.output.firstMatch(of: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/)?.output)
        #expect(
            timeless(outcome.output).replacing(token, with: "00000000-0000-0000-0000-000000000007") == """
                ✓ un rôle (… ms)
                ✗ un rôle <autre> (… ms)
                    tests.dsl:9: the row of `utilisateur` differs
                              id                                      role
                    expected  pseudonym(Utilisateur.id, 7)            "éditeur"
                    obtained  "00000000-0000-0000-0000-000000000007"  "lecteur"
                                                                      ^^^^^^^^^
                    tests.dsl:10: `utilisateur` has 1 row, and none expected
                              id                                      role
                    obtained  "00000000-0000-0000-0000-000000000007"  "lecteur"
                    tests.dsl:11: `utilisateur` has 1 row with these values, and 2 expected
                              id                                      role
                    obtained  "00000000-0000-0000-0000-000000000007"  "lecteur"

                1 passed, 1 failed in … s

                """)
        #expect(outcome.errors == "impactc: 1 of 2 tests failed\n")
    }

    @Test func textsArriveAsTheyAreWritten() throws {
        let role = #""l'été \"a\" \\ \n é 🏁 $1 %""#
        let command = try prepared(Self.passing.replacing("\"lecteur\"", with: role))
        defer { command.remove() }
        let outcome = try command.run("test")
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.errors == "")
    }

    @Test func onlyChoosesByNameOrTitle() throws {
        let command = try prepared(Self.passing + Self.failing)
        defer { command.remove() }
        #expect(try command.run("test", "--only", "un_role").status == 0)
        #expect(try command.run("test", "--only", "<AUTRE>").status == 65)
        let none = try command.run("test", "--only", "personne")
        #expect(none.status == 64 && none.errors.contains("`personne`"))
    }

    @Test func junitIsWellFormed() throws {
        let command = try prepared(Self.passing + Self.failing)
        defer { command.remove() }
        let outcome = try command.run("test", "--format", "junit")
        #expect(outcome.status == 65)
        #expect(outcome.output.contains(#"<testsuites tests="2" failures="1" errors="0""#))
        #expect(outcome.output.contains(#"<testcase name="un rôle &lt;autre&gt;" classname="autre_role" file="tests.dsl" line="7""#))
        #expect(outcome.output.contains("<failure message=\"the row of `utilisateur` differs\">tests.dsl:9"))
        #expect(XMLParser(data: Data(outcome.output.utf8)).parse())
    }

    @Test func jsonCanBeRead() throws {
        let command = try prepared(Self.passing + Self.failing)
        defer { command.remove() }
        let outcome = try command.run("test", "--format", "json")
        let document = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(document["passed"] as? Int == 1 && document["failed"] as? Int == 1)
        let tests = try #require(document["tests"] as? [[String: Any]])
        let failures = try #require(tests[1]["failures"] as? [[String: Any]])
        #expect(tests[1]["title"] as? String == "un rôle <autre>" && tests[1]["line"] as? Int == 7)
        #expect(failures[0]["differing"] as? [String] == ["role"])
        #expect(failures[0]["expected"] as? [String] == ["pseudonym(Utilisateur.id, 7)", "\"éditeur\""])
    }

    /// Another server than a throw-away one keeps all that it had, and nothing more.
    @Test func aServerIsLeftAsItWas() throws {
        let command = try prepared(Self.passing + Self.failing)
        defer { command.remove() }
        let databases = try ScratchDatabases()
        let names = "SELECT datname FROM pg_database WHERE datname LIKE 'impactc_test_%'"
        let outcome = try command.run("test", "--server", databases.primary)
        #expect(outcome.status == 65 && outcome.output.contains("1 passed, 1 failed"), "\(outcome.errors)")
        #expect(try query(databases.primary, names) == [])
        #expect(try query(databases.primary, "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace") == [["0"]])
        let standby = try command.run("test", "--server", databases.standby)
        #expect(standby.status == 69 && standby.errors.contains("test server"), "\(standby.errors)")
        let nobody = try command.run("test", "--server", databases.primary.replacing("//postgres@", with: "//impact_reader@"))
        #expect(nobody.status == 69, "\(nobody.errors)")
        let nowhere = try command.run("test", "--server", "postgresql://u:CANARI@127.0.0.1:1/a")
        #expect(nowhere.status == 69 && !nowhere.errors.contains("CANARI"))
    }

    @Test func theRulesOfTheRepositoryHold() throws {
        let command = try Command()
        defer { command.remove() }
        let outcome = try command.run("test", "--models", repository + "/models.dsl", "--output", repository + "/generated")
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.ranges(of: "✓").count >= 40)
    }

    @Test func whatIsWithheldIsExpectedAsNoRow() throws {
        let command = try prepared("")
        defer { command.remove() }
        let profiles = """
            /// Rôles tenus par deux comptes au moins.
            @model(from: Utilisateur.self, kAnonymous: 2)
            @check(rows: 2...)
            struct roles {
                let role
            }

            """
        let tests = """
            @test("retenu", today: "2026-06-15")
            func retenu() {
                given(Utilisateur(role: "lecteur"), Utilisateur(role: "editeur"), Utilisateur(role: "editeur"))
                expect(roles(role: "editeur"), count: 2)
                expect(none: roles(role: "lecteur"))
            }

            @test("trop peu", today: "2026-06-15")
            func trop_peu() {
                given(Utilisateur(role: "lecteur"))
                expect(none: roles.self)
                expect(stopped: roles.self)
            }

            """
        try command.write(BuildTests.models + profiles, to: "models.dsl")
        try command.write(tests, to: "tests.dsl")
        #expect(try command.run("build").status == 0)
        let outcome = try command.run("test")
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        // Views that a DBA would install stand for the tables.
        try command.write((BuildTests.models + profiles).replacing("readers:", with: "hardened: true, readers:"), to: "models.dsl")
        #expect(try command.run("build").status == 0)
        #expect(try command.run("test").status == 0)
    }

    @Test func nothingIsTestedThatWasNotReviewed() throws {
        let command = try prepared(Self.passing)
        defer { command.remove() }
        try command.write("SELECT 1;", to: "generated/replica/utilisateur.sql")
        #expect(try command.run("test").status == 65)
    }

    @Test func whatCannotBeTestedIs65() throws {
        let command = try prepared("")
        defer { command.remove() }
        let none = try command.run("test")
        #expect(none.status == 65 && none.errors.contains("there is no test"))
        try command.write(Self.passing.replacing("role: \"lecteur\")", with: "rôle: 1)"), to: "tests.dsl")
        let wrong = try command.run("test")
        #expect(wrong.status == 65 && wrong.errors.contains("tests.dsl:3:30: error[unknown-name]"), "\(wrong.errors)")
        // The tests are no part of a build.
        #expect(try command.run("build", "--check").status == 0)
        #expect(try command.run("test", "--tests", "nowhere.dsl").status == 65)
        #expect(try command.run("test", "--format", "yaml").status == 64)
    }

    /// What PostgreSQL refuses is a test that fails, and the next one goes on.
    @Test func whatTheServerRefusesIsAFailure() throws {
        let project = BuildTests.models.replacing(
            "@personal var email: String", with: "@plain var fiche: JSON\n    @personal var email: String")
        let command = try prepared("")
        defer { command.remove() }
        try command.write(project, to: "models.dsl")
        #expect(try command.run("build").status == 0)
        let bad = Self.passing.replacing("un_role", with: "mauvais").replacing("id: 7, role: \"lecteur\"", with: "id: 7, fiche: \"{\"")
        try command.write(bad + Self.passing, to: "tests.dsl")
        let outcome = try command.run("test")
        #expect(outcome.status == 65)
        #expect(outcome.output.contains("tests.dsl:2: test server, inserting the rows that are given: a value is not of the form"))
        #expect(outcome.output.contains("1 passed, 1 failed"))
    }
}
