import ImpactCompiler
import ImpactDiagnostics
import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// A small project and the production it was written for, which a test then changes.
struct DriftTrial {
    let databases: ScratchDatabases
    let text: String
    let output: Compilation.Output
    /// Roles are shared by all databases of a server.
    let reader: String
    let audience: String

    init(isHardened: Bool = false, besides statements: String = "", models change: (String) -> String = { $0 }) throws {
        databases = try ScratchDatabases()
        reader = "reader_of_\(databases.name)"
        audience = "audience_of_\(databases.name)"
        let project =
            "let project = Project(schema: \"impact\", readers: [\"\(audience)\"],\n"
            + "    sourceReader: \"\(reader)\"\(isHardened ? ", hardened: true" : ""))\n"
        text = project + change(Self.models)
        output = try #require(compile([SourceFile(path: "models.dsl", text: text)]) { _ in nil }.output)
        try execute(databases.primary, Self.production + statements)
        try execute(databases.primary, "CREATE ROLE \(reader) LOGIN")
        let views = output.files.filter { $0.path.hasPrefix("replica/views/") }
        let grants = output.files.filter { $0.path == "replica/grants.sql" }
        try execute(databases.primary, (views + grants).map(\.text).joined(separator: "\n"))
    }

    var script: RunScript { output.script }
    var readerURL: String { databases.primary.replacing("//postgres@", with: "//\(reader)@") }

    /// `READER`, `AUDIENCE` and `DBNAME` stand for the names of this trial.
    func named(_ sql: String) -> String {
        sql.replacing("READER", with: reader).replacing("AUDIENCE", with: audience).replacing("DBNAME", with: databases.name)
    }

    func run() throws {
        try databases.servers.waitForStandby()
        let source = databases.standby.replacing("//postgres@", with: "//\(reader)@")
        let request = RunRequest(source: source, target: databases.target, asOf: "2026-06-15", pseudonymKey: Trial.key)
        try ImpactRuntime.run(script, request) { _ in }
    }

    /// The first line that holds the text.
    func line(_ text: String) -> Int? {
        self.text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(text) }.map { $0 + 1 }
    }

    func findings(_ drifts: [Drift]) -> Set<Finding> {
        let file = SourceFile(path: "models.dsl", text: text)
        return Set(drifts.map { Finding($0.severity, $0.code.rawValue, line: file.position(of: $0.place.start).line) })
    }

    struct Finding: Hashable, CustomStringConvertible {
        let severity: Drift.Severity
        let code: String
        let line: Int?

        init(_ severity: Drift.Severity, _ code: String, line: Int?) {
            self.severity = severity
            self.code = code
            self.line = line
        }

        var description: String { "\(severity) \(code) in line \(line.map(String.init) ?? "?")" }
    }
}

/// A change, and what there is to say of it.
struct DriftCase: Sendable, CustomTestStringConvertible {
    let sql: String
    let severity: Drift.Severity
    let code: String
    /// A text of the line of `models.dsl` that it is said of.
    let place: String
    /// A part of the message.
    let words: String
    /// Others that come with it, by code and place.
    let besides: [(Drift.Severity, String, String)]

    init(
        _ sql: String, _ severity: Drift.Severity, _ code: String, at place: String, _ words: String,
        besides: [(Drift.Severity, String, String)] = []
    ) {
        self.sql = sql
        self.severity = severity
        self.code = code
        self.place = place
        self.words = words
        self.besides = besides
    }

    var testDescription: String { sql }

    func expected(_ trial: DriftTrial) -> Set<DriftTrial.Finding> {
        Set(
            ([(severity, code, place)] + besides).map { severity, code, place in
                DriftTrial.Finding(severity, code, line: trial.line(place))
            })
    }
}

extension DriftTrial {
    private static let models = """
        /// Compte.
        @source("compte")
        @unique(courriel)
        struct Compte {
            @key @plain var id: Int
            @personal var courriel: String
            @plain var etat: String
            @plain var niveau: String
            @plain var cree_le: Timestamp
            @plain var points: Decimal?
            @plain(because: "aucun texte libre") var details: JSON
            @secret var jeton: String
            @inverse(of: Depot.compte) var depots: [Depot]
        }

        /// Dépôt d'un compte.
        @source("depot")
        @unique(compte, annee, where: definitif)
        struct Depot {
            @plain @key var id: Int
            @plain var annee: Int
            @plain @column("auteur_id") var auteur: Compte?
            @plain @column("compte_id") var compte: Compte
            @plain @column("courriel", references: Compte.courriel) var destinataire: Compte?
            var definitif: Bool { auteur == nil }
        }

        /// Ce que rien ne lit.
        @source("archives.journal")
        @unique(numero)
        struct Journal {
            @key @plain var id: Int
            @plain var numero: Int
            @plain @column("depot_id") var depot: Depot
        }

        /// Comptes.
        @model(from: Compte.self, clearance: .pseudonymous)
        struct comptes {
            /// Pseudonyme.
            @key let id = pseudonym(id)
            /// État.
            let etat = switch etat {
            case "ouvert": "Ouvert"
            case "clos": "Clos"
            default: "Autre"
            }
            /// De haut niveau.
            let est_haut = niveau == "haut"
            /// Mois de création.
            let mois = cree_le.truncated(to: .month)
            /// Points.
            let points
            /// Détaillé.
            let est_detaille = details["clef"].bool ?? false
            /// A déposé cette année.
            let a_depose = depots.first(where: definitif && annee == 2026) != nil
        }

        /// Dépôts.
        @model(from: Depot.self, clearance: .pseudonymous)
        struct depots {
            /// Numéro.
            @key let numero = id
            /// Niveau du compte.
            let niveau = compte.niveau
        }

        """

    private static let production = """
        CREATE TYPE etat AS ENUM ('ouvert', 'clos');
        CREATE DOMAIN adresse AS varchar(255) NOT NULL;
        CREATE TABLE compte (
            id bigint PRIMARY KEY, courriel adresse UNIQUE, etat etat NOT NULL, niveau varchar(9) NOT NULL, cree_le timestamptz NOT NULL,
            points numeric, details jsonb NOT NULL, jeton text NOT NULL,
            CONSTRAINT niveau_connu CHECK (niveau IN ('haut', 'bas')));
        CREATE TABLE depot (
            id integer PRIMARY KEY, annee smallint NOT NULL, auteur_id bigint REFERENCES compte, courriel text NOT NULL,
            compte_id bigint NOT NULL CONSTRAINT depot_compte REFERENCES compte);
        CREATE UNIQUE INDEX depot_definitif ON depot (compte_id, annee) WHERE auteur_id IS NULL;
        CREATE SCHEMA archives;
        CREATE TABLE archives.journal (
            id bigint PRIMARY KEY, numero integer NOT NULL UNIQUE, depot_id integer NOT NULL CONSTRAINT journal_depot REFERENCES depot);
        INSERT INTO compte VALUES (1, 'un@exemple.fr', 'ouvert', 'haut', '2026-01-02', 3, '{"clef": true}', 'CANARI');
        INSERT INTO depot VALUES (1, 2026, NULL, 'un@exemple.fr', 1);
        """
}
