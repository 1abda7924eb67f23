import Foundation
import ImpactTestSupport
import Testing

/// Faults of a whole server, so that they have servers of their own.
@Suite(.serialized) struct BreakingServers {
    private static let servers = Result { try ScratchServers.talkative(named: "breaking") }

    @Test(arguments: Fault.replay.at(.extracting) + Fault.crash.at(.extracting, .loading, .publishing))
    func nothingGetsOut(_ fault: Fault.Case) throws { try fault.expectNothingGetsOut(of: Scene(on: Self.servers.get())) }
}

extension Fault {
    /// The standby must replay what the primary cleans up, whoever still reads it.
    fileprivate static let replay = Fault(
        name: "a replay that ends the snapshot", status: 75, says: "SQLSTATE 40001",
        prepare: {
            try execute($0.databases.standby, "ALTER SYSTEM SET max_standby_streaming_delay = '100ms'")
            try execute($0.databases.standby, "SELECT pg_reload_conf()")
        },
        strike: { scene, _ in
            try execute(scene.databases.primary, "DELETE FROM entreprise WHERE id = 50")
            try execute(scene.databases.primary, "VACUUM entreprise")
        },
        repair: {
            try execute($0.databases.standby, "ALTER SYSTEM RESET max_standby_streaming_delay")
            try execute($0.databases.standby, "SELECT pg_reload_conf()")
        })

    /// PostgreSQL ends all sessions when one of its processes dies, and recovers from the write-ahead log.
    fileprivate static let crash = Fault(
        name: "a crash of the target", status: 75, says: "the connection broke",
        // What is committed there is not flushed at once.
        prepare: { try execute($0.databases.targetAdmin, "CHECKPOINT") },
        strike: { scene, _ in
            let session = try query(
                scene.databases.targetAdmin, "SELECT pid FROM pg_stat_activity WHERE usename = 'impact' AND datname = current_database()")
            if let process = session.first?[0].flatMap({ Int32($0) }) { kill(process, SIGKILL) }
        })
}
