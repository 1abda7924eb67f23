import ImpactCompiler
import ImpactDiagnostics
import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// Companies and their reports, published with the metrics of a test.
struct MetricBench {
    private static func models(_ readers: [String]) -> String {
        """
        let project = Project(schema: "impact", readers: [\(readers.map { "\"\($0)\"" }.joined(separator: ", "))], timeZone: "Europe/Paris")

        /// Société.
        @source("societe")
        struct Societe {
            @key @plain var id: Int
            @plain var cree_le: Timestamp
            @plain var taille: String?
            @inverse(of: Rapport.societe) var rapports: [Rapport]
        }

        /// Rapport.
        @source("rapport")
        struct Rapport {
            @key @plain var id: Int
            @plain @column("societe_id") var societe: Societe
            @plain var annee: Int
            @plain var montant: Int?
            @plain var depose_le: Timestamp?
        }

        /// Sociétés.
        @model(from: Societe.self)
        struct societes {
            /// N.
            @key let id
            /// Création.
            let cree_le
            /// Taille.
            let taille
        }

        /// Rapports.
        @model(from: Rapport.self)
        struct rapports {
            /// N.
            @key let id
            /// Société.
            let societe_id = societes[societe]
            /// Année.
            let annee
            /// Montant.
            let montant
            /// Dépôt.
            let depose_le
        }


        """
    }

    private static let tables = """
        CREATE TABLE societe (id bigint PRIMARY KEY, cree_le timestamptz NOT NULL, taille text);
        CREATE TABLE rapport (id bigint PRIMARY KEY, societe_id bigint NOT NULL REFERENCES societe, annee bigint NOT NULL, montant bigint, depose_le timestamptz);

        """

    let databases: ScratchDatabases

    init() throws {
        databases = try ScratchDatabases()
        try execute(databases.primary, Self.tables)
    }

    func script(_ metrics: String, readers: [String] = []) throws -> RunScript {
        let compiled = compile([SourceFile(path: "models.dsl", text: Self.models(readers) + metrics)]) { _ in nil }
        return try #require(compiled.output?.script, "\(compiled.diagnostics)")
    }

    func publish(_ metrics: String, asOf: String = "2024-06-15", readers: [String] = []) throws -> RunTotals? {
        let script = try script(metrics, readers: readers)
        try databases.servers.waitForStandby()
        var totals: RunTotals?
        let request = RunRequest(
            source: databases.standby, target: databases.target, asOf: asOf, pseudonymKey: Array(ImpactDatabases.key.utf8),
            // What a metric no longer says is what some tests are about.
            allowBreaking: true)
        try run(script, request) { if case .done(let found) = $0 { totals = found } }
        return totals
    }

    func rows(_ sql: String) throws -> [String] {
        try query(databases.target, sql).map { $0.map { $0 ?? "∅" }.joined(separator: " ") }
    }
}
