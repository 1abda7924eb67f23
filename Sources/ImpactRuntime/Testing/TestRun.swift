import ImpactPlan
import ImpactTesting

/// Runs tests in a database of their own, on the very files of `generated/`, each in a transaction that is rolled back.
///
/// Both halves of a publication live in that one database: the SELECTs read what `given(…)` put into the declared tables, and
/// their rows go through staging and load into the published ones.
///
/// - Parameter report: told of each test once it is done.
/// - Throws: `RunError`, where no server or none of the set-up is to be had. A test that the server refuses has failed.
package func runTests(
    _ suite: TestSuite, _ script: RunScript, on url: String, report: (TestOutcome) -> Void
) throws(RunError) {
    let database = try ScratchDatabase.create(on: url)
    let bench = TestBench(connection: try database.connect(), script: script)
    try bench.prepare(suite)
    for test in suite.tests {
        guard !Interruption.isPending else { throw RunError(.tryAgain, on: .test, "the tests were interrupted") }
        let started = ContinuousClock.now
        let failures = try bench.failures(of: test)
        report(TestOutcome(test: test, failures: failures, seconds: started.secondsSince))
    }
}

/// A database with the tables of production and of Metabase's server, all of them empty between two tests.
struct TestBench: ~Copyable {
    let connection: Connection
    let script: RunScript

    /// No secret: pseudonyms of the tests are the same everywhere.
    private static let key = Array("the key of the tests is public".utf8)

    func prepare(_ suite: TestSuite) throws(RunError) {
        // The settings of the runner's two sessions; the collation and the time zone decide nothing else.
        try connection.execute(
            """
            SET search_path = pg_catalog, public; SET client_min_messages = error; SET jit = off;
            SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET statement_timeout = '60s'
            """, during: Step("setting up the session"))
        try connection.setParameters(PseudonymPads(key: Self.key), today: "2000-01-01")
        try connection.execute(suite.sourceTables, during: Step("creating the declared tables"))
        for view in suite.views { try execute(view, "creating the views") }
        try execute(script.schemaFile, "preparing the schemas")
        for model in script.models {
            try execute(model.staging, "preparing to stage `\(model.name)`")
            try execute(model.table, "creating `\(model.name)`")
            // Nothing is staged: what the load needs is made once, and not by each test anew.
            try execute(model.load, "publishing `\(model.name)`")
        }
        for metric in script.metrics {
            try execute(metric.table ?? metric.refresh, "creating `\(metric.name)`")
        }
    }

    func failures(of test: TestScript) throws(RunError) -> [TestFailure] {
        try connection.execute("BEGIN", during: Step("beginning a test"))
        let failures: [TestFailure]
        do throws(RunError) {
            try publish(test)
            var found: [TestFailure] = []
            for expectation in test.expectations {
                if let failure = try failure(of: expectation) { found.append(failure) }
            }
            failures = found
        } catch {
            // Without a code it is the connection that failed, and not the test.
            guard error.sqlState != nil else { throw error }
            failures = [TestFailure(test.range, error.message)]
        }
        try connection.execute("ROLLBACK", during: Step("ending a test"))
        return failures
    }

    private func publish(_ test: TestScript) throws(RunError) {
        _ = try connection.rows("SELECT set_config('impact.today', $1, true)", [test.today], during: Step("setting the day"))
        if !test.given.isEmpty { try connection.execute(test.given, during: Step("inserting the rows that are given")) }
        for model in script.models where test.models.contains(model.name) {
            let insertion = "INSERT INTO \(script.staging(model)) "
            try connection.execute(
                insertion + model.select.text, during: Step("selecting `\(model.name)`", model.select, offset: insertion.count))
            try execute(model.load, "publishing `\(model.name)`")
        }
        for metric in script.metrics where test.metrics.contains(metric.name) && metric.kind != .view {
            try execute(metric.refresh, "computing `\(metric.name)`")
        }
        try connection.execute("SET CONSTRAINTS ALL IMMEDIATE", during: Step("checking the keys between the tables"))
    }

    private func failure(of expectation: TestExpectation) throws(RunError) -> TestFailure? {
        let step = Step("comparing `\(expectation.table)`")
        switch expectation.kind {
        case .row: return expectation.failure(nearest: try connection.rows(expectation.query, during: step).first)
        case .count:
            let count = try connection.value(expectation.query, during: step).flatMap { Int($0) } ?? 0
            return expectation.failure(count: count, rows: try connection.rows(expectation.sample.query, during: step))
        case .stopped:
            let check = script.models.first { $0.name == expectation.table }?.check
            let findings = try check.map { check throws(RunError) in try connection.findings(of: check, during: step) } ?? []
            return findings.contains { $0.severity != .warning }
                ? nil : TestFailure(expectation.range, "no `@check` stops `\(expectation.table)`")
        }
    }

    private func execute(_ file: ScriptFile, _ doing: String) throws(RunError) {
        try connection.execute(file.text, during: Step(doing, file))
    }
}
