import ImpactRuntime
import ImpactTestSupport
import Testing

/// Production changes at random between runs, and one transaction stays open across some of them: what is published
/// stays, byte by byte, what a run publishes that reads all.
@Suite struct RefreshEqualityTests {
    private static let rounds = 10
    private static let mutations = 120

    @Test(arguments: [(1, .stamps), (2, .stamps), (3, .digests)] as [(UInt64, RefreshTrial.Way)])
    func incrementalIsWhole(_ seed: UInt64, _ way: RefreshTrial.Way) throws {
        let trial = try RefreshTrial(by: way)
        for id in [Mutations.beyond, Mutations.prepared] {
            try trial.change(
                "INSERT INTO societe VALUES (\(id), 'Tardive', 1, NULL); INSERT INTO rapport VALUES (\(id), 2024, NULL, \(id))")
        }
        try trial.run()
        // Numbers that differ in their last zeros only are not written again: both have to see the same ones first.
        try trial.expectEqualToWhole("the first run")
        var mutations = Mutations(seed: seed)
        var incremental = 0
        for round in 1...Self.rounds {
            let late = try Connection.open(.source, trial.databases.primary)
            try late.execute("BEGIN; \(changes(round, of: Mutations.beyond))", during: Step("testing"))
            let name = "\(trial.databases.name)_\(round)"
            try trial.change("BEGIN; \(changes(round, of: Mutations.prepared)); PREPARE TRANSACTION '\(name)'")
            try trial.change(mutations.transactions(Self.mutations / 2))
            try trial.run()
            try trial.expectEqualToWhole("round \(round) of \(seed), before its late commits")
            try trial.change(mutations.transactions(Self.mutations / 2))
            try late.execute(round % 4 == 0 ? "ROLLBACK" : "COMMIT", during: Step("testing"))
            try trial.change("\(round % 3 == 0 ? "ROLLBACK" : "COMMIT") PREPARED '\(name)'")
            try trial.run()
            try trial.expectEqualToWhole("round \(round) of \(seed)")
            // Neither is a change.
            try trial.change(["VACUUM (FREEZE)", "VACUUM (FULL)", "CLUSTER role USING role_pkey", "ANALYZE"][round % 4])
            incremental += trial.rangesRead
        }
        // Otherwise it would be comparing whole runs with whole runs.
        #expect(incremental > Self.rounds)
    }

    /// Of a transaction that commits long after others that began later, on rows of its own.
    private func changes(_ round: Int, of first: Int) -> String {
        let id = first + round
        return """
            UPDATE societe SET nom = 'Tardive \(round)' WHERE id = \(first);
            INSERT INTO document VALUES (\(id), \(round), \(first));
            DELETE FROM document WHERE id = \(id - 2);
            INSERT INTO personne VALUES (\(id), true);
            INSERT INTO role VALUES (\(id), 'gérant', \(id), \(first))
            """
    }
}
