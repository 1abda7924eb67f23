import ArgumentParser
import ImpactRuntime

struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say how the last runs ended and how old the published data is, for people and for monitoring.",
        discussion: """
            Only the ledger is read: neither the models nor the key are needed.

            Exit codes: 0 the last run that ended was published or rolled back, and the data is no older than --max-age; 64 usage; 65 the data \
            is older, the last run failed or was interrupted, or nothing is published; 69 the target cannot be reached or refuses; 70 a defect.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument, Sendable { case text, json }

    @Option(help: "Where it is published: a libpq URL. Default: IMPACT_TARGET_URL.")
    var target: String?

    @Option(help: "The schema that readers see.")
    var schema = "impact"

    @Option(name: .customLong("max-age"), help: "How old the data may be: 90m, 26h. Default: any age.")
    var maxAge: Span?

    @Option(help: "How many runs to tell of.")
    var last = 5

    @Option(help: "How it is told: text or json.")
    var format = Format.text

    func run() throws {
        try ending { () throws(Failure) in
            guard (1...1000).contains(last) else { throw Failure(.usage, "`--last` takes a number from 1 to 1000") }
            let target = try Environment.required(target, "--target", "IMPACT_TARGET_URL")
            let status = try reaching { () throws(RunError) in try ImpactRuntime.status(of: schema, on: target, last: last) }
            let trouble = status.trouble(maxAge: maxAge, of: schema)
            let report = StatusReport(status: status, trouble: trouble)
            Terminal.write(format == .json ? report.json : report.text, to: 1)
            if let trouble { throw Failure(.dataError, trouble) }
        }
    }
}

extension LedgerStatus {
    /// Why somebody should look, if somebody should.
    func trouble(maxAge: Span?, of schema: String) -> String? {
        guard let age else { return "nothing is published in `\(schema)`: another schema is said with `--schema`" }
        if let last, last.isFailed {
            return last.exitCode.map { "the last run failed with \($0)" } ?? "the last run was interrupted"
        }
        guard let maxAge, age > Double(maxAge.duration.components.seconds) else { return nil }
        return "the data is \(Ages.words(age)) old, and \(maxAge) are allowed"
    }
}
