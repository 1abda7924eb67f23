import Dispatch
import Foundation
import ImpactRuntime
import ImpactTestSupport
import Testing

/// Servers that a test breaks, so that it has its own.
@Suite struct BrokenServerTests {
    /// PostgreSQL ends all sessions of a server when one of its processes dies.
    @Test func targetThatDies() throws {
        let servers = try ScratchServers(named: "dying")
        defer { try? servers.stop() }
        let trial = try Trial(on: servers)
        try trial.run()
        let before = try trial.publishedRows()
        trial.readSlowly()
        let killed = whileCopying(on: trial.databases.targetAdmin) { kill($0, SIGKILL) }
        let error = try trial.refusal()
        #expect(killed.wait(timeout: .now() + 20) == .success)
        #expect(error.server == .target)
        #expect(error.exitCode == 75)
        #expect(error.sqlState == nil)
        try waitFor(trial.databases.target)
        #expect(try trial.publishedRows() == before)
    }

    /// A standby must replay what the primary cleans up, whoever still reads it.
    @Test func standbyThatEndsTheSnapshot() throws {
        let servers = try ScratchServers(named: "replaying")
        defer { try? servers.stop() }
        try execute(servers.standby.text, "ALTER SYSTEM SET max_standby_streaming_delay = '100ms'")
        try execute(servers.standby.text, "SELECT pg_reload_conf()")
        let trial = try Trial(on: servers)
        try trial.run()
        trial.readSlowly()
        let primary = trial.databases.primary
        let vacuumed = whileCopying(on: trial.databases.standby) { _ in
            try execute(primary, "DELETE FROM report WHERE id = 12")
            try execute(primary, "VACUUM report")
            try servers.waitForStandby()
        }
        let error = try trial.refusalThatLeavesAllUntouched()
        #expect(vacuumed.wait(timeout: .now() + 20) == .success)
        #expect(error.server == .source)
        #expect(error.exitCode == 75)
        #expect(error.sqlState == "40001")
        #expect(error.message.contains("the standby ended the snapshot"))
    }

    private func waitFor(_ url: String) throws {
        for _ in 0..<100 where (try? query(url, "SELECT 1")) == nil { usleep(100_000) }
    }
}
