import Foundation
import ImpactMetabase
import ImpactTestSupport
import Testing

/// A project, and a Metabase that is a program of the tests: it holds each request and each answer against `contract.json`.
struct MetabaseTrial {
    let command: Command
    let address: String

    static let python = ["python3", "/usr/bin/python3"].first { (try? shell(#""$0" -c 'import jsonschema'"#, $0)) != nil }
    static let isPossible = python != nil && (try? shell("command -v curl")) != nil
    private static let key = "mb_key_of_the_tests"
    private static let password = "pass\"word"

    init(models: String = Self.models, tables: String = Self.tables) throws {
        command = try Command()
        try command.write(models, to: "models.dsl")
        try command.write(tables, to: "tables.json")
        let stub = repository + "/Tests/CommandTests/Metabase/stub.py"
        try shell(
            #""$0" "$1" "$2" & for _ in $(seq 600); do test -e "$2/port" && exit; sleep 0.1; done; exit 1"#, Self.python ?? "python3", stub,
            command.folder)
        address = "http://127.0.0.1:" + (command.read("port") ?? "")
    }

    func end() throws { try command.write("", to: "stop") }

    func metabase(_ arguments: String..., key: String = Self.key) throws -> Command.Outcome {
        let words = ["metabase", "--url", address, "--patience", "1s"] + arguments
        return try command.run(
            words,
            [
                "IMPACT_METABASE_KEY": key,
                "IMPACT_METABASE_DATABASE_URL": "postgresql://metabase:pass%22word@db.example.org:5433/published?sslmode=verify-full",
            ])
    }

    /// It succeeds, and what it says names no secret.
    func apply() throws -> [String] {
        let outcome = try metabase("--apply")
        #expect(outcome.status == 0, "\(outcome.errors)")
        for secret in [Self.key, Self.password, "pass%22word"] { #expect(!(outcome.output + outcome.errors).contains(secret)) }
        return outcome.output.split(separator: "\n").map(String.init)
    }

    // MARK: - The other side

    func state() throws -> JSON {
        try shell(#"curl --silent --fail "$0/stub/state" >"$1/state""#, address, command.folder)
        return try #require(JSON(parsing: command.read("state") ?? ""))
    }

    func asPerson(_ method: String, _ path: String, _ body: JSON) throws {
        try post("as-person", ["method": .text(method), "path": .text(path), "body": body])
    }

    /// A connection that a person made.
    func connect(_ name: String, database: String = "published", filter: String, _ patterns: String) throws {
        let details: JSON = [
            "host": "DB.example.org", "port": 5433, "dbname": .text(database), "user": "metabase", "schema-filters-type": .text(filter),
            "schema-filters-patterns": .text(patterns),
        ]
        try asPerson("POST", "/api/database/", ["name": .text(name), "engine": "postgres", "details": details])
    }

    func fail(_ call: String, after count: Int, with status: Int) throws {
        try post("fail", ["call": .text(call), "after": .number(count), "status": .number(status)])
    }

    private func post(_ path: String, _ body: JSON) throws {
        try shell(#"curl --silent --fail --data-raw "$2" "$0/stub/$1""#, address, path, body.rendered)
    }

    // MARK: - The project

    static let tables = """
        {"entreprise": ["numero", "nom", "taille", "creee_le"], "utilisateur": ["numero", "entreprise_id"],
         "inscriptions": ["mois", "inscrites", "part", "part_numerateur"], "tailles": ["taille", "entreprises"], "total": ["entreprises"]}
        """

    static let another = """
        /// Tous les comptes.
        @metric(from: utilisateur.self) struct comptes {
            /// Comptes.
            let comptes = count
        }

        """

    static let models = """
        let project = Project(schema: "impact", readers: ["metabase"], language: "fr")
        /// E.
        @source("entreprise") struct Entreprise {
            @key @plain var id: Int
            @plain(because: "Raison sociale.") var nom: String
            @plain var taille: String
            @plain var creee: Timestamp
        }
        /// U.
        @source("utilisateur") struct Utilisateur {
            @key @plain var id: Int
            @plain @column("entreprise_id") var entreprise: Entreprise
        }
        /// Entreprise inscrite.
        @model(from: Entreprise.self) struct entreprise {
            /// Numéro.
            @key let numero = id
            /// Raison sociale.
            @semantic(.name) let nom
            /// Taille.
            @semantic(.category) let taille
            /// Jour de l'inscription.
            let creee_le = creee.truncated(to: .day)
        }
        /// Compte.
        @model(from: Utilisateur.self) struct utilisateur {
            /// Numéro.
            @key let numero = id
            /// Entreprise du compte.
            let entreprise_id = entreprise[entreprise]
        }
        /// Entreprises inscrites chaque mois.
        @metric(from: entreprise.self) struct inscriptions {
            /// Mois.
            @by(.month) let mois = creee_le
            /// Entreprises inscrites.
            let inscrites = count
            /// Part des grandes.
            let part = ratio(count(where: taille == "grande"), over: inscrites)
        }
        /// Entreprises selon leur taille.
        @metric(from: entreprise.self) struct tailles {
            /// Taille.
            @by let taille
            /// Entreprises.
            let entreprises = count
        }
        /// Toutes les entreprises.
        @metric(from: entreprise.self) struct total {
            /// Entreprises.
            let entreprises = count
        }

        """
}

extension JSON {
    /// Of what has that name.
    func named(_ name: String) -> JSON { list.first { $0["name"].text == name } ?? .null }
}
