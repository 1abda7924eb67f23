import Foundation
import ImpactTestSupport
import Testing

/// What Metabase's sync sees: its questions, through its own driver, as the role with which it reads.
@Suite(.enabled(if: Driver.isInstalled, "needs a JDK, and PostgreSQL's JDBC driver (libpostgresql-jdbc-java)"))
struct SyncTests {
    @Test func seesWhatIsPublishedAndNothingElse() throws {
        let trial = try published()
        let seen = try Driver.answers(asked: trial)
        #expect(
            seen.filter { $0.hasPrefix("table\t") } == [
                "table\tschema\t_metabase_metadata\tr\tnull",
                "table\tschema\tdepot\tr\tDépôt d'une ville.",
                "table\tschema\tpar_ville\tv\tDépôts de chaque ville, les petits nombres masqués.",
                "table\tschema\tpar_ville_total\tv\tAu total. Dépôts de chaque ville, les petits nombres masqués.",
                "table\tschema\tsuivi\tr\tDépôts de chaque jour, conservés.",
                "table\tschema\tsynchronisation\tr\tFraîcheur des données : une ligne par table publiée, écrite à chaque synchronisation.",
                "table\tschema\tville\tr\tVille de France.",
            ])
        #expect(
            seen.filter { $0.hasPrefix("column\t") && !$0.contains("synchronisation") } == [
                "column\tschema\t_metabase_metadata\tkeypath\ttext\tkey\tnull",
                "column\tschema\t_metabase_metadata\tvalue\ttext\t\tnull",
                "column\tschema\tdepot\tnumero\tint8\tkey\tNuméro du dépôt.",
                "column\tschema\tdepot\tville_id\tint8\t\tVille du dépôt.",
                "column\tschema\tpar_ville\tville\tint8\t\tVille.",
                "column\tschema\tpar_ville\tdepots\tint8\t\tNombre de dépôts.",
                "column\tschema\tpar_ville\traison\ttext\t\tPourquoi les chiffres ne sont pas montrés : seuil, dominance ou complémentaire. Vide quand ils le sont.",
                "column\tschema\tpar_ville\tarretee_au\tdate\t\tJour des chiffres montrés ; un changement trop petit n'est pas montré tout de suite.",
                "column\tschema\tpar_ville_total\tdepots\tint8\t\tNombre de dépôts.",
                "column\tschema\tpar_ville_total\traison\ttext\t\tPourquoi les chiffres ne sont pas montrés : seuil, dominance ou complémentaire. Vide quand ils le sont.",
                "column\tschema\tpar_ville_total\tarretee_au\tdate\t\tJour des chiffres montrés ; un changement trop petit n'est pas montré tout de suite.",
                "column\tschema\tsuivi\tdate\tdate\tkey\tDate de la situation.",
                "column\tschema\tsuivi\tnombre\tint8\t\tNombre de dépôts.",
                "column\tschema\tville\tnumero\tint8\tkey\tNuméro de la ville.",
                "column\tschema\tville\tnom\ttext\t\tNom de la ville.",
            ])
        #expect(
            seen.filter { $0.hasPrefix("foreign key\tschema\t") } == ["foreign key\tschema\tdepot\tville_id\tville\tnumero"])
    }

    /// `_metabase_metadata` is read as any other table is, and its rows are about columns that the sync sees.
    @Test func readsWhatIsSaidOfEachColumn() throws {
        let seen = try Driver.answers(asked: published())
        let columns = Set(seen.filter { $0.hasPrefix("column\t") }.map { $0.split(separator: "\t")[2...3].joined(separator: ".") })
        let told = seen.filter { $0.hasPrefix("metadata\t") }.map { $0.split(separator: "\t") }
        #expect(told.contains { $0.dropFirst() == ["ville.nom.semantic_type", "type/Name"] })
        #expect(told.contains { $0.dropFirst() == ["depot.ville_id.semantic_type", "type/FK"] })
        let described = told.map { $0[1].split(separator: ".") }.filter { $0.count == 3 }.map { $0[0...1].joined(separator: ".") }
        #expect(Set(described) == columns.filter { !$0.hasPrefix("_metabase_metadata") })
    }

    /// Earlier versions ask the driver for the same: it says so of comments and foreign keys, and of keys to whoever asks.
    @Test func theDriverItselfSaysTheSame() throws {
        let seen = try Driver.answers(asked: published())
        #expect(
            seen.filter { $0.hasPrefix("driver ") && ($0.contains("depot\t") || $0.contains(" ville\t")) } == [
                "driver column depot\tnumero\tint8\tNuméro du dépôt.", "driver column depot\tville_id\tint8\tVille du dépôt.",
                "driver key depot\tnumero", "driver foreign key depot\tville_id\tville\tnumero",
                "driver column ville\tnumero\tint8\tNuméro de la ville.", "driver column ville\tnom\ttext\tNom de la ville.",
                "driver key ville\tnumero",
            ])
    }

    /// Two models, one of which refers to the other, a history, and a metric of which small cells are hidden.
    private func published() throws -> RolesTrial {
        let trial = try RolesTrial()
        let settings = try #require(trial.command.read("models.dsl")?.split(separator: "/// D.").first)
        try trial.command.write(settings + Self.models, to: "models.dsl")
        #expect(try trial.command.run("build").status == 0)
        try execute(
            trial.databases.primary,
            """
            CREATE TABLE ville (id bigint PRIMARY KEY, nom text NOT NULL); INSERT INTO ville VALUES (1, 'Lyon'), (2, 'Brest');
            ALTER TABLE depot ADD ville_id bigint NOT NULL DEFAULT 1 REFERENCES ville; CREATE TABLE autre (id int);
            """)
        for side in ["source", "target"] { try trial.grant(side) }
        let outcome = try trial.run()
        #expect(outcome.status == 0, "\(outcome.errors)")
        // What others keep in the same database.
        try execute(trial.databases.targetAdmin, "CREATE TABLE public.core_user (email text)")
        return trial
    }

    private static let models = """
        /// V.
        @source("ville") struct Ville {
            @key @plain var id: Int
            @plain var nom: String
        }
        /// D.
        @source("depot") struct Depot {
            @key @plain var id: Int
            @plain @column("ville_id") var ville: Ville
        }
        /// Ville de France.
        @model(from: Ville.self) struct ville {
            /// Numéro de la ville.
            @key let numero = id
            /// Nom de la ville.
            @semantic(.name) let nom
        }
        /// Dépôt d'une ville.
        @model(from: Depot.self) struct depot {
            /// Numéro du dépôt.
            @key let numero = id
            /// Ville du dépôt.
            let ville_id = ville[ville]
        }
        /// Dépôts de chaque jour, conservés.
        @metric(from: depot.self, history: .daily) struct suivi {
            /// Nombre de dépôts.
            let nombre = count
        }
        /// Dépôts de chaque ville, les petits nombres masqués.
        @metric(from: depot.self, unit: numero, secret: .insee, totals: true) struct par_ville {
            /// Ville.
            @by let ville = ville_id
            /// Nombre de dépôts.
            let depots = count
        }

        """
}

/// `Sync.java`, by `java`: what its questions are answered with, a line each, the trial's own schema as `schema`.
private enum Driver {
    static let path = "/usr/share/java/postgresql.jar"
    static let isInstalled =
        FileManager.default.fileExists(atPath: path) && (try? shell("java --list-modules | grep -q jdk.compiler")) != nil

    static func answers(asked trial: RolesTrial) throws -> [String] {
        let server = trial.databases.target.split(separator: "@")[1]
        try shell(
            #"java -Duser.timezone=UTC -cp "$0" "$1" "$2" "$3" >"$4" 2>"$4.errors""#, path,
            repository + "/Tests/LivePostgresTests/Metabase/Sync.java",
            "jdbc:postgresql://\(server)?user=\(trial.names.reader)", trial.names.schema, trial.command.folder + "/seen")
        let seen = try #require(trial.command.read("seen"))
        return seen.replacing(trial.names.schema, with: "schema").split(separator: "\n").map(String.init)
    }
}
