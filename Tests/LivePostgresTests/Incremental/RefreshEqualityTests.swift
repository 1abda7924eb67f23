import ImpactRuntime
import ImpactTestSupport
import Testing

/// Production changes at random between runs, and one transaction stays open across some of them: what is published
/// stays, byte by byte, what a run publishes that reads all.
@Suite struct RefreshEqualityTests {
    private static let rounds = 10
    private static let mutations = 120

    @Test(arguments: [1, 2] as [UInt64])
    func incrementalIsWhole(_ seed: UInt64) throws {
        let trial = try RefreshTrial()
        try trial.change(
            "INSERT INTO societe VALUES (\(Mutations.beyond), 'Tardive', 1, NULL); INSERT INTO rapport VALUES (\(Mutations.beyond), 2024, NULL, \(Mutations.beyond))"
        )
        try trial.run()
        // Numbers that differ in their last zeros only are not written again: both have to see the same ones first.
        try trial.expectEqualToWhole("the first run")
        var mutations = Mutations(seed: seed)
        var incremental = 0
        for round in 1...Self.rounds {
            let late = try Connection.open(.source, trial.databases.primary)
            try late.execute("BEGIN; \(lateChanges(round))", during: Step("testing"))
            let changes = (0..<Self.mutations / 2).map { _ in mutations.next() }
            try trial.change(changes.joined(separator: ";\n"))
            try trial.run()
            try trial.expectEqualToWhole("round \(round) of \(seed), before its late commit")
            try trial.change((Self.mutations / 2..<Self.mutations).map { _ in mutations.next() }.joined(separator: ";\n"))
            try late.execute(round % 4 == 0 ? "ROLLBACK" : "COMMIT", during: Step("testing"))
            try trial.databases.servers.waitForStandby()
            try trial.run()
            try trial.expectEqualToWhole("round \(round) of \(seed)")
            incremental += trial.rangesRead
        }
        // Otherwise it would be comparing whole runs with whole runs.
        #expect(incremental > Self.rounds)
    }

    private func lateChanges(_ round: Int) -> String {
        let id = Mutations.beyond + round
        return """
            UPDATE societe SET nom = 'Tardive \(round)' WHERE id = \(Mutations.beyond);
            INSERT INTO document VALUES (\(id), \(round), \(Mutations.beyond));
            DELETE FROM document WHERE id = \(id - 2);
            INSERT INTO personne VALUES (\(id), true);
            INSERT INTO role VALUES (\(id), 'gérant', \(id), \(Mutations.beyond))
            """
    }
}
