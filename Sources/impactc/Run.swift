import ArgumentParser
import ImpactPlan
import ImpactRuntime

struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Synchronize once: read the source in one snapshot, publish all or nothing.",
        discussion: """
            The key of the pseudonyms is read from IMPACT_PSEUDONYM_KEY (32 bytes at least) and from nowhere else. Where the models have \
            `spread:`, IMPACT_SERVER_URLS names the servers that share the rows, a line each.

            Exit codes: 0 published; 64 usage; 65 the models have errors, the generated files are stale, a server has \
            drifted from the models (see `impactc check`), published names would break (see `impactc diff`), or the data is not what they declare; 69 a server cannot be reached or refuses; 75 try again later; 70 a defect.
            """)

    @Option(help: "Where to read: a libpq URL, of a hot standby. Default: IMPACT_SOURCE_URL.")
    var source: String?

    @Option(help: "Where to publish: a libpq URL. Default: IMPACT_TARGET_URL.")
    var target: String?

    @Option(name: .customLong("as-of"), help: "The logical date, YYYY-MM-DD. Default: today in the project's time zone.")
    var asOf: String?

    @Flag(help: "Read from a server that is no standby.")
    var allowPrimary = false

    @Flag(help: "Let published names leave, and the like, that questions kept in Metabase rely on: see `impactc diff`.")
    var allowBreaking = false

    @Flag(help: "Read all rows, even of tables of which only what changed would do.")
    var full = false

    @Option(help: "How many processes of the source work on one statement. Default: as its own settings say.")
    var jobs: Int?

    @Option(help: "How often to begin anew, from a new snapshot, after what passes by itself; 0 for never.")
    var retries = RunRequest.usualRetries

    @Option(help: "How long one statement may take, and a server be silent: 90s, 30m, 2h.")
    var patience = Span(RunRequest.usualPatience)

    @Option(name: .customLong("max-lag"), help: "How far the standby may be behind its primary: 90s, 10m, 2h. Default: as far as it is.")
    var maxLag: Span?

    @Option(name: .customLong("log-format"), help: "How it is told: text, or json, an object a line.")
    var logFormat = LogFormat.text

    @Option(
        name: .customLong("metrics-file"),
        help: "Where to write how the run ended, for Prometheus' textfile collector: a file ending in .prom.")
    var metricsFile: String?

    @Option(help: "Run again and again, in this process: a round starts so long after the one before did, `10s`, `5m` or `1h`.")
    var every: Span?

    @OptionGroup var options: ModelOptions

    func run() throws {
        var metrics = metricsFile.map { MetricsFile(path: $0) }
        let log = logFormat == .json ? RunLog() : nil
        try ending(telling: { log?.tell($0) ?? Terminal.say("impactc: \($0.message)") }) { () throws(Failure) in
            do throws(Failure) {
                try run(&metrics, log)
            } catch {
                // The run's own end is what counts.
                try? metrics?.write(exitCode: error.status.rawValue)
                throw error
            }
            try metrics?.write(exitCode: 0)
        }
    }

    private func run(_ metrics: inout MetricsFile?, _ log: RunLog?) throws(Failure) {
        Memory.keepToItself()
        warnOfPasswords(in: [("--source", source, "IMPACT_SOURCE_URL"), ("--target", target, "IMPACT_TARGET_URL")])
        let source = try Environment.required(source, "--source", "IMPACT_SOURCE_URL")
        let target = try Environment.required(target, "--target", "IMPACT_TARGET_URL")
        let key = try Environment.required(nil, nil, "IMPACT_PSEUDONYM_KEY")
        let project = try ProjectFiles(models: options.models)
        let script = try reviewed(project)
        var request = RunRequest(
            source: source, target: target, asOf: try LogicalDate.resolve(asOf, timeZone: script.timeZone),
            pseudonymKey: Array(key.utf8), allowPrimary: allowPrimary,
            retries: retries, patience: patience.duration, maxLag: maxLag?.duration, allowBreaking: allowBreaking)
        request.isFull = full
        request.servers = Environment["IMPACT_SERVER_URLS"]?.split(whereSeparator: \.isNewline).map(String.init) ?? []
        request.jobs = jobs
        let drifts = DriftReport(files: project.files)
        guard let every else { return try synchronize(script, request, drifts, &metrics, log) }
        try again(every.duration, log) { (metrics: inout MetricsFile?) throws(Failure) in
            request.asOf = try LogicalDate.resolve(asOf, timeZone: script.timeZone)
            try synchronize(script, request, drifts, &metrics, log)
            // Once is what it takes.
            request.isFull = false
            request.isRound = true
        }
    }

    /// What was reviewed is what runs. The rest of what a compilation gives is forgotten, since the memory is for rows.
    private func reviewed(_ project: ProjectFiles) throws(Failure) -> RunScript {
        let output = try project.compiled()
        try GeneratedTree(folder: options.output).requireUpToDate(output.files)
        return output.script
    }

    /// Round after round, until a signal ends the process: what is under way then leaves nothing.
    private func again(
        _ every: Duration, _ log: RunLog?, _ round: (inout MetricsFile?) throws(Failure) -> Void
    ) throws(Failure) -> Never {
        var rounds = Rounds(every: every)
        while true {
            let started = ContinuousClock.now
            var metrics = metricsFile.map { MetricsFile(path: $0) }
            do throws(Failure) {
                try round(&metrics)
                try metrics?.write(exitCode: 0)
                rounds.succeeded()
            } catch {
                guard rounds.goesOn(after: error.status) else { throw error }
                try? metrics?.write(exitCode: error.status.rawValue)
                log?.tell(error) ?? Terminal.say("impactc: \(error.message)")
            }
            rounds.wait(since: started)
        }
    }

    private func synchronize(
        _ script: RunScript, _ request: RunRequest, _ drifts: DriftReport, _ metrics: inout MetricsFile?, _ log: RunLog?
    ) throws(Failure) {
        var report = RunReport(drifts)
        do {
            try ImpactRuntime.run(script, request) { event in
                metrics?.note(event)
                log?.tell(event) ?? report.tell(event)
            }
        } catch {
            report.finish()
            throw Failure(error)
        }
    }
}

enum LogFormat: String, CaseIterable, ExpressibleByArgument, Sendable { case text, json }
