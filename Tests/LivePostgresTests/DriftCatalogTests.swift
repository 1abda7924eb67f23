import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// What PostgreSQL allows and few productions have: where its catalog says less than it seems to.
extension DriftTests {
    static let unusual = inherited + linked + typed + filtered

    /// Rows that PostgreSQL leaves out without a word.
    private static let filtered = [
        DriftCase(
            "ALTER TABLE depot ENABLE ROW LEVEL SECURITY", .error, "drift-row-security", at: "struct Depot {",
            "no policy is about `READER`: it sees no row"),
        DriftCase(
            "ALTER TABLE depot ENABLE ROW LEVEL SECURITY; CREATE POLICY recents ON depot FOR SELECT USING (annee > 2025)", .error,
            "drift-row-security", at: "struct Depot {", "the policies `recents` say which rows it sees"),
        DriftCase(
            """
            ALTER TABLE depot ENABLE ROW LEVEL SECURITY; CREATE POLICY tous ON depot TO READER USING (true);
            CREATE POLICY recents ON depot AS RESTRICTIVE USING (annee > 2025)
            """, .error, "drift-row-security", at: "struct Depot {", "the policies `recents`, `tous`"),
        DriftCase(
            "ALTER TABLE depot ENABLE ROW LEVEL SECURITY; CREATE POLICY ecrire ON depot FOR INSERT WITH CHECK (true)", .error,
            "drift-row-security", at: "struct Depot {", "no policy is about `READER`"),
    ]

    /// Rows of a table that inherits are among those of the other, which has no index and no foreign key on them.
    private static let inherited = [
        DriftCase(
            "CREATE TABLE compte_ancien () INHERITS (compte)", .error, "drift-lost-key", at: "@key @plain var id: Int",
            "`compte_ancien` inherit from it: their rows are among its own",
            besides: [(.warning, "drift-lost-key", "@unique(courriel)")]),
        DriftCase(
            "CREATE TABLE depot_ancien () INHERITS (depot)", .error, "drift-lost-link", at: "var compte:",
            "and no foreign key of its own looks at them",
            besides: [(.error, "drift-lost-key", "@plain @key"), (.error, "drift-lost-key", "@unique(compte")]),
        DriftCase(
            // A child may leave it out by itself up to PostgreSQL 17, and where its parent says so from 18.
            """
            DO $$ BEGIN IF current_setting('server_version_num')::integer >= 180000 THEN
                EXECUTE 'ALTER TABLE compte ALTER CONSTRAINT compte_cree_le_not_null NO INHERIT';
            END IF; END $$;
            CREATE TABLE compte_ancien () INHERITS (compte); ALTER TABLE compte_ancien ALTER cree_le DROP NOT NULL
            """, .error, "drift-nullable", at: "var cree_le", "`compte.cree_le` may be NULL",
            besides: [(.error, "drift-lost-key", "@key @plain var id: Int"), (.warning, "drift-lost-key", "@unique(courriel)")]),
    ]

    private static let linked = [
        DriftCase(
            """
            ALTER TABLE compte ADD service bigint NOT NULL DEFAULT 1; ALTER TABLE depot ADD service bigint DEFAULT 1;
            ALTER TABLE compte ADD UNIQUE (service, id); ALTER TABLE depot DROP CONSTRAINT depot_compte;
            ALTER TABLE depot ADD FOREIGN KEY (service, compte_id) REFERENCES compte (service, id)
            """, .error, "drift-lost-link", at: "var compte:", "its foreign key has `service` too, and looks at no row where one is NULL",
            besides: [(.warning, "drift-unclassified-column", "struct Compte"), (.warning, "drift-unclassified-column", "struct Depot {")]),
        DriftCase(
            "ALTER TABLE depot DISABLE TRIGGER ALL", .error, "drift-lost-link", at: "var compte:",
            "the triggers of its foreign key are disabled", besides: [(.warning, "drift-lost-link", "var depot: Depot")]),
        DriftCase(
            """
            ALTER TABLE depot DROP CONSTRAINT depot_compte; ALTER TABLE compte ADD numero bigint UNIQUE; UPDATE compte SET numero = 1;
            ALTER TABLE depot ADD FOREIGN KEY (compte_id) REFERENCES compte (numero)
            """, .error, "drift-moved-link", at: "var compte:",
            "`Depot.compte` leads to `compte.id` in `models.dsl`, and `depot.compte_id` refers to `compte.numero`",
            besides: [(.warning, "drift-unclassified-column", "struct Compte")]),
    ]

    private static let typed = [
        DriftCase(
            """
            CREATE DOMAIN niveau AS varchar(9) CHECK (VALUE IN ('haut', 'bas', 'moyen'));
            CREATE DOMAIN petit_niveau AS niveau CHECK (VALUE = ANY (ARRAY['bas', 'moyen', 'nul'])); UPDATE compte SET niveau = 'bas';
            ALTER TABLE compte DROP CONSTRAINT niveau_connu; ALTER TABLE compte ALTER niveau TYPE petit_niveau
            """, .error, "drift-unknown-value", at: "niveau == \"haut\"", "it is one of `bas`, `moyen`"),
        DriftCase(
            """
            CREATE SCHEMA autre; CREATE TYPE autre.numeric AS (a int); ALTER TABLE compte DROP points; ALTER TABLE compte ADD points autre.numeric;
            GRANT SELECT (points) ON compte TO READER
            """, .error, "drift-type", at: "var points", "`compte.points` is `autre.\"numeric\"`"),
        DriftCase(
            "ALTER TABLE compte ALTER points TYPE numeric[] USING NULL", .error, "drift-type", at: "var points", "is `numeric[]`"),
        DriftCase(
            "CREATE DOMAIN annee AS smallint; ALTER TABLE depot ALTER annee TYPE annee; ALTER TABLE depot ALTER annee DROP NOT NULL",
            .error,
            "drift-nullable", at: "var annee", "`depot.annee` may be NULL"),
    ]
}

/// What looks unusual and is no drift.
@Suite struct DriftFalseAlarmTests {
    @Test(arguments: [
        // A key of several columns holds where none of them may be NULL, or all are or none is.
        """
        ALTER TABLE compte ADD service bigint NOT NULL DEFAULT 1; ALTER TABLE depot ADD service bigint NOT NULL DEFAULT 1;
        ALTER TABLE compte ADD UNIQUE (service, id); ALTER TABLE depot DROP CONSTRAINT depot_compte;
        ALTER TABLE depot ADD FOREIGN KEY (service, compte_id) REFERENCES compte (service, id)
        """,
        """
        ALTER TABLE compte ADD service bigint NOT NULL DEFAULT 1; ALTER TABLE depot ADD service bigint DEFAULT 1;
        ALTER TABLE compte ADD UNIQUE (service, id); ALTER TABLE depot DROP CONSTRAINT depot_compte;
        ALTER TABLE depot ADD FOREIGN KEY (service, compte_id) REFERENCES compte (service, id) MATCH FULL
        """,
        // A partitioned table keeps its keys and links in every partition.
        """
        ALTER TABLE archives.journal DROP CONSTRAINT journal_depot; DROP TABLE depot CASCADE;
        CREATE TABLE depot (
            id integer, annee smallint NOT NULL, auteur_id bigint REFERENCES compte, courriel text NOT NULL,
            compte_id bigint NOT NULL REFERENCES compte, PRIMARY KEY (id), UNIQUE (id, annee)) PARTITION BY HASH (id);
        CREATE TABLE depot_0 PARTITION OF depot FOR VALUES WITH (MODULUS 2, REMAINDER 0);
        CREATE TABLE depot_1 PARTITION OF depot FOR VALUES WITH (MODULUS 2, REMAINDER 1);
        ALTER TABLE archives.journal ADD FOREIGN KEY (depot_id) REFERENCES depot;
        GRANT SELECT (id, annee, auteur_id, compte_id, xmin) ON depot TO READER;
        """,
        // Columns that are gone, or are made by PostgreSQL.
        "ALTER TABLE compte ADD vieux int; ALTER TABLE compte DROP vieux",
        "ALTER TABLE depot ALTER id ADD GENERATED ALWAYS AS IDENTITY",
        "ALTER TABLE compte DROP points; ALTER TABLE compte ADD points numeric GENERATED ALWAYS AS (id * 2) STORED; GRANT SELECT (points) ON compte TO READER",
        // Row security that lets the reader see every row.
        "ALTER TABLE depot ENABLE ROW LEVEL SECURITY; CREATE POLICY tous ON depot FOR SELECT TO READER USING (true); CREATE POLICY autres ON depot AS RESTRICTIVE TO postgres USING (false)",
        "ALTER TABLE archives.journal ENABLE ROW LEVEL SECURITY",
        // Unique in ways of its own.
        "DROP INDEX depot_definitif; CREATE UNIQUE INDEX ON depot (annee) INCLUDE (compte_id)",
        """
        DROP INDEX depot_definitif;
        DO $$ BEGIN
            EXECUTE 'CREATE UNIQUE INDEX ON depot (compte_id, annee)'
                || CASE WHEN current_setting('server_version_num')::int >= 150000 THEN ' NULLS NOT DISTINCT' ELSE '' END;
        END $$
        """,
        "ALTER TABLE archives.journal DROP CONSTRAINT journal_numero_key; ALTER TABLE archives.journal ADD UNIQUE (numero) DEFERRABLE INITIALLY DEFERRED",
        "CREATE TABLE archives.compte (id text); CREATE TABLE archives.depot (x int)",
        "DROP SCHEMA IF EXISTS autre; CREATE SCHEMA autre; ALTER TYPE etat SET SCHEMA autre",
    ])
    func isNoDrift(_ sql: String) throws {
        let trial = try DriftTrial()
        try execute(trial.databases.primary, trial.named(sql))
        let found = try checkSource(trial.script, trial.readerURL).filter { $0.code != .unclassifiedColumn }
        // A table made anew has no index of some of its rows here.
        #expect(found.filter { sql.contains("PARTITION BY") ? $0.code != .lostKey : true } == [], "\(found.map(\.message))")
        if !found.contains(where: { $0.severity == .error }) { try trial.run() }
    }

    /// A partition is a table like another, with the keys of the whole.
    @Test func aPartitionMayBeTheSource() throws {
        let partitioned = """
            DROP TABLE archives.journal, depot;
            CREATE TABLE depot (
                id integer PRIMARY KEY, annee smallint NOT NULL, auteur_id bigint REFERENCES compte, courriel text NOT NULL,
                compte_id bigint NOT NULL REFERENCES compte) PARTITION BY HASH (id);
            CREATE TABLE depot_1 PARTITION OF depot FOR VALUES WITH (MODULUS 1, REMAINDER 0);
            """
        let trial = try DriftTrial(besides: partitioned) { $0.replacing("@source(\"depot\")", with: "@source(\"depot_1\")") }
        let found = try checkSource(trial.script, trial.readerURL)
        #expect(!found.contains { $0.code == .lostLink || $0.code == .movedLink }, "\(found.map(\.message))")
    }

    /// `auteur` and `auteur_id` are one column, and what either is compared with is a value of it.
    @Test func aColumnDeclaredTwiceIsComparedOnce() throws {
        let trial = try DriftTrial { models in
            models.replacing("var auteur: Compte?\n", with: "var auteur: Compte?\n    @plain var auteur_id: Int?\n")
                .replacing("let niveau = compte.niveau", with: "let niveau = auteur_id == 7 ? \"sept\" : compte.niveau")
        }
        #expect(try checkSource(trial.script, trial.readerURL) == [])
        try execute(trial.databases.primary, "ALTER TABLE depot ADD CHECK (auteur_id IN (1, 2))")
        let found = try checkSource(trial.script, trial.readerURL)
        #expect(found.map(\.message) == ["`depot.auteur_id` is never \"7\" in production"])
    }
}
