import Foundation
import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// Impact's models on a server that holds all rows, and the same on one that asks three others for them, from one source.
final class SpreadTrial {
    static let servers = Result { try ScratchServers(named: "spread", environment: ["DATA_SERVERS": "3"]) }

    let impact: ImpactDatabases
    /// Metabase's, where the rows are elsewhere.
    let spread: String
    let spreadAdmin: String
    /// The same on each data server.
    var rows: [String]
    private let name: String
    private(set) var events: [RunEvent] = []
    var onEvent: (RunEvent) -> Void = { _ in }

    init(companies: Int, seed: Int, asOf: String) throws {
        let servers = try Self.servers.get()
        impact = try ImpactDatabases(companies: companies, seed: seed, asOf: asOf, on: servers)
        name = impact.databases.name
        let (own, administrator) = (name + "_spread", servers.targetAdmin)
        (spread, spreadAdmin) = (servers.target.database(own), administrator.database(own))
        rows = servers.dataServers.map { [name] in $0.database(name) }
        try execute(administrator.text, "CREATE DATABASE \(own)")
        try execute(administrator.text, "GRANT CREATE ON DATABASE \(own) TO impact")
        for url in rows {
            let administrator = url.replacing("//impact@", with: "//postgres@")
            try execute(administrator.replacing("/\(name)", with: "/postgres"), "CREATE DATABASE \(name)")
            try execute(administrator, "GRANT CREATE ON DATABASE \(name) TO impact")
        }
        try execute(spreadAdmin, "CREATE EXTENSION postgres_fdw; \(foreignServers)")
    }

    /// What an administrator does once: docs/growing.md.
    private var foreignServers: String {
        rows.enumerated().map { number, url in
            let port = url.split(separator: ":").last?.prefix { $0 != "/" } ?? ""
            return """
                CREATE SERVER impact_\(number + 1) FOREIGN DATA WRAPPER postgres_fdw OPTIONS (
                    host '127.0.0.1', port '\(port)', dbname '\(name)', async_capable 'true', fetch_size '10000', use_remote_estimate 'true');
                GRANT USAGE ON FOREIGN SERVER impact_\(number + 1) TO impact;
                CREATE USER MAPPING FOR impact SERVER impact_\(number + 1) OPTIONS (user 'impact_coordinator', password_required 'false');
                """
        }.joined(separator: "\n")
    }

    func publish(asOf: String) throws(RunError) {
        try run(try! ImpactProject.compiled().script, request(impact.databases.target, asOf)) { _ in }
    }

    func publishSpread(asOf: String) throws(RunError) {
        var request = request(spread, asOf)
        request.servers = rows
        var told: [RunEvent] = []
        defer { events = told }
        try run(try! ImpactProject.compiled(isSpread: true).script, request) {
            told.append($0)
            onEvent($0)
        }
    }

    private func request(_ target: String, _ asOf: String) -> RunRequest {
        RunRequest(source: impact.source, target: target, asOf: asOf, pseudonymKey: Array(ImpactDatabases.key.utf8))
    }

    /// Each published table with its columns, types and rows, but for the moments that a run took place.
    static func picture(of url: String) throws -> [String: [String]] {
        let columns = try query(
            url,
            """
            SELECT c.relname, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
                   string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
            FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = 'impact'::regnamespace AND c.relkind IN ('r', 'v')
            GROUP BY c.relname
            """)
        var picture: [String: [String]] = [:]
        for row in columns {
            guard let table = row[0], let list = row[1], let types = row[2] else { continue }
            let shown = table == "synchronisation" ? "table_publiee, lignes" : list
            let rows = try query(
                url + settings,
                "SELECT * FROM (SELECT ROW(\(shown))::text FROM impact.\"\(table)\") AS found (line) ORDER BY line COLLATE \"C\"")
            picture[table] = [types] + rows.map { $0[0] ?? "" }
        }
        return picture
    }

    private static let settings = "?options=-c%20timezone%3DUTC"

    /// Names of the publications that a data server holds.
    static func generations(on url: String) throws -> [String] {
        try query(url, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'impact@%' ORDER BY 1").compactMap { $0[0] }
    }
}
