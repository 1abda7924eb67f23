import ImpactCompiler
import ImpactDiagnostics
import ImpactPlan
import ImpactTestSupport
import Testing

/// A project with each way by which a row comes from others, and production's tables for it.
enum RefreshProject {
    static let models = """
        let project = Project(schema: "impact")

        /// Personne.
        @source("personne")
        struct Personne {
            @key @personal var id: Int
            @plain var actif: Bool
            @inverse(of: Role.personne) var roles: [Role]
        }

        /// Société.
        @source("societe")
        struct Societe {
            @key @plain var id: Int
            @plain var nom: String
            @plain var note: Decimal?
            @plain @column("mere_id") var mere: Societe?
            @inverse(of: Societe.mere) var filiales: [Societe]
            @inverse(of: Role.societe) var roles: [Role]
            @inverse(of: Rapport.societe) var rapports: [Rapport]
        }

        /// Rôle d'une personne dans une société.
        @source("role")
        struct Role {
            @key @plain var id: Int
            @plain var genre: String
            @column("personne_id") var personne: Personne
            @plain @column("societe_id") var societe: Societe
        }

        /// Rapport annuel.
        @source("rapport")
        @unique(societe, annee)
        struct Rapport {
            @key @plain var id: Int
            @plain var annee: Int
            @plain var statut: String?
            @plain @column("societe_id") var societe: Societe
            @inverse(of: Document.rapport) var documents: [Document]
        }

        /// Document d'un rapport.
        @source("document")
        struct Document {
            @key @plain var id: Int
            @plain var pages: Int
            @plain @column("rapport_id") var rapport: Rapport
        }

        /// Personnes.
        @model(from: Personne.self, clearance: .pseudonymous)
        struct personnes {
            /// Jeton.
            @key let jeton = pseudonym(id)
            /// Actif.
            let actif
            /// Rôles.
            let nb_roles = roles.count
        }

        /// Sociétés.
        @model(from: Societe.self)
        struct societes {
            private let dernier = rapports.last(by: annee)

            /// Numéro.
            @key let id
            /// Nom.
            let nom
            /// Note.
            let note
            /// Nom de la mère.
            let mere_nom = mere?.nom
            /// Filiales.
            let nb_filiales = filiales.count
            /// Statut du dernier rapport.
            let statut = dernier?.statut
            /// Pages du dernier rapport.
            let nb_pages = dernier?.documents.sum(pages)
            /// Gérants.
            let gerants = roles.count(where: genre == "gérant")
        }

        /// Rapports.
        @model(from: Rapport.self)
        struct rapports {
            /// Société.
            @key let societe_id = societes[societe]
            /// Année.
            @key let annee
            /// Statut.
            let statut
            /// Nom de la société.
            let societe_nom = societe.nom
            /// En retard.
            let en_retard = statut == nil && annee < today.year
            /// Pages.
            let nb_pages = documents.sum(pages)
        }

        /// Rôles.
        @model(from: Role.self, clearance: .pseudonymous)
        struct roles {
            /// Numéro.
            @key let id
            /// Personne.
            let personne = personnes[personne]
            /// Genre.
            let genre
            /// Société.
            let societe_nom = societe.nom
            /// Sa mère.
            let mere_nom = societe.mere?.nom
        }

        /// Documents, dont rien d'autre n'est lu.
        @model(from: Document.self)
        struct documents {
            /// Numéro.
            @key let id
            /// Pages.
            let pages
        }

        /// Rôles par genre.
        @metric(from: roles.self, unit: personne, atLeast: 2)
        struct genres {
            /// Genre.
            @by let sorte = genre
            /// Rôles.
            let nombre = count
        }

        /// Rapports, jour après jour.
        @metric(history: .daily)
        struct depots {
            /// Rapports.
            let deposes = rapports.count(where: statut != nil)
        }

        """

    static let tables = """
        CREATE TABLE personne (id bigint PRIMARY KEY, actif boolean NOT NULL);
        CREATE TABLE societe (
            id integer PRIMARY KEY, nom text NOT NULL, note numeric,
            mere_id integer REFERENCES societe ON DELETE SET NULL ON UPDATE CASCADE);
        CREATE TABLE role (
            id integer PRIMARY KEY, genre text NOT NULL,
            personne_id bigint NOT NULL REFERENCES personne ON DELETE CASCADE ON UPDATE CASCADE,
            societe_id integer NOT NULL REFERENCES societe ON DELETE CASCADE ON UPDATE CASCADE);
        CREATE TABLE rapport (
            id integer PRIMARY KEY, annee integer NOT NULL, statut text,
            societe_id integer NOT NULL REFERENCES societe ON DELETE CASCADE ON UPDATE CASCADE, UNIQUE (societe_id, annee));
        CREATE TABLE document (
            id integer PRIMARY KEY, pages integer NOT NULL,
            rapport_id integer NOT NULL REFERENCES rapport ON DELETE CASCADE ON UPDATE CASCADE);
        """

    /// - Parameter size: persons; there are as many documents, and fewer of the others.
    static func rows(_ size: Int) -> String {
        """
        INSERT INTO personne SELECT n, n % 3 > 0 FROM generate_series(1, \(size)) AS n;
        INSERT INTO societe SELECT n, 'Société ' || n, n % 40 / 2.0, CASE WHEN n % 5 = 0 THEN n / 5 END FROM generate_series(1, \(size / 2)) AS n;
        INSERT INTO role
        SELECT n, CASE n % 4 WHEN 0 THEN 'gérant' ELSE 'membre' END, 1 + n * 7 % \(size), 1 + n * 11 % \(size / 2) FROM generate_series(1, \(size)) AS n;
        INSERT INTO rapport SELECT n, 2020 + n % 6, CASE n % 3 WHEN 0 THEN 'rendu' END, 1 + n * 13 % \(size / 2) FROM generate_series(1, \(size / 2)) AS n
        ON CONFLICT DO NOTHING;
        INSERT INTO document SELECT n, n % 50, id FROM (SELECT id, row_number() OVER () AS n FROM rapport) AS numbered;
        """
    }

    static let published = ["personnes", "societes", "rapports", "roles", "genres", "depots", "documents"]

    static func script(_ models: String = models) throws -> RunScript {
        let compilation = compile([SourceFile(path: "models.dsl", text: models)]) { _ in nil }
        let renderer = DiagnosticRenderer(files: [SourceFile(path: "models.dsl", text: models)])
        return try #require(
            compilation.output?.script, "\(compilation.diagnostics.sorted.map { renderer.render($0) }.joined(separator: "\n"))")
    }

    static func grants() throws -> String {
        let compilation = compile([SourceFile(path: "models.dsl", text: models)]) { _ in nil }
        return try #require(compilation.output?.files.first { $0.path == "replica/grants.sql" }).text
    }
}
