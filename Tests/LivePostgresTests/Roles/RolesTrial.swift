import Foundation
import ImpactRuntime
import ImpactTestSupport
import Testing

/// A small project as an operator has it: the built command, `psql`, and roles that an administrator made by `impactc grants`.
struct RolesTrial {
    let databases: ScratchDatabases
    let command: Command
    let names: Names

    /// Roles are shared by all databases of a server: each trial has its own.
    struct Names {
        let schema, publisher, reader, sourceReader: String
        var owner: String { schema + "_owner" }

        /// - Parameter besides: a part of each name.
        init(_ own: String, besides hostile: String = "") {
            schema = "schema\(hostile)_\(own)"
            publisher = "publisher\(hostile)_\(own)"
            reader = "reader\(hostile)_\(own)"
            sourceReader = "source\(hostile)_\(own)"
        }
    }

    init(besides hostile: String = "") throws {
        databases = try ScratchDatabases()
        names = Names(databases.name.replacing("scratch_", with: ""), besides: hostile)
        command = try Command()
        try command.write(models, to: "models.dsl")
        let built = try command.run("build")
        #expect(built.status == 0, "\(built.errors)")
        try execute(
            databases.primary,
            "CREATE TABLE depot (id bigint PRIMARY KEY, ville text NOT NULL); INSERT INTO depot VALUES (1, 'Lyon'), (2, 'Brest')")
        try execute(databases.targetAdmin, "REVOKE ALL ON DATABASE \(databases.name) FROM PUBLIC, impact")
    }

    private var models: String {
        // By code points: an accent after a quote is a character with it.
        func text(_ name: String) -> String {
            "\"" + name.unicodeScalars.map { ["\"", "\\"].contains($0) ? "\\\($0)" : "\($0)" }.joined() + "\""
        }
        return """
            let project = Project(schema: \(text(names.schema)), readers: [\(text(names.reader))],
                sourceReader: \(text(names.sourceReader)), publisher: \(text(names.publisher)))
            /// D.
            @source("depot") struct Depot {
                @key @plain var id: Int
                @plain var ville: String
            }
            /// Dépôts.
            @model(from: Depot.self) struct depots {
                /// Numéro.
                @key let numero = id
                /// Ville.
                let lieu = ville
            }
            /// Suivi.
            @metric(from: depots.self, history: .daily) struct suivi {
                /// Nombre.
                let nombre = count
            }

            """
    }

    /// What the command prints, by `psql` as the server's administrator.
    func grant(_ side: String) throws {
        let printed = try command.run("grants", side)
        #expect(printed.status == 0, "\(printed.errors)")
        try command.write(printed.output, to: "grants.sql")
        try shell(
            #"psql --no-psqlrc --set ON_ERROR_STOP=1 --dbname "$0" --file "$1""#,
            side == "source" ? databases.primary : databases.targetAdmin, command.folder + "/grants.sql")
    }

    func run() throws -> Command.Outcome {
        try command.run(
            "run", "--as-of", "2026-06-15", "--allow-primary",
            environment: [
                "IMPACT_SOURCE_URL": url(databases.primary, as: names.sourceReader),
                "IMPACT_TARGET_URL": url(databases.target, as: names.publisher),
                "IMPACT_PSEUDONYM_KEY": String(repeating: "k", count: 32),
            ])
    }

    func checkTarget() throws -> Command.Outcome {
        try command.run("check", "--strict", "--target", url(databases.target, as: names.publisher))
    }

    func asReader(_ sql: String) throws -> [[String?]] { try query(url(databases.target, as: names.reader), sql) }

    /// The SQLSTATE of a statement that the reader may not have executed.
    func refusal(_ sql: String) throws -> String? {
        try #require(throws: RunError.self) { try execute(url(databases.target, as: names.reader), sql) }.sqlState
    }

    /// Owners of all there is in both schemas.
    func owners() throws -> Set<String> {
        let rows = try query(
            databases.targetAdmin,
            """
            SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE starts_with(nspname, '\(names.schema.replacing("'", with: "''"))')
            """)
        return Set(rows.compactMap { $0[0] })
    }

    func published(_ table: String) -> String { "\(quote(names.schema)).\(table)" }

    func quote(_ name: String) -> String {
        "\"" + String(String.UnicodeScalarView(name.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] })) + "\""
    }
}

/// `postgresql://role@127.0.0.1:18122/database`
private func url(_ url: String, as role: String) -> String {
    let encoded = role.utf8.map { byte in "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    return "postgresql://\(encoded)@" + url.split(separator: "@")[1]
}
