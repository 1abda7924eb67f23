import ImpactTestSupport
import Testing

extension Fault {
    /// While another run is at the moment.
    static let second = Fault(name: "another run is under way", status: 75, says: "another run publishes to schema").at(
        .extracting, .loading, .publishing, .committing, .committed)
}

/// Two schedulers, or one that does not wait.
@Suite struct SecondRunnerTests {
    @Test(arguments: Fault.second) func isToldToComeBack(_ fault: Fault.Case) throws {
        let scene = try Scene(on: MomentTests.servers.get())
        try scene.publish()
        try scene.change()
        let before = try scene.published()
        let gate = try Gate(fault.moment, of: scene)
        let first = try scene.start([])
        try gate.wait(for: first)
        var seen = Observation()
        (seen.status, seen.told) = try scene.start([]).end()
        #expect(seen.status == 75 && seen.attempts == 1 && seen.told.contains(fault.fault.says), "\(seen.told)")
        fault.record(seen)
        try gate.open()
        #expect(try first.end().status == 0)
        #expect(try scene.published() != before)
        try scene.publish()
    }
}
