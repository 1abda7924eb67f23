import Foundation
import ImpactTestSupport
import Testing

/// Whatever goes wrong, and whenever: nothing personal, nothing secret and nothing of the key is anywhere but in
/// production, what was published stays as it was, and the next run passes.
@Suite struct CanaryTests {
    private static let servers = Result { try ScratchServers.talkative(named: "faults") }

    @Test(arguments: Fault.cases) func nothingGetsOut(_ fault: Fault.Case) throws {
        try fault.expectNothingGetsOut(of: Scene(on: Self.servers.get()))
    }

    @Test(
        .enabled(if: SmallDisk.isPermitted, "no file system can be mounted here, so that no target ran out of disk: run as root"),
        arguments: Fault.fullDisk.at(.extracting, .loading))
    func nothingGetsOutOfAFullDisk(_ fault: Fault.Case) throws {
        let scene = try Scene(on: Self.servers.get())
        let disk = try SmallDisk(for: scene)
        defer { disk.remove() }
        try fault.expectNothingGetsOut(of: scene)
    }

    /// The rows on their way, too, which only the run itself can see.
    @Test(arguments: [Moment.extracting, .loading, .publishing]) func nothingIsOnTheDiskMeanwhile(_ moment: Moment) throws {
        let scene = try Scene(on: Self.servers.get())
        try scene.publish()
        try scene.databases.changeSource("UPDATE comptes SET role = 'auteur'")
        let gate = try Gate(moment, of: scene)
        let running = try scene.start()
        try gate.wait(for: running)
        try scene.flushUnlogged()
        #expect(try scene.findings() == [])
        try gate.open()
        let (status, told) = try running.end()
        #expect(status == 0, "\(told)")
        #expect(try scene.statements().count > 20)
    }

    /// The control: a search that finds nothing where there is something would make all of the above true.
    @Test func whatIsThereIsFound() throws {
        let scene = try Scene(on: Self.servers.get())
        let (mark, target) = (scene.canary.mark, scene.databases.target)
        #expect(try scene.findings() == [])
        try execute(scene.databases.targetAdmin, "CREATE SCHEMA impact_internal AUTHORIZATION impact")
        // In two parts, so that no statement has it: first the table and the write-ahead log, and nothing else.
        try execute(target, "CREATE TABLE impact_internal.staged AS SELECT '\(mark.prefix(7))' || '\(mark.dropFirst(7))' AS nom")
        let stored = try scene.findings()
        #expect(stored.contains { $0.contains("/base/") } && stored.contains { $0.contains("/pg_wal/") })
        #expect(!stored.contains { !$0.contains("/base/") && !$0.contains("/pg_wal/") })
        try execute(target, "DO $$ BEGIN RAISE WARNING '%', (SELECT nom FROM impact_internal.staged); END $$")
        #expect(try scene.findings().contains { $0.hasSuffix("/target.log") })
        #expect(try scene.findings(mark).contains("output"))
        try execute(target, "COMMENT ON TABLE impact_internal.staged IS '\(mark)'")
        #expect(try scene.findings().contains("pg_stat_statements"))
    }

    @Test func theKeyIsFoundInTheSourcesLog() throws {
        let scene = try Scene(on: Self.servers.get())
        for form in scene.canary.keyForms {
            #expect(try scene.filesOfTheSource(with: [form]) == [])
            _ = try query(scene.databases.standby, "SELECT length($tag$\(form)$tag$)")
            #expect(try scene.filesOfTheSource(with: [form]).map { $0.hasSuffix("/standby.log") } == [true])
        }
        #expect(try scene.findings().map { $0.hasSuffix("/standby.log") } == [true])
    }
}
