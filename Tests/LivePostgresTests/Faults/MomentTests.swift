import Foundation
import ImpactTestSupport
import Testing

/// Whatever goes wrong, and whenever: what was published stays as it was or is wholly new, the exit code says which, nothing is left
/// behind, and the next run passes.
@Suite struct MomentTests {
    static let servers = Result {
        let servers = try ScratchServers(named: "moments")
        for setting in ["synchronous_standby_names = 'nobody'", "autovacuum = off"] {
            try execute(servers.targetAdmin.text, "ALTER SYSTEM SET \(setting)")
        }
        try execute(servers.targetAdmin.text, "SELECT pg_reload_conf()")
        return servers
    }

    @Test(arguments: Fault.ofTheNetwork) func theLastPublicationStands(_ fault: Fault.Case) async throws {
        let seen = try await Self.aside { try fault.observe(in: Scene(on: Self.servers.get())) }
        fault.expect(seen)
    }

    /// What is remembered of the rows stands with them: what changed since is found, and nothing is taken for published that is not.
    @Test(arguments: Fault.ofRefreshes) func theNextRunEndsAsOneThatReadsAll(_ fault: Fault.Case) async throws {
        let seen = try await Self.aside { try fault.observe(in: Scene(on: Self.servers.get(), reading: .changes)) }
        fault.expect(seen)
    }

    /// Most of a case is waiting, which must not keep the test runner's few threads.
    private static func aside(_ act: @escaping @Sendable () throws -> Observation) async throws -> Observation {
        try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result { try act() }) }
        }
    }

    private static let queue = {
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = 8
        return queue
    }()
}

extension Fault.Case {
    func expect(_ seen: Observation) {
        #expect(seen.status == fault.status, "\(seen.told)")
        #expect(seen.attempts == fault.attempts, "\(seen.told)")
        #expect(fault.says.isEmpty || seen.told.contains(fault.says), "\(seen.told)")
        #expect(seen.isPublished == (fault.status == 0 || moment.isPublished), "\(seen.told)")
        #expect(seen.sessions == [], "the sessions end with the command")
        #expect(seen.next == 0 && seen.isNextPublished, "\(seen.told)")
        #expect(seen.leftovers == [])
        #expect(seen.ledgerRows == 1)
        #expect(seen.differences == [], "as after a run that reads all")
        if reading == .changes { expectChangesAlone(seen) }
        record(seen)
    }

    /// Otherwise whole runs would be compared with whole runs.
    private func expectChangesAlone(_ seen: Observation) {
        let isAtRows = ![.starting, .connecting, .comparing].contains(moment)
        if isAtRows { #expect(seen.told.contains("ranges changed"), "\(seen.told)") }
        if !fault.startsSourceAnew { #expect(seen.isNextOfChanges) }
    }
}
