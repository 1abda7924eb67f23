import Foundation
import ImpactTestSupport

/// What became of a fault, as far as its servers and its scheduler can see.
struct Observation: Sendable {
    /// How the command ended: its exit code, or 128 and the signal.
    var status: Int32 = 0
    var told = ""
    /// Whether readers see the rows of the run.
    var isPublished = false
    /// Sessions of the command on either server, some seconds after its end.
    var sessions: [String] = []
    /// The status of the next run, and whether it published what the first one did not.
    var next: Int32 = 0
    var isNextPublished = false
    /// Whether the next run read what changed alone, of a table or more.
    var isNextOfChanges = false
    /// Published tables, then and after one more run, that are not what runs publish that read all.
    var differences: [String] = []
    /// What is left in the internal schema then.
    var leftovers: [[String?]] = []
    /// Publications that the ledger has of the two runs.
    var ledgerRows = 0

    /// Attempts of the command, the last one included.
    var attempts: Int { told.components(separatedBy: "\nagain in ").count }
}

extension Fault.Case {
    /// Publishes, lets the fault happen to the next run, and publishes again.
    func observe(in scene: Scene) throws -> Observation {
        var seen = Observation()
        guard try scene.start().end().status == 0 else { throw NeverReached() }
        // Small figures depend on those before: the run that reads all has to see each state, too.
        seen.differences = try scene.differencesFromWhole()
        try scene.change()
        let before = try scene.published()
        try strike(scene, &seen)
        seen.isPublished = try scene.published() != before
        seen.ledgerRows = -(try scene.ledgerRows())
        try fault.repair(scene)
        let (next, told) = try scene.start().end()
        seen.next = next
        if next != 0 { seen.told += told }
        seen.isNextOfChanges = told.contains("ranges changed")
        seen.isNextPublished = try scene.published() != before
        seen.leftovers = try scene.leftovers()
        seen.ledgerRows += try scene.ledgerRows()
        if reading == .changes { seen.differences += try differencesLater(scene) }
        return seen
    }

    /// What was forgotten, or is remembered and was never published, shows when more changes.
    private func differencesLater(_ scene: Scene) throws -> [String] {
        let now = try scene.differencesFromWhole()
        try scene.change()
        let (status, told) = try scene.start().end()
        return try now + (status == 0 ? [] : [told]) + scene.differencesFromWhole()
    }

    private func strike(_ scene: Scene, _ seen: inout Observation) throws {
        try fault.prepare(scene)
        let gate = try Gate(moment, of: scene)
        if fault.isProxied { try scene.setProxy(before: fault.proxied, breaking: fault.doom) }
        let running = try scene.start(fault.options, from: gate.source)
        try gate.wait(for: running)
        try fault.strike(scene, running.processID)
        if fault.isLetGo { try gate.open() }
        (seen.status, seen.told) = try running.end()
        scene.removeProxy()
        try? until { (try? scene.activity()) == [] }
        seen.sessions = try scene.activity()
        try gate.open()
    }
}
