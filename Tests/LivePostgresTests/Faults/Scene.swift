import Foundation
import ImpactTestSupport
import Testing

/// One project between two databases of its own, published by the built command.
final class Scene {
    let project: FaultProject
    let databases: ScratchDatabases
    /// Where runs publish that read all, to compare with; nil where all do.
    private let whole: ScratchDatabases?
    let canary = Canary()
    /// What stands before one of the servers, if anything does.
    private(set) var proxy: Proxy?
    private var proxied: KeyPath<ScratchDatabases, String>?
    private var changes: [String]
    private let command: Command
    private let search: Search
    /// Where PostgreSQL keeps files besides.
    var otherFolder = ""
    /// The clock that the command looks at, and that of the servers, where a test moves them.
    var clock: MovableClock?
    var serverClock: MovableClock?

    init(on servers: ScratchServers, reading: FaultProject.Reading = .all) throws {
        project = try .reading(reading)
        changes = project.form.changes
        command = try Command()
        try FileManager.default.createDirectory(atPath: command.folder + "/tmp", withIntermediateDirectories: true)
        search = try Search(beside: command.folder)
        databases = try ScratchDatabases(on: servers)
        whole = reading == .all ? nil : try ScratchDatabases(on: servers)
        try databases.changeSource(project.form.production(canary.mark) + project.text("replica/grants.sql"))
    }

    deinit {
        removeProxy()
        command.remove()
        search.remove()
    }

    // MARK: - Running

    func start(
        _ options: [String] = ["--retries", "0"], from source: String? = nil, to target: String? = nil
    ) throws -> Running {
        let source = source ?? databases.standby.replacing("//postgres@", with: "//impact_reader@")
        return try Running(
            command, project.folder,
            [
                "IMPACT_SOURCE_URL": way(to: source, \.standby), "IMPACT_TARGET_URL": way(to: target ?? databases.target, \.target),
                "IMPACT_PSEUDONYM_KEY": canary.key,
                "TMPDIR": command.folder + "/tmp", "HOME": command.folder,
            ].merging(clock?.environment ?? [:]) { $1 }, options)
    }

    func status() throws -> Command.Outcome {
        try command.run("status", environment: ["IMPACT_TARGET_URL": databases.target].merging(clock?.environment ?? [:]) { $1 })
    }

    /// The proxy's address for the server's own; a server that never answers is waited for briefly.
    private func way(to url: String, _ server: KeyPath<ScratchDatabases, String>) -> String {
        guard let proxy, server == proxied else { return url }
        return url.replacing(/:\d+\//, with: ":\(proxy.port)/") + "?connect_timeout=2"
    }

    func setProxy(before server: KeyPath<ScratchDatabases, String>, breaking doom: Proxy.Break?) throws {
        let port = databases[keyPath: server].firstMatch(of: /:(\d+)\//).flatMap { UInt16($0.1) }
        proxy = try Proxy(to: port ?? 0, breaking: doom)
        proxied = server
    }

    func removeProxy() {
        proxy?.close()
        proxy = nil
    }

    /// A run that must pass.
    func publish() throws {
        let (status, told) = try start().end()
        #expect(status == 0, "\(told)")
        #expect(try leftovers() == [])
        #expect(canary.isSilent(told))
    }

    // MARK: - What is there

    /// Something happens to production.
    func change() throws {
        try databases.changeSource(changes.removeFirst())
    }

    /// Every published row and what is known of it, with the transaction that wrote it: equal means that nothing was touched.
    func published() throws -> [[String?]] {
        try (project.form.published + project.form.remembered).flatMap {
            try query(databases.targetAdmin, "SELECT xmin, t::text FROM \($0) AS t ORDER BY 2")
        } + project.form.views.flatMap { try query(databases.targetAdmin, "SELECT t::text FROM \($0) AS t ORDER BY 1") }
    }

    /// Publishes into the other database by a run that reads all.
    ///
    /// - Returns: the published tables of which a row is another there, by a byte or more.
    func differencesFromWhole() throws -> [String] {
        guard let whole else { return [] }
        let (status, told) = try start(["--full"], to: whole.target).end()
        guard status == 0 else { return [told] }
        return try (project.form.published + project.form.views).filter { table in
            let rows = "SELECT t::text FROM \(table) AS t ORDER BY 1"
            return try query(databases.targetAdmin, rows) != query(whole.targetAdmin, rows)
        }
    }

    func ledgerRows() throws -> Int {
        try query(databases.targetAdmin, "SELECT count(*) FROM impact_internal.run WHERE outcome = 'published'").first?[0].flatMap {
            Int($0)
        } ?? 0
    }

    func leftovers() throws -> [[String?]] {
        try query(
            databases.targetAdmin,
            """
            SELECT relname FROM pg_class
            WHERE relnamespace = 'impact_internal'::regnamespace AND relkind = 'r'
              AND NOT relname = ANY (\(tablesOfTheRunner))
              AND relname NOT LIKE '%\\_previous' AND relname NOT LIKE '%\\_former'
            """
        ).filter { !project.form.remembered.contains("impact_internal.\($0[0] ?? "")") }
    }

    // MARK: - Silence

    /// Where a canary is that must be nowhere: in what a run told, and in what is left of it.
    func findings(_ told: String = "") throws -> [String] {
        try execute(databases.targetAdmin, "CHECKPOINT")
        return (canary.isSilent(told) ? [] : ["output"])
            + command.files().filter { $0 != "tmp" }.map { "file of the command: \($0)" }
            + (try activity().allSatisfy(canary.isSilent) ? [] : ["pg_stat_activity"])
            + (try statements().allSatisfy(canary.isSilent) ? [] : ["pg_stat_statements"])
            + (try files())
    }

    /// All that the target's server wrote, tables, write-ahead log and log, has neither canary nor key; what the source's
    /// wrote has no key.
    private func files() throws -> [String] {
        try search.files(in: "\(databases.servers.directory)/target* \(otherFolder)", with: canary.forms)
            + filesOfTheSource(with: canary.keyForms)
    }

    func filesOfTheSource(with texts: [String]) throws -> [String] {
        try search.files(in: "\(databases.servers.directory)/primary* \(databases.servers.directory)/standby*", with: texts)
    }

    /// The statements that the command's sessions show.
    func activity() throws -> [String] {
        try roles.flatMap { role, server in
            try texts(server, "SELECT query FROM pg_stat_activity WHERE usename = '\(role)' AND datname = '\(databases.name)'")
        }
    }

    /// The statements that the servers remember.
    func statements() throws -> [String] {
        try roles.flatMap { role, server in
            try texts(
                server,
                """
                SELECT s.query FROM pg_stat_statements AS s JOIN pg_database AS d ON d.oid = s.dbid
                WHERE s.userid = '\(role)'::regrole AND d.datname = '\(databases.name)'
                """)
        }
    }

    private func texts(_ url: String, _ sql: String) throws -> [String] { try query(url, sql).map { $0[0] ?? "" } }

    /// The command's two roles, each with a connection to its server that sees all databases.
    private var roles: [(role: String, server: String)] {
        [("impact_reader", databases.servers.standby.text), ("impact", databases.servers.targetAdmin.text)]
    }

    /// Has the target write even the tables that a checkpoint may leave in memory, which are the unlogged ones. The database
    /// stays: to drop it, PostgreSQL waits for sessions that themselves wait for rows.
    func flushUnlogged() throws {
        // Before PostgreSQL 15 there was no other.
        let isToldSo = try query(databases.targetAdmin, "SELECT current_setting('server_version_num')::int >= 150000") == [["t"]]
        let strategy = isToldSo ? "STRATEGY file_copy" : ""
        try execute(databases.targetAdmin, "CREATE DATABASE flush_\(databases.name) TEMPLATE template0 \(strategy)")
    }
}
