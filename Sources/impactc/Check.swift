import ArgumentParser
import ImpactCompiler
import ImpactPlan
import ImpactRuntime

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Hold the models against the catalogs of the servers: what drifted, before a run meets it.",
        discussion: """
            Only the catalogs are read, never a row. The reader's role is enough, and so is any role of a database restored from a dump \
            of the next schema; then the reader's rights are checked if that server knows the role.

            Exit codes: 0 nothing that a run relies on has drifted; 64 usage; 65 the models have errors, or a server drifted; \
            69 a server cannot be reached or refuses; 75 try again later; 70 a defect.
            """)

    @Option(help: "The models: a file, or a folder of .dsl files.", completion: .file(extensions: ["dsl"]))
    var models = "models.dsl"

    @Option(help: "Production, a copy of it, or its next schema: a libpq URL. Default: IMPACT_SOURCE_URL.")
    var source: String?

    @Option(help: "What Metabase reads, as the role that publishes: a libpq URL. Default: IMPACT_TARGET_URL.")
    var target: String?

    @Option(help: "How it is told: text, json, or github (annotations of a workflow).")
    var format = MessageFormat.text

    @Flag(help: "Warnings are 65 too.")
    var strict = false

    func run() throws {
        try ending { () throws(Failure) in
            Memory.keepToItself()
            warnOfPasswords(in: [("--source", source, "IMPACT_SOURCE_URL"), ("--target", target, "IMPACT_TARGET_URL")])
            let servers = try servers()
            let project = try ProjectFiles(models: models)
            let script = try project.compiled().script
            var found: [Drift] = []
            if let source = servers.source { found += try asked { () throws(RunError) in try checkSource(script, source) } }
            if let target = servers.target { found += try asked { () throws(RunError) in try checkTarget(script, target) } }
            DriftReport(files: project.files).tell(found, as: format)
            try conclude(found)
        }
    }

    /// The options; the environment where there is none.
    private func servers() throws(Failure) -> (source: String?, target: String?) {
        if source != nil || target != nil { return (source, target) }
        let found = (Environment["IMPACT_SOURCE_URL"], Environment["IMPACT_TARGET_URL"])
        guard found.0 != nil || found.1 != nil else {
            throw Failure(.usage, "no server to check: give `--source` or `--target`, or set IMPACT_SOURCE_URL or IMPACT_TARGET_URL")
        }
        return found
    }

    private func asked(_ check: () throws(RunError) -> [Drift]) throws(Failure) -> [Drift] {
        do {
            return try check()
        } catch {
            throw Failure(ExitStatus(rawValue: error.exitCode) ?? .software, error.description)
        }
    }

    private func conclude(_ found: [Drift]) throws(Failure) {
        let numbers = Drift.Severity.allCases.map { severity in (severity, found.count { $0.severity == severity }) }
        let words = numbers.filter { $0.1 > 0 }.map { counted($0.1, $0.0.rawValue) }.joined(separator: ", ")
        let stopping: [Drift.Severity] = strict ? [.error, .warning] : [.error]
        if found.contains(where: { stopping.contains($0.severity) }) { throw Failure(.dataError, words) }
        Terminal.say(words.isEmpty ? "no drift" : "no drift that a run relies on; \(words)")
    }
}
