import ImpactCompiler
import ImpactDiagnostics
import ImpactTestSupport
import Testing

/// A link by a value that is matched, not by a key: whether it is found says what the value says.
@Suite struct MatchTests {
    private static let models = """
        let project = Project(schema: "impact")
        /// Boutique.
        @source("boutiques")
        struct Boutique {
            @key @plain var id: Int
            @inverse(of: Commande.boutique) var commandes: [Commande]
        }
        /// Commande.
        @source("commandes")
        struct Commande {
            @key @plain var id: Int
            @plain @column("boutique_id") var boutique: Boutique
            @column("email", references: Client.email) var client: Client
        }
        /// Client.
        @source("clients")
        @unique(email)
        struct Client {
            @key @personal var id: Int
            @personal var email: String
            @quasi var fidele: Bool
        }

        """

    private func rows(_ model: String) throws -> [[String?]] {
        let databases = try ScratchDatabases()
        try execute(
            databases.primary,
            """
            CREATE TABLE boutiques (id bigint PRIMARY KEY); INSERT INTO boutiques VALUES (1);
            CREATE TABLE clients (id bigint PRIMARY KEY, email text NOT NULL UNIQUE, fidele boolean NOT NULL);
            CREATE TABLE commandes (id bigint PRIMARY KEY, boutique_id bigint NOT NULL REFERENCES boutiques, email text NOT NULL);
            INSERT INTO clients VALUES (7, 'a@b.fr', true); INSERT INTO commandes VALUES (1, 1, 'a@b.fr'), (2, 1, 'inconnue@b.fr');
            """)
        let compiled = compile([SourceFile(path: "models.dsl", text: Self.models + model)]) { _ in nil }
        let output = try #require(compiled.output)
        let select = try #require(output.script.models.first).select.text
        return try query(databases.primary, "SELECT * FROM (\(select.split(separator: ";")[0])\n) AS t ORDER BY 1")
    }

    @Test func whatIsCountedBesideItIsNotChosenByIt() throws {
        let model = """
            /// B.
            @model(from: Boutique.self)
            struct boutique {
                /// N.
                @key let id
                /// C.
                let commandes = commandes.count
                /// F.
                let fideles = disclosed(commandes.count(where: client.fidele), because: "Un nombre.")
            }
            """
        #expect(try rows(model) == [["1", "2", "1"]])
    }

    @Test func rowsAreNotChosenByIt() throws {
        let model = """
            /// C.
            @model(from: Commande.self)
            struct commande {
                /// N.
                @key let id
                /// F.
                let fidele = disclosed(client.fidele ? "oui" : "non", because: "Un choix écrit.")
            }
            """
        #expect(try rows(model) == [["1", "oui"], ["2", "non"]])
    }
}
