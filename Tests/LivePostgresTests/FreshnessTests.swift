import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// What the catalogue asks of a server.
@Suite struct FreshnessTests {
    private func url(_ role: String, _ databases: ScratchDatabases) -> String {
        databases.targetAdmin.replacing("//postgres@", with: "//\(role)@")
    }

    @Test(arguments: ["fr", "en"]) func aReaderMayAsk(_ language: String) throws {
        let trial = try ChangeTrial()
        trial.language = language
        let query = FreshnessQuery(try trial.plan())
        #expect(try freshness(query, on: trial.databases.target) == nil)
        try trial.run()
        let found = try #require(try freshness(query, on: url(trial.reader, trial.databases)))
        #expect(Set(found.map(\.table)) == ["societes", "rapports", "situation", "par_annee", "ensemble", "cotations"])
        // In the project's time zone, by PostgreSQL's own clock.
        let now = try trial.published("SELECT to_char(now() AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI')")[0][0] ?? ""
        let before =
            try trial.published("SELECT to_char((now() - interval '1 minute') AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI')")[0][0]
            ?? ""
        for table in found {
            #expect([before, now].contains(table.synchronizedAt) && [before, now].contains(table.dataAsOf ?? ""), "\(table)")
            #expect(table.restoredAt == nil)
        }
    }

    @Test func whoMayNotReadIsRefused() throws {
        let trial = try ChangeTrial()
        try trial.run()
        let outsider = "outsider_of_\(trial.databases.name)"
        try execute(trial.databases.targetAdmin, "CREATE ROLE \"\(outsider)\" LOGIN")
        let error = #expect(throws: RunError.self) {
            _ = try freshness(FreshnessQuery(try trial.plan()), on: url(outsider, trial.databases))
        }
        #expect(error?.exitCode == 69, "\(error?.description ?? "")")
    }
}
