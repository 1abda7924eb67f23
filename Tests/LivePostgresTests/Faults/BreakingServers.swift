import Foundation
import ImpactTestSupport
import Testing

/// Faults of a whole server, so that they have servers of their own.
@Suite(.serialized) struct BreakingServers {
    private static let servers = Result { try ScratchServers.talkative(named: "breaking") }

    @Test(arguments: Fault.ofServers) func theLastPublicationStands(_ fault: Fault.Case) throws {
        fault.expect(try fault.observe(in: Scene(on: Self.servers.get())))
    }

    @Test(arguments: Fault.ofRefreshesAndServers) func theNextRunEndsAsOneThatReadsAll(_ fault: Fault.Case) throws {
        fault.expect(try fault.observe(in: Scene(on: Self.servers.get(), reading: .changes)))
    }

    /// Last, since there is no way back: a standby that is one no longer is read to the end by a run under way, and refused by the next.
    @Test func promotion() throws {
        let servers = try ScratchServers.talkative(named: "promoted")
        defer { try? servers.stop() }
        let scene = try Scene(on: servers)
        try scene.publish()
        try scene.change()
        let gate = try Gate(.extracting, of: scene)
        let running = try scene.start()
        try gate.wait(for: running)
        _ = try query(servers.standby.text, "SELECT pg_promote()")
        let before = try scene.published()
        try gate.open()
        var seen = Observation()
        (seen.status, seen.told) = try running.end()
        #expect(seen.status == 0, "\(seen.told)")
        let published = try scene.published()
        #expect(published != before)
        Fault.promoted[1].record(seen)
        (seen.status, seen.told) = try scene.start([]).end()
        #expect(seen.status == 69 && seen.told.contains("it is a primary"), "\(seen.told)")
        #expect(try scene.published() == published)
        Fault.promoted[0].record(seen)
    }

    @Test(arguments: Fault.ofServersOnce)
    func nothingGetsOut(_ fault: Fault.Case) throws { try fault.expectNothingGetsOut(of: Scene(on: Self.servers.get())) }
}

extension Fault {
    /// Those that a whole server takes part in.
    static let ofServers: [Case] =
        crash.cured().at(.extracting, .loading, .publishing) + crash.cured().atOnce.at(.committing)
        + replay.cured().at(.extracting)
        + restart("target").at(.extracting, .loading, .publishing) + restart("target").atOnce.at(.committing, .committed)
        + restart("standby").at(.extracting) + restart("standby").atOnce.at(.loading, .publishing, .committed)
        + [behind, behindAndToldSo].flatMap { $0.at(.starting) }

    static let promoted =
        Fault(name: "the standby is promoted", status: 69).at(.starting) + Fault(name: "the standby is promoted", status: 0).at(.extracting)

    /// Their canaries are looked for too; a single attempt.
    static let ofServersOnce: [Case] = replay.at(.extracting) + crash.at(.extracting, .loading, .publishing)

    static func restart(_ server: String) -> Fault {
        Fault(
            name: "the \(server) is restarted", status: 0,
            strike: { scene, _ in
                try scene.databases.servers.restart(server)
                try scene.databases.servers.waitForStandby()
            }
        ).cured()
    }

    /// The standby replays nothing any longer, and there is something to replay.
    private static let behind = Fault(
        name: "the standby is farther behind than `--max-lag`", status: 75, says: "and `--max-lag` allows 1 s",
        options: ["--max-lag", "1s"],
        prepare: {
            _ = try query($0.databases.standby, "SELECT pg_wal_replay_pause()")
            try execute($0.databases.primary, "UPDATE entreprise SET sites = 2 WHERE id = 1")
            // Older than the bound by then; what is paused has not been replayed since.
            Thread.sleep(forTimeInterval: 2.5)
        },
        repair: {
            _ = try query($0.databases.standby, "SELECT pg_wal_replay_resume()"); try $0.databases.servers.waitForStandby()
        })

    /// Without a bound it is told, and read.
    private static let behindAndToldSo: Fault = {
        var fault = behind
        (fault.name, fault.status, fault.says, fault.options) = (
            "the standby is behind, and nothing bounds that", 0, "s behind the primary", []
        )
        return fault
    }()

    /// The standby must replay what the primary cleans up, whoever still reads it.
    static let replay = Fault(
        name: "a replay that ends the snapshot", status: 75, says: "SQLSTATE 40001",
        prepare: {
            try execute($0.databases.standby, "ALTER SYSTEM SET max_standby_streaming_delay = '100ms'")
            try execute($0.databases.standby, "SELECT pg_reload_conf()")
        },
        strike: { scene, _ in
            let (table, id) = scene.project.form.spareRow
            try execute(scene.databases.primary, "DELETE FROM \(table) WHERE id = \(id)")
            try execute(scene.databases.primary, "VACUUM \(table)")
            let reading = "pg_stat_activity WHERE datname = current_database() AND usename = 'impact_reader' AND backend_xmin IS NOT NULL"
            try until { try query(scene.databases.standby, "SELECT FROM \(reading)").isEmpty }
        },
        repair: {
            try execute($0.databases.standby, "ALTER SYSTEM RESET max_standby_streaming_delay")
            try execute($0.databases.standby, "SELECT pg_reload_conf()")
        })

    /// PostgreSQL ends all sessions when one of its processes dies, and recovers from the write-ahead log.
    static let crash = Fault(
        name: "a crash of the target", status: 75, says: "the connection broke",
        // What is committed there is not flushed at once.
        prepare: { try execute($0.databases.targetAdmin, "CHECKPOINT") },
        strike: { scene, _ in
            let session = try query(
                scene.databases.targetAdmin, "SELECT pid FROM pg_stat_activity WHERE usename = 'impact' AND datname = current_database()")
            if let process = session.first?[0].flatMap({ Int32($0) }) { kill(process, SIGKILL) }
            // The signal arrives before the server knows: once all sessions are gone it recovers, and then it answers.
            try until { (try? query(scene.databases.targetAdmin, "SELECT 1")) == nil }
            try until { (try? query(scene.databases.targetAdmin, "SELECT 1")) != nil }
        })
}
