import Dispatch
import ImpactPlan
import ImpactRuntime
import ImpactTestSupport
import Testing

/// Whatever goes wrong, what was published stays.
@Suite struct FaultTests {
    @Test func duplicateKeyOfPublishedRows() throws {
        let trial = try Trial()
        try trial.run()
        trial.script.models[1].select.text = trial.script.models[1].select.text.replacing(
            "FROM report AS r", with: "FROM (SELECT * FROM report UNION ALL SELECT 10, 2, 1, NULL) AS r")
        trial.script.models[1].load.text = "INSERT INTO impact.reports SELECT * FROM impact_internal.reports;\n"
        let error = try trial.refusalThatLeavesAllUntouched()
        #expect(error.exitCode == 65)
        #expect(
            error.message == """
                target, publishing `reports` (generated/metabase/load/reports.sql): two rows have the same key \
                (SQLSTATE 23505); table `impact.reports`, constraint `reports_pkey`
                """)
    }

    @Test func rowThatRefersToNothing() throws {
        let trial = try Trial()
        try trial.run()
        try trial.databases.changeSource("INSERT INTO report VALUES (13, 99, NULL, NULL)")
        let error = try trial.refusalThatLeavesAllUntouched()
        #expect(error.exitCode == 65)
        #expect(
            error.message == """
                target, checking the keys between the tables: a row refers to one that is not published \
                (SQLSTATE 23503); table `impact.reports`, constraint `reports_company_fkey`
                """)
    }

    @Test func targetSessionEndedDuringALongSelect() throws {
        let trial = try Trial()
        try trial.run()
        trial.readSlowly()
        let ended = endCopy(on: trial.databases.targetAdmin)
        let clock = ContinuousClock.now
        let error = try trial.refusalThatLeavesAllUntouched()
        #expect(ended.wait(timeout: .now() + 20) == .success)
        #expect(error.sqlState == "57P01")
        #expect(error.exitCode == 75)
        #expect(error.server == .target)
        #expect(clock.duration(to: .now) < .seconds(15), "the SELECT sleeps for 20 s and need not be waited for")
    }

    @Test func sourceSessionEndedDuringALongSelect() throws {
        let trial = try Trial()
        try trial.run()
        trial.readSlowly()
        let ended = endCopy(on: trial.databases.standby)
        let error = try trial.refusalThatLeavesAllUntouched()
        #expect(ended.wait(timeout: .now() + 20) == .success)
        #expect(error.sqlState == "57P01")
        #expect(error.exitCode == 75)
        #expect(error.server == .source)
    }

    @Test func sourceTimeout() throws {
        let trial = try Trial()
        try trial.run()
        trial.readSlowly()
        trial.request.source += "?options=-c%20statement_timeout%3D500"
        let error = try trial.refusalThatLeavesAllUntouched()
        #expect(error.sqlState == "57014")
        #expect(error.exitCode == 75)
    }

    @Test func readOnlyTarget() throws {
        let trial = try Trial()
        trial.request.target += "?options=-c%20default_transaction_read_only%3Don"
        let error = try trial.refusal()
        #expect(error.sqlState == "25006")
        #expect(error.exitCode == 69)
    }

    @Test func roleThatOwnsNothing() throws {
        let trial = try Trial()
        try execute(trial.databases.targetAdmin, "REVOKE CREATE ON DATABASE \(trial.databases.name) FROM impact")
        let error = try trial.refusal()
        #expect(error.exitCode == 65)
        #expect(error.message.hasPrefix("target: `impact` may not make `impact`, `impact_internal`, which are not there yet"))
    }
}
