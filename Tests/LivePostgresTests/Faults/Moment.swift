import Foundation
import ImpactRuntime
import ImpactTestSupport

/// Where a run is when something goes wrong.
enum Moment: String, CaseIterable, Sendable {
    /// Before the command is started.
    case starting
    /// The source was asked and has not answered.
    case connecting
    /// What changed is looked for: some was found, and there is more to ask. Of runs that read what changed alone.
    case comparing
    /// Rows of a model have been sent, and more are to come.
    case extracting
    /// All rows are staged; a published table is being changed.
    case loading
    /// Everything is changed, and nothing is committed.
    case publishing
    /// The COMMIT is sent, and not answered.
    case committing
    /// Published, and not yet told.
    case committed

    /// Whether readers see the new rows, whatever becomes of the run.
    var isPublished: Bool { self == .committing || self == .committed }
}

/// What a session of another's does, so that a run waits.
struct Hold: Sendable {
    let server: KeyPath<ScratchDatabases, String> & Sendable
    let sql: String

    static func source(_ sql: String) -> Hold { Hold(server: \.standby, sql: sql) }

    /// - Parameter sql: within a transaction.
    static func target(_ sql: String) -> Hold { Hold(server: \.targetAdmin, sql: "BEGIN; " + sql) }
}

/// Holds a run at a moment by what may hold it in life: a server that does not answer, a lock, a log that nobody reads.
final class Gate {
    private let moment: Moment
    private let databases: ScratchDatabases
    private let hold: Hold?
    private var session: Session?
    private let mute: MuteServer?

    init(_ moment: Moment, of scene: Scene) throws {
        self.moment = moment
        databases = scene.databases
        hold = scene.project.holds[moment]
        mute = moment == .connecting ? try MuteServer() : nil
        // The servers' own setting is `off`; with `on`, a commit waits for a synchronous standby, which does not exist.
        if moment == .committing { try alterRole("SET synchronous_commit = on") }
        session = try hold.map { [databases] in try Session(databases[keyPath: $0.server], $0.sql) }
    }

    /// Where the command is to read instead, if the moment asks for it.
    var source: String? { mute.map { "postgresql://impact_reader@127.0.0.1:\($0.port)/production" } }

    /// Waits until the run is there.
    func wait(for running: Running) throws {
        switch moment {
        case .starting: return
        case .connecting: try until { mute?.hasVisitor == true }
        case .comparing, .extracting, .loading, .publishing: try until { try isHeld() }
        case .committing: try until { try isWaiting("impact", databases.targetAdmin, for: "IPC' AND wait_event = 'SyncRep") }
        case .committed:
            try until { try isHeld() }
            let runs = try ledger()
            running.stallLog()
            try open()
            try until { try ledger() != runs }
        }
    }

    func open() throws {
        session = nil
        guard moment == .committing else { return }
        try alterRole("RESET synchronous_commit")
        let waiting = "pg_stat_activity WHERE datname = current_database() AND wait_event = 'SyncRep'"
        _ = try query(databases.targetAdmin, "SELECT pg_cancel_backend(pid) FROM \(waiting)")
    }

    private func alterRole(_ change: String) throws {
        try execute(databases.targetAdmin, "ALTER ROLE impact IN DATABASE \(databases.name) \(change)")
    }

    private func isHeld() throws -> Bool {
        guard let hold else { return false }
        return try isWaiting(hold.server == \.standby ? "impact_reader" : "impact", databases[keyPath: hold.server])
    }

    private func isWaiting(_ role: String, _ url: String, for what: String = "Lock") throws -> Bool {
        try !query(
            url, "SELECT FROM pg_stat_activity WHERE usename = '\(role)' AND datname = current_database() AND wait_event_type = '\(what)'"
        ).isEmpty
    }

    private func ledger() throws -> [[String?]] {
        try query(databases.targetAdmin, "SELECT count(*) FROM impact_internal.run WHERE outcome = 'published'")
    }
}

struct NeverReached: Error {}

/// - Throws: where it takes so long that it will not come.
func until(_ isTrue: () throws -> Bool) throws {
    for _ in 0..<1500 {
        if try isTrue() { return }
        usleep(10_000)
    }
    throw NeverReached()
}

/// A session of the test's own, ended with it.
private final class Session {
    private let connection: Connection

    init(_ url: String, _ sql: String) throws {
        connection = try .open(.target, url)
        try connection.execute(sql, during: Step("testing"))
    }
}

/// Takes connections and says nothing.
private final class MuteServer {
    private let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    let port: UInt16

    init() throws { port = try listen(on: descriptor) }

    deinit { close(descriptor) }

    var hasVisitor: Bool {
        var sockets = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
        return poll(&sockets, 1, 0) == 1
    }
}
