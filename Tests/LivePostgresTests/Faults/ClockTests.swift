import Foundation
import ImpactTestSupport
import Testing

/// A clock that a file moves, for those who look at it through libfaketime.
struct MovableClock {
    private static let library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"
    static let isThere = FileManager.default.fileExists(atPath: library)

    private let file: String
    private let memory: String

    /// It outlives its test, and not this process.
    init() throws {
        file = NSTemporaryDirectory() + "/impactc-clock.\(UUID().uuidString)"
        try Self.write("+0", to: file)
        // Whoever has none makes a piece of shared memory and tells of it in the environment, beside which Swift looks for its arguments.
        try shell(
            #"""
            LD_PRELOAD=$0 sh -c 'echo "$FAKETIME_SHARED" >"$0.shared"; kill -9 $$' "$1" || true
            read -r semaphore memory <"$1.shared"
            files=("/dev/shm/sem.${semaphore#/}" "/dev/shm/${memory#/}")
            chmod a+rw "${files[@]}"
            (trap '' INT HUP TERM; while kill -0 "$2"; do sleep 0.2; done; rm -f "${files[@]}" "$1" "$1.shared") &
            """#, Self.library, file, String(getpid()))
        memory = try String(contentsOfFile: file + ".shared", encoding: .utf8).trimmingCharacters(in: .newlines)
    }

    /// Seconds since a start are those that pass: no jump of a machine's clock changes them.
    var environment: [String: String] {
        [
            "LD_PRELOAD": Self.library, "FAKETIME_TIMESTAMP_FILE": file, "FAKETIME_NO_CACHE": "1", "FAKETIME_SHARED": memory,
            "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1",
        ]
    }

    /// - Parameter offset: from the true time: `+1d`, `-90m`
    func move(_ offset: String) throws { try Self.write(offset, to: file) }

    private static func write(_ offset: String, to file: String) throws {
        try "\(offset)\n".write(toFile: file, atomically: false, encoding: .utf8)
    }
}

extension Fault {
    /// A day is farther than any timeout. Each case begins with the true time again.
    static let ofClocks: [Case] =
        ["ahead": "+1d", "back": "-1d"].sorted { $0.key < $1.key }.flatMap { name, offset in
            let (servers, runner) = ("the servers' clocks jump \(name)", "the runner's clock jumps \(name)")
            return before(servers, \.serverClock, offset).at(.starting) + before(runner, \.clock, offset).at(.starting)
                + during(servers, \.serverClock, offset).at(.committing)
                + during(runner, \.clock, offset).at(.extracting, .loading, .publishing, .committing)
        }
        + during("the servers' clocks jump back", \.serverClock, "-1d").at(.extracting, .loading, .publishing)
        + [timedOut, timedOut.cured()].flatMap { $0.at(.extracting, .loading, .publishing) }

    /// PostgreSQL's timeouts are moments of its clock: they have come.
    private static let timedOut: Fault = {
        var fault = during("the servers' clocks jump ahead", \.serverClock, "+1d")
        (fault.status, fault.says) = (75, "SQLSTATE 57014")
        return fault
    }()

    private static func during(_ name: String, _ clock: KeyPath<Scene, MovableClock?> & Sendable, _ offset: String) -> Fault {
        Fault(name: name, status: 0, says: "done:", isLetGo: true, strike: { scene, _ in try scene[keyPath: clock]?.move(offset) })
    }

    private static func before(_ name: String, _ clock: KeyPath<Scene, MovableClock?> & Sendable, _ offset: String) -> Fault {
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

    private static let runner = Result { try MovableClock() }

    @Test(arguments: Fault.ofClocks) func theLastPublicationStands(_ fault: Fault.Case) throws {
        let (servers, clocks) = (try Self.servers.get(), (server: try Self.clock.get(), runner: try Self.runner.get()))
        for clock in [clocks.server, clocks.runner] { try clock.move("+0") }
        let scene = try Scene(on: servers)
        (scene.serverClock, scene.clock) = (clocks.server, clocks.runner)
        fault.expect(try fault.observe(in: scene))
        // The run that came last is the last one, whatever its times say.
        let runs = try query(scene.databases.targetAdmin, "SELECT outcome FROM impact_internal.run ORDER BY id DESC")
        #expect(runs.count == 3 && runs.first == ["published"])
        let status = try scene.status()
        #expect(status.status == 0, "\(status.output) \(status.errors)")
    }
}
