import Foundation
import ImpactTestSupport
import Testing

/// A clock that a file moves, for those who look at it through libfaketime.
struct MovableClock {
    private static let library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"
    static let isThere = FileManager.default.fileExists(atPath: library)

    private let file: String

    init() throws {
        file = NSTemporaryDirectory() + "/impactc-clock.\(UUID().uuidString)"
        try move("+0")
    }

    /// Seconds since a start are those that pass: no jump of a machine's clock changes them.
    var environment: [String: String] {
        [
            "LD_PRELOAD": Self.library, "FAKETIME_TIMESTAMP_FILE": file, "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "DONT_FAKE_MONOTONIC": "1",
        ]
    }

    /// - Parameter offset: from the true time: `+1d`, `-90m`
    func move(_ offset: String) throws { try "\(offset)\n".write(toFile: file, atomically: false, encoding: .utf8) }

    func remove() { try? FileManager.default.removeItem(atPath: file) }
}

extension Fault {
    /// Farther than a timeout, a lag, or the age that a ledger keeps.
    private static let jumps = [("ahead", "+500d"), ("back", "-2d")]

    /// While a run is under way, and before it: each case begins with the true time again.
    static let ofClocks: [Case] = jumps.flatMap { name, offset in
        clock("the servers' clocks jump \(name)", of: \.serverClock, offset).at(.extracting, .loading, .publishing, .committing)
            + before("the servers' clocks jump \(name)", of: \.serverClock, offset).at(.starting)
            + clock("the runner's clock jumps \(name)", of: \.clock, offset).at(.extracting, .loading, .publishing, .committing)
            + before("the runner's clock jumps \(name)", of: \.clock, offset).at(.starting)
    }

    private static func clock(_ name: String, of clock: KeyPath<Scene, MovableClock?> & Sendable, _ offset: String) -> Fault {
        Fault(
            name: name, status: 0, says: "done:", isLetGo: true, prepare: { try $0[keyPath: clock]?.move("+0") },
            strike: { scene, _ in try scene[keyPath: clock]?.move(offset) })
    }

    private static func before(_ name: String, of clock: KeyPath<Scene, MovableClock?> & Sendable, _ offset: String) -> Fault {
        Fault(name: name, status: 0, says: "done:", prepare: { try $0[keyPath: clock]?.move(offset) })
    }
}

/// Clocks that jump, of the servers or of the runner: nothing but what is told of times is another.
@Suite(.serialized, .enabled(if: MovableClock.isThere, "libfaketime is not installed")) struct ClockTests {
    private static let clock = Result { try MovableClock() }
    private static let servers = Result {
        let servers = try ScratchServers(named: "clocks", environment: clock.get().environment)
        try execute(servers.targetAdmin.text, "ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
        try execute(servers.targetAdmin.text, "SELECT pg_reload_conf()")
        return servers
    }

    @Test(arguments: Fault.ofClocks) func theRunPasses(_ fault: Fault.Case) throws {
        let (servers, clock) = (try Self.servers.get(), try Self.clock.get())
        try clock.move("+0")
        let scene = try Scene(on: servers)
        (scene.serverClock, scene.clock) = (clock, try MovableClock())
        defer { scene.clock?.remove() }
        fault.expect(try fault.observe(in: scene))
        // The run that came last is the last one, whatever its times say.
        try expectLedger(scene, shiftedBy: fault)
    }

    private func expectLedger(_ scene: Scene, shiftedBy fault: Fault.Case) throws {
        let runs = try query(scene.databases.targetAdmin, "SELECT outcome FROM impact_internal.run ORDER BY id")
        #expect(runs == [["published"], ["published"], ["published"]])
        let status = try scene.status()
        #expect(status.status == 0 && status.output.contains("published"), "\(status.output) \(status.errors)")
        let published = try query(scene.databases.targetAdmin, "SELECT count(*) FROM impact_internal.run_model")
        #expect(published.first?[0].flatMap { Int($0) } ?? 0 > 0)
    }
}
