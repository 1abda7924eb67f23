import ImpactPlan
import ImpactTestSupport
import Testing

/// What Metabase is told of how to show the published tables: once, and again when it is another.
@Suite struct DescribingTests {
    private func rows(_ trial: Trial) throws -> [[String?]] {
        try trial.published("SELECT xmin, keypath, value FROM impact._metabase_metadata ORDER BY keypath")
    }

    @Test func isWrittenOnce() throws {
        let trial = try Trial()
        try trial.run()
        let first = try rows(trial)
        #expect(first.map { Array($0.dropFirst()) } == [["companies.display_name", "Companies"]])
        try trial.run()
        #expect(try rows(trial) == first)
    }

    @Test func isWrittenAgainWhereItIsAnother() throws {
        let trial = try Trial()
        try trial.run()
        trial.script.metadata.text = trial.script.metadata.text.replacing("'Companies'", with: "'Entreprises'")
        try trial.run()
        #expect(try rows(trial).map { $0[2] } == ["Entreprises"])
    }

    @Test func isMadeAgainWhereItIsGone() throws {
        let trial = try Trial()
        try trial.run()
        try execute(trial.databases.target, "DROP TABLE impact._metabase_metadata")
        try trial.run()
        #expect(try rows(trial).count == 1)
    }
}
