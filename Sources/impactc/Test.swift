import ArgumentParser
import ImpactCompiler
import ImpactRuntime
import ImpactTesting

struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the @test functions on a PostgreSQL server of their own.",
        discussion: """
            The tests run on the very SQL of the generated files, in a database that is dropped at the end. Nothing of production is \
            read: the messages show the values that the tests themselves write out.

            Exit codes: 0 all pass; 64 usage; 65 a test does not pass, the models have errors or the generated files are stale; \
            69 no server, or it refuses.
            """)

    @Option(help: "Only tests whose name or title holds this text.")
    var only: String?

    @Option(help: "What to write on standard output: text, junit or json.")
    var format = ReportFormat.text

    @Option(help: "A libpq URL of a server where a database may be created. Default: a throw-away server on this machine.")
    var server: String?

    @Option(help: "The tests: a file, or a folder of .dsl files. Default: tests.dsl beside the models, if it is there.")
    var tests: String?

    @OptionGroup var options: ModelOptions

    func run() throws {
        try ending { () throws(Failure) in
            let project = try ProjectFiles(models: options.models, tests: tests.map(ProjectFiles.Tests.at) ?? .beside)
            let output = try project.compiled(otherwise: "nothing is tested")
            // What was reviewed is what is tested.
            try GeneratedTree(folder: options.output).requireUpToDate(output.files)
            var suite = output.tests
            suite.tests = try selected(suite.tests)
            try test(suite, output, TestReport(format: format, files: project.files))
        }
    }

    private func selected(_ tests: [TestScript]) throws(Failure) -> [TestScript] {
        guard !tests.isEmpty else {
            throw Failure(
                .dataError, "there is no test: write `@test(\"…\", today: \"2026-06-15\") func …() { … }` in `tests.dsl` beside the models")
        }
        guard let only else { return tests }
        let found = tests.filter { $0.name == only }
        let near = tests.filter { [$0.name, $0.title].contains { $0.lowercased().contains(only.lowercased()) } }
        guard !near.isEmpty else { throw Failure(.usage, "no test has `\(only)` in its name or its title") }
        return found.isEmpty ? near : found
    }

    private func test(_ suite: TestSuite, _ output: Compilation.Output, _ report: TestReport) throws(Failure) {
        var report = report
        do throws(RunError) {
            if let server {
                try runTests(suite, output.tested, on: server) { report.tell($0) }
            } else {
                let own = try ThrowAwayServer.start()
                report.begin()
                try runTests(suite, output.tested, on: own.url) { report.tell($0) }
            }
        } catch {
            throw Failure(ExitStatus(rawValue: error.exitCode) ?? .software, error.description)
        }
        report.finish()
        if report.failed > 0 { throw Failure(.dataError, "\(report.failed) of \(suite.tests.count) tests failed") }
    }
}
