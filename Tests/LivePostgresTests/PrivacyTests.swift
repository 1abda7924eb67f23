import Foundation
import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// Privacy as PostgreSQL and the disk see it, on the whole Impact model.
@Suite struct PrivacyTests {
    static let asOf = "2026-06-15"

    /// Every personal and secret column gets a text that nothing else holds. What is disclosed on purpose (names of
    /// companies, figures drawn from JSON) keeps its meaning.
    static func marking(_ mark: String) -> String {
        """
        UPDATE users_user SET password = '\(mark)-mdp-' || id, email = '\(mark)-' || id || '@exemple.fr', nom = '\(mark)-nom',
            prenom = '\(mark)-prenom', oidc_sub_id = md5('\(mark)' || id)::uuid;
        UPDATE invitations_invitation SET email = '\(mark)-' || id || '@exemple.fr';
        UPDATE habilitations_habilitation SET fonctions = '\(mark)-fonctions';
        UPDATE analyseia_analyseia SET fichier = '\(mark)-fichier', nom = '\(mark)-nom.pdf', message = '\(mark)-message',
            resultat_json = CASE WHEN jsonb_typeof(resultat_json) = 'string' AND resultat_json #>> '{}' LIKE '{%'
                THEN to_jsonb(replace(resultat_json #>> '{}', 'Phrase', '\(mark)')) ELSE resultat_json END;
        UPDATE reglementations_rapportcsrd SET description = '\(mark)-description';
        UPDATE vsme_indicateur SET _data = _data || '{"commentaire": "\(mark)-commentaire"}' WHERE jsonb_typeof(_data) = 'object';
        UPDATE entreprises_entreprise SET denomination = '\(mark)-entrepreneur' WHERE categorie_juridique_sirene BETWEEN 1000 AND 1999;
        """
    }

    private func synchronize(_ impact: ImpactDatabases, isHardened: Bool = false) throws -> [String] {
        var told: [String] = []
        let request = RunRequest(
            source: impact.source, target: impact.databases.target, asOf: Self.asOf, pseudonymKey: Array(ImpactDatabases.key.utf8))
        try run(ImpactProject.compiled(isHardened: isHardened).script, request) { told.append(String(describing: $0)) }
        return told
    }

    private func published(_ impact: ImpactDatabases) throws -> [[[String?]]] {
        try ImpactModelTests.tables.map { try impact.published($0, impact.columns(of: $0)) }
    }

    @Test func productionsThatDifferInPersonalColumnsOnlyPublishTheSame() throws {
        let first = try ImpactDatabases(companies: 150, seed: 3, asOf: Self.asOf, besides: Self.marking("un"))
        let second = try ImpactDatabases(companies: 150, seed: 3, asOf: Self.asOf, besides: Self.marking("deux"))
        _ = try synchronize(first)
        _ = try synchronize(second)
        #expect(try published(first) == published(second))
    }

    /// Read without an order, a table must not tell in which order persons came.
    @Test func rowsStandInTheOrderOfTheirTokens() throws {
        let impact = try ImpactDatabases(companies: 80, seed: 8, asOf: Self.asOf)
        _ = try synchronize(impact)
        for table in ["utilisateur", "habilitation", "invitation"] {
            let stored = try query(impact.databases.target, "SELECT impact_id FROM impact.\(table) ORDER BY ctid")
            #expect(try stored == query(impact.databases.target, "SELECT impact_id FROM impact.\(table) ORDER BY impact_id"))
            #expect(stored.count > 10)
        }
    }

    @Test func viewsOfAHardenedProjectPublishTheSameUnderARoleThatReadsNothingElse() throws {
        let plain = try ImpactDatabases(companies: 120, seed: 6, asOf: Self.asOf)
        let hardened = try ImpactDatabases(companies: 120, seed: 6, asOf: Self.asOf, isHardened: true)
        _ = try synchronize(plain)
        _ = try synchronize(hardened, isHardened: true)
        #expect(try published(plain) == published(hardened))
        let readable = try query(
            hardened.databases.primary,
            """
            SELECT count(*) FILTER (WHERE relkind = 'v'), count(*) FILTER (WHERE relkind <> 'v')
            FROM pg_class WHERE relnamespace IN ('public'::regnamespace, 'impact_views'::regnamespace) AND relkind IN ('r', 'v')
              AND (has_table_privilege('impact_reader', oid, 'SELECT') OR has_any_column_privilege('impact_reader', oid, 'SELECT'))
            """)
        #expect(readable == [["10", "0"]])
    }

    /// On servers of its own, whose every file is then searched: tables, write-ahead log, logs.
    @Test func canariesAreNowhereOnMetabasesServer() throws {
        let servers = try ScratchServers(named: "canaries")
        defer { try? servers.stop() }
        let impact = try ImpactDatabases(companies: 60, seed: 4, asOf: Self.asOf, besides: Self.marking("KANARI"), on: servers)
        // The reference's views would stand in the way of the faults.
        try impact.databases.changeSource("DROP SCHEMA oracle CASCADE")
        var told = [try command(impact, endsWith: 0)]
        try expectNoCanary(impact, told)
        for fault in Self.faults {
            try impact.databases.changeSource(fault.damage)
            told.append(try command(impact, endsWith: fault.status))
            try expectNoCanary(impact, told)
            try impact.databases.changeSource(fault.repair)
        }
        for (server, role) in [(impact.databases.targetAdmin, "impact"), (impact.databases.standby, "impact_reader")] {
            told += try cut(impact, on: server, role: role)
            try expectNoCanary(impact, told)
        }
        try expectNoCanary(impact, [command(impact, endsWith: 0)])
    }

    /// A run of the built command, and what it wrote.
    private func command(_ impact: ImpactDatabases, endsWith status: Int32) throws -> String {
        let command = try Command()
        defer { command.remove() }
        let outcome = try command.run(
            "run", "--models", repository + "/models.dsl", "--output", repository + "/generated", "--as-of", Self.asOf,
            environment: [
                "IMPACT_SOURCE_URL": impact.source, "IMPACT_TARGET_URL": impact.databases.target,
                "IMPACT_PSEUDONYM_KEY": ImpactDatabases.key, "TMPDIR": command.folder, "HOME": command.folder,
            ])
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(command.files() == [])
        return outcome.output + outcome.errors
    }

    /// A run whose connection is ended while rows are on their way, and what it told.
    private func cut(_ impact: ImpactDatabases, on server: String, role: String) throws -> [String] {
        var told: [String] = []
        let request = RunRequest(
            source: impact.source, target: impact.databases.target, asOf: Self.asOf, pseudonymKey: Array(ImpactDatabases.key.utf8))
        let script = try ImpactProject.compiled().script
        let error = #expect(throws: RunError.self) {
            try run(script, request) { event in
                told.append(String(describing: event))
                guard case .modelRead(model: "utilisateur", _) = event else { return }
                _ = try? query(
                    server,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '\(role)' AND application_name LIKE 'impactc%'")
            }
        }
        return told + [error?.description ?? ""]
    }

    /// Failures whose own text, in PostgreSQL, would carry the canary.
    private static let faults: [(status: Int32, damage: String, repair: String)] = [
        (
            status: 65,
            damage:
                "UPDATE analyseia_analyseia SET resultat_json = to_jsonb('{KANARI'::text) WHERE id = (SELECT min(analyseia_id) FROM entreprises_entreprise_analyses_ia)",
            repair: "UPDATE analyseia_analyseia SET resultat_json = NULL WHERE resultat_json = to_jsonb('{KANARI'::text)"
        ),
        (
            status: 65,
            damage: "ALTER TABLE users_user ALTER last_login TYPE text USING 'KANARI-date'",
            repair:
                "ALTER TABLE users_user ALTER last_login TYPE timestamptz USING NULL; GRANT SELECT (last_login) ON users_user TO impact_reader"
        ),
        (
            status: 65,
            damage: "ALTER TABLE users_user RENAME COLUMN is_email_confirmed TO kanari_renamed",
            repair: "ALTER TABLE users_user RENAME COLUMN kanari_renamed TO is_email_confirmed"
        ),
        (
            status: 65,
            damage: "ALTER TABLE invitations_invitation ALTER role DROP NOT NULL; UPDATE invitations_invitation SET role = NULL",
            repair: "UPDATE invitations_invitation SET role = 'lecteur'; ALTER TABLE invitations_invitation ALTER role SET NOT NULL"
        ),
    ]

    private func expectNoCanary(_ impact: ImpactDatabases, _ told: [String]) throws {
        #expect(!told.contains { $0.contains("KANARI") })
        for url in [impact.databases.targetAdmin, impact.databases.primary, impact.databases.standby] {
            let activity = try query(
                url, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%' || 'KAN' || 'ARI%' AND application_name LIKE 'impactc%'")
            #expect(activity == [["0"]])
        }
        try expectNoCanaryInStatements(impact)
        try execute(impact.databases.targetAdmin, "CHECKPOINT")
        let directory = impact.databases.servers.directory
        try shell(#"grep --recursive --text --quiet KANARI "$0/primary""#, directory)
        // grep says 1 when it finds nothing; the word is looked for in every byte of the target's files and logs.
        try shell(#"grep --recursive --text --quiet --ignore-case KANARI "$0"/target*; [ $? -eq 1 ]"#, directory)
    }

    /// What pg_stat_statements remembers of the runner's two roles: no value, and neither the key nor what is made of it.
    private func expectNoCanaryInStatements(_ impact: ImpactDatabases) throws {
        for (url, role) in [(impact.databases.primary, "impact_reader"), (impact.databases.targetAdmin, "impact")] {
            guard try query(url, "SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_stat_statements'") == [["1"]],
                try query(url, "SHOW shared_preload_libraries") == [["pg_stat_statements"]]
            else { continue }
            try execute(url, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements")
            let server = role == "impact" ? url : impact.databases.standby
            try impact.databases.servers.waitForStandby()
            let found = try query(
                server,
                """
                SELECT count(*) > 10, count(*) FILTER (WHERE query ILIKE '%KANARI%' OR query LIKE '%\(ImpactDatabases.key)%' OR query ~ '(36|5c){12}')
                FROM pg_stat_statements WHERE userid = '\(role)'::regrole
                """)
            #expect(found == [["t", "0"]], "\(role)")
        }
    }

    /// Not one column more than the SELECTs need, and not one less.
    @Test func theReaderMayReadExactlyWhatIsRead() throws {
        let impact = try ImpactDatabases(companies: 1, seed: 1, asOf: Self.asOf)
        let script = try ImpactProject.compiled().script
        let granted = try query(
            impact.databases.primary,
            """
            SELECT c.relname, a.attname FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
              AND has_column_privilege('impact_reader', c.oid, a.attnum, 'SELECT')
            """)
        #expect(granted.count > 50)
        #expect(try readable(script, impact))
        for row in granted {
            let (table, column) = (row[0] ?? "", row[1] ?? "")
            try execute(impact.databases.primary, #"REVOKE SELECT ("\#(column)") ON \#(table) FROM impact_reader"#)
            #expect(try !readable(script, impact), "\(table).\(column) is granted and not needed")
            try execute(impact.databases.primary, #"GRANT SELECT ("\#(column)") ON \#(table) TO impact_reader"#)
        }
        for column in ["email", "password", "nom", "is_staff"] {
            #expect(throws: RunError.self) {
                try query(impact.databases.primary.replacing("//postgres@", with: "//impact_reader@"), "SELECT \(column) FROM users_user")
            }
        }
    }

    /// Whether the reader may run every SELECT, on the primary so that no replay is waited for.
    private func readable(_ script: RunScript, _ impact: ImpactDatabases) throws -> Bool {
        let reader = impact.databases.primary.replacing("//postgres@", with: "//impact_reader@")
        let plans = script.models.map { "EXPLAIN " + $0.select.text }.joined()
        let settings = "SET impact.today = '\(Self.asOf)'; SET impact.inner_pad = ''; SET impact.outer_pad = '';"
        do throws(RunError) {
            try execute(reader, settings + plans)
            return true
        } catch {
            if error.sqlState == "42501" { return false }
            throw error
        }
    }
}
