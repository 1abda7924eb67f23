import ImpactCompiler
import ImpactDiagnostics
import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// A project whose models a test changes, on databases of its own.
final class ChangeTrial {
    let databases: ScratchDatabases
    let reader: String
    var text: String
    var language = "fr"
    var request: RunRequest
    private(set) var events: [RunEvent] = []

    init(models: String = ChangeTrial.models) throws {
        databases = try ScratchDatabases()
        reader = "reader_of_\(databases.name)"
        text = models
        request = RunRequest(
            source: databases.primary.replacing("//postgres@", with: "//impact_reader@"), target: databases.target, asOf: "2026-06-15",
            pseudonymKey: Trial.key, allowPrimary: true,
            allowBreaking: true)
        try execute(databases.primary, Self.production)
        try execute(databases.targetAdmin, "CREATE ROLE \"\(reader)\" LOGIN")
    }

    func plan() throws -> Plan { try compiled().plan }

    func script() throws -> RunScript { try compiled().script }

    private func compiled() throws -> Compilation.Output {
        let project = "let project = Project(schema: \"impact\", readers: [\"\(reader)\"], language: \"\(language)\")\n"
        let compilation = compile([SourceFile(path: "models.dsl", text: project + Self.sources + text)]) { _ in nil }
        guard let output = compilation.output else {
            throw Broken(messages: compilation.diagnostics.sorted.map { "\($0.code): \($0.message)" })
        }
        return output
    }

    /// Models of a test that do not compile.
    struct Broken: Error { let messages: [String] }

    func run() throws {
        events = []
        try ImpactRuntime.run(try script(), request) { events.append($0) }
    }

    func edit(_ edits: [(String, String)]) {
        for (old, new) in edits {
            #expect(text.contains(old), "`\(old)` is not there")
            text = text.replacing(old, with: new)
        }
    }

    func changes() throws -> Migration { try publishedChanges(script(), databases.target, asOf: request.asOf) }

    func published(_ sql: String) throws -> [[String?]] { try query(databases.targetAdmin, sql) }

    /// What the same models publish where nothing was before.
    func fresh() throws -> ScratchDatabases {
        let other = try ScratchDatabases()
        var request = request
        request.target = other.target
        try ImpactRuntime.run(try script(), request) { _ in }
        return other
    }
}

// MARK: - What is there

/// The published schema as its catalog says it, apart from the order of columns.
func fingerprint(_ url: String) throws -> [String] {
    try query(
        url,
        """
        SELECT concat_ws(' ', n.nspname, c.relname, c.relkind, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                         col_description(c.oid, a.attnum))
        FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE n.nspname IN ('impact', 'impact_internal') AND c.relkind IN ('r', 'v') AND c.relname NOT LIKE '%\\_previous'
          AND c.relname NOT LIKE '%\\_former'
        UNION ALL
        SELECT concat_ws(' ', c.relname, obj_description(c.oid, 'pg_class'), pg_get_viewdef(c.oid))
        FROM pg_class AS c WHERE c.relnamespace = to_regnamespace('impact') AND c.relkind IN ('r', 'v')
        UNION ALL
        SELECT concat_ws(' ', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
        FROM pg_constraint AS k WHERE k.connamespace IN (to_regnamespace('impact'), to_regnamespace('impact_internal')) AND k.contype <> 'n'
          AND k.conrelid::regclass::text NOT LIKE '%\\_previous'
        UNION ALL
        SELECT indexdef FROM pg_indexes WHERE schemaname = 'impact'
        UNION ALL
        SELECT concat_ws(' ', file, digest) FROM impact_internal.applied WHERE file NOT LIKE '%rights%'
        UNION ALL
        SELECT concat_ws(' ', table_name, column_name, until, is_end) FROM impact_internal.departure
        ORDER BY 1
        """
    ).compactMap { $0[0] }
}

/// The rows that readers see, whatever the order of columns.
func publishedRows(_ url: String) throws -> [String] {
    let tables = try query(
        url,
        "SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('impact') AND relkind IN ('r', 'v') AND relname <> 'synchronisation' ORDER BY 1"
    )
    return try tables.compactMap { $0[0] }.flatMap { table in
        try query(url, "SELECT to_jsonb(t)::text FROM impact.\"\(table)\" AS t ORDER BY 1").map { "\(table) \($0[0] ?? "")" }
    }
}

extension ChangeTrial {
    static let production = """
        CREATE TABLE societe (id bigint PRIMARY KEY, siren text NOT NULL, nom text NOT NULL, effectif bigint, cotee boolean, creee_le date NOT NULL,
            part double precision NOT NULL, chiffre numeric);
        CREATE TABLE rapport (id bigint PRIMARY KEY, societe_id bigint NOT NULL REFERENCES societe, annee bigint NOT NULL, note numeric);
        GRANT SELECT ON societe, rapport TO impact_reader;
        INSERT INTO societe VALUES (1, '111', 'Un', 12, true, '2020-01-02', 0.5, 10.5), (2, '222', 'Deux', NULL, false, '2021-02-03', 0.25, NULL),
            (3, '333', 'Trois', 40, NULL, '2020-01-09', 1, 7), (4, '444', 'Quatre', 41, true, '2022-01-09', 1, 7);
        INSERT INTO rapport VALUES (10, 1, 2024, 3.5), (11, 1, 2025, NULL), (12, 3, 2025, 4);
        """

    static let sources = """
        /// Société.
        @source("societe")
        struct Societe {
            @key @plain var id: Int
            @plain var siren: String
            @plain(because: "raison sociale") var nom: String
            @plain var effectif: Int?
            @plain var cotee: Bool?
            @plain var creee_le: Date
            @plain var part: Double
            @plain var chiffre: Decimal?
        }

        /// Rapport.
        @source("rapport")
        struct Rapport {
            @key @plain var id: Int
            @plain @column("societe_id") var societe: Societe
            @plain var annee: Int
            @plain(because: "un nombre") var note: Decimal?
        }

        """

    static let models = """
        /// Sociétés.
        @model(from: Societe.self)
        struct societes {
            /// Numéro.
            @key let numero = id
            /// Nom.
            let nom
            /// Effectif.
            let effectif
            /// Cotée.
            let cotee
        }

        /// Rapports.
        @model(from: Rapport.self)
        struct rapports {
            /// Numéro.
            @key let numero = id
            /// Société.
            let societe = societes[societe]
            /// Année.
            let annee
        }

        /// Situation.
        @metric(from: societes.self, history: .monthly)
        struct situation {
            /// Nombre.
            let nombre = count
            /// Effectif.
            let effectifs = sum(effectif)
        }

        /// Par année.
        @metric(from: rapports.self)
        struct par_annee {
            /// Année.
            @by let annee
            /// Nombre.
            let nombre = count
        }

        /// Ensemble.
        @metric(from: societes.self, as: .view)
        struct ensemble {
            /// Nombre.
            let nombre = count(where: effectif != nil)
        }

        /// Sociétés cotées ou non.
        @metric(from: societes.self, where: cotee != nil, history: .monthly, unit: numero, atLeast: 2, totals: true)
        struct cotations {
            /// Cotée.
            @by let est_cotee = cotee ?? false
            /// Nombre.
            let nombre = count
        }

        """
}
