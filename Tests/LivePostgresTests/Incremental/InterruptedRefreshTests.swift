import Foundation
import ImpactRuntime
import ImpactTestSupport
import Testing

/// A run that reads what changed, and comes to nothing at some moment: what was published stands, and so does what is remembered of it. The
/// next run reads what changed since then, and publishes what one would that reads all.
@Suite struct InterruptedRefreshTests {
    enum Moment: String, CaseIterable {
        /// What is remembered is asked for.
        case comparing
        /// A model is staged, and another is being read.
        case extracting
        case loading
        case publishing
        /// What the next run compares with is written.
        case remembering

        /// What a session of another's does, so that the run waits there.
        var gate: String {
            switch self {
            case .comparing: "LOCK TABLE impact_internal.stamped_block IN ACCESS EXCLUSIVE MODE"
            // No other table of that name is made until it is known whether this one is.
            case .extracting: "CREATE TABLE impact_internal.societes_affected ()"
            case .loading: "LOCK TABLE impact.societes IN EXCLUSIVE MODE"
            case .publishing: "LOCK TABLE impact.synchronisation IN EXCLUSIVE MODE"
            case .remembering: "LOCK TABLE impact_internal.published_state IN EXCLUSIVE MODE"
            }
        }

        static let reading: [Moment] = [.comparing, .extracting]
    }

    @Test(arguments: Moment.allCases) func killed(_ moment: Moment) throws {
        try interrupt(at: moment, status: 128 + SIGKILL) { _, process in kill(process, SIGKILL) }
    }

    @Test(arguments: Moment.allCases) func withoutTheTarget(_ moment: Moment) throws {
        try interrupt(at: moment, status: 75) { trial, _ in try trial.endSessions(trial.databases.targetAdmin, of: "impact") }
    }

    @Test(arguments: Moment.reading) func withoutTheSource(_ moment: Moment) throws {
        try interrupt(at: moment, status: 75) { trial, _ in try trial.endSessions(trial.databases.standby, of: trial.reader) }
    }

    private func interrupt(at moment: Moment, status: Int32, by strike: (RefreshTrial, Int32) throws -> Void) throws {
        let trial = try RefreshTrial()
        try trial.run()
        // Figures that hide few persons depend on those that were shown before.
        try trial.expectEqualToWhole("the first run")
        try trial.change(
            """
            UPDATE personne SET actif = NOT actif WHERE id = 70; UPDATE societe SET nom = 'Autre' WHERE id IN (7, 150);
            DELETE FROM document WHERE id = 30; INSERT INTO role VALUES (5000, 'gérant', 3, 4)
            """)
        let before = try trial.remembered()
        var gate: Connection? = try Connection.open(.target, trial.databases.targetAdmin)
        try gate?.execute("BEGIN; \(moment.gate)", during: Step("testing"))
        let command = try Command()
        defer { command.remove() }
        let process = try trial.start(command)
        try until { try trial.isWaiting() }
        try strike(trial, process.processIdentifier)
        gate = nil
        try until { !process.isRunning }
        #expect(process.status == status)
        try until { try trial.hasNoSession() }
        #expect(try trial.remembered() == before)
        try trial.run()
        // More than two ranges of each where another test's transaction leaves some in doubt; not read whole.
        for model in ["personnes", "societes"] { #expect(trial.ranges(model) != nil) }
        try trial.expectEqualToWhole("a run that ended while \(moment.rawValue)")
    }
}

extension RefreshTrial {
    /// The built command, on the same databases.
    fileprivate func start(_ command: Command) throws -> Process {
        try command.write(RefreshProject.models, to: "models.dsl")
        guard try command.run("build").status == 0 else { throw NeverReached() }
        return try command.start(
            ["run", "--retries", "0", "--as-of", request.asOf],
            [
                "IMPACT_SOURCE_URL": request.source, "IMPACT_TARGET_URL": request.target,
                "IMPACT_PSEUDONYM_KEY": String(decoding: request.pseudonymKey, as: UTF8.self),
            ], output: FileHandle.nullDevice, errors: FileHandle.nullDevice)
    }

    /// Every published row, and what is known of them, with the transactions that wrote them.
    fileprivate func remembered() throws -> [[String?]] {
        // What readers see of `genres` is a view.
        try
            (RefreshProject.published.filter { $0 != "genres" }.map { "impact.\($0)" }
            + ["refresh", "range", "stamped_block", "stamped_range", "published_state"].map { "impact_internal.\($0)" }).flatMap {
                try query(databases.targetAdmin, "SELECT xmin, t::text FROM \($0) AS t ORDER BY 2")
            }
    }

    fileprivate func isWaiting() throws -> Bool { try !sessions("wait_event_type = 'Lock'").isEmpty }

    fileprivate func hasNoSession() throws -> Bool { try sessions("true").isEmpty }

    private func sessions(_ condition: String) throws -> [[String?]] {
        try query(
            databases.targetAdmin,
            "SELECT pid FROM pg_stat_activity WHERE usename = 'impact' AND datname = current_database() AND \(condition)")
    }

    fileprivate func endSessions(_ url: String, of role: String) throws {
        _ = try query(
            url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '\(role)' AND datname = current_database()")
    }
}
