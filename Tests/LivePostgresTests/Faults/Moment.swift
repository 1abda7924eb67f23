import Foundation
import ImpactRuntime
import ImpactTestSupport

/// Where a run is when something goes wrong.
enum Moment: String, CaseIterable, Sendable {
    /// Before the command is started.
    case starting
    /// The source was asked and has not answered.
    case connecting
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

/// Holds a run at a moment by what may hold it in life: a server that does not answer, a lock, a log that nobody reads.
final class Gate {
    private let moment: Moment
    private let databases: ScratchDatabases
    private var session: Session?
    private let mute: MuteServer?

    init(_ moment: Moment, _ databases: ScratchDatabases) throws {
        self.moment = moment
        self.databases = databases
        mute = moment == .connecting ? try MuteServer() : nil
        // The servers' own setting is `off`; with `on`, a commit waits for a synchronous standby, which does not exist.
        if moment == .committing { try alterRole("SET synchronous_commit = on") }
        session =
            switch moment {
            case .starting, .connecting, .committing: nil
            case .extracting: try Session(databases.standby, "SELECT pg_advisory_lock(\(FaultProject.gate))")
            case .loading: try Session(databases.targetAdmin, "BEGIN; LOCK TABLE impact.compte IN EXCLUSIVE MODE")
            case .publishing, .committed: try Session(databases.targetAdmin, "BEGIN; LOCK TABLE impact_internal.run IN EXCLUSIVE MODE")
            }
    }

    /// Where the command is to read instead, if the moment asks for it.
    var source: String? { mute.map { "postgresql://impact_reader@127.0.0.1:\($0.port)/production" } }

    /// Waits until the run is there.
    func wait(for running: Running) throws {
        switch moment {
        case .starting: return
        case .connecting: try until { mute?.hasVisitor == true }
        case .extracting: try until { try isWaiting("impact_reader", databases.standby) }
        case .loading, .publishing: try until { try isWaiting("impact", databases.targetAdmin) }
        case .committing: try until { try isWaiting("impact", databases.targetAdmin, for: "IPC' AND wait_event = 'SyncRep") }
        case .committed:
            try until { try isWaiting("impact", databases.targetAdmin) }
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

    private func isWaiting(_ role: String, _ url: String, for what: String = "Lock") throws -> Bool {
        try !query(
            url, "SELECT FROM pg_stat_activity WHERE usename = '\(role)' AND datname = current_database() AND wait_event_type = '\(what)'"
        ).isEmpty
    }

    private func ledger() throws -> [[String?]] { try query(databases.targetAdmin, "SELECT count(*) FROM impact_internal.run") }
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
