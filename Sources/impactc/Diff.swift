import ArgumentParser
import ImpactCompiler
import ImpactExplain
import ImpactPlan
import ImpactReview
import ImpactRuntime

extension ChangeReport.Format: ExpressibleByArgument {}

struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What the next run would do to the published tables, and what a change of the models means: in words.",
        discussion: """
            Only the target's catalog is read, and what earlier runs noted there; the SQL is told beside each change. With --base nothing is: the \
            models are compared with those of a revision of git, and what it means is said too: labels, rules and thresholds that move, and \
            whether that is looser or tighter for privacy; definitions, as they were and as they are; what is newly read of production. With --count \
            the run itself is made, up to the commit, and rolled back: it reads production and takes the run's lock, and shows numbers only.

            Exit codes: 0 nothing changes, or nothing that a question kept in Metabase relies on; 64 usage; 65 the models have errors, \
            something breaks (`run` then asks for --allow-breaking), or something is in the way; 69 the server cannot be reached or refuses; \
            75 try again later; 70 a defect.
            """)

    @Option(help: "The models: a file, or a folder of .dsl files.", completion: .file(extensions: ["dsl"]))
    var models = "models.dsl"

    @Option(help: "Where it is published: a libpq URL. Default: IMPACT_TARGET_URL.")
    var target: String?

    @Option(help: "Compare with the models of that revision of git instead.")
    var base: String?

    @Option(name: .customLong("as-of"), help: "The logical date, YYYY-MM-DD. Default: today in the project's time zone.")
    var asOf: String?

    @Option(help: "How it is told: text, json, or markdown, for a comment of a pull request.")
    var format = ChangeReport.Format.text

    @Flag(help: "Count the rows that would change, by a run that is rolled back. Reads IMPACT_PSEUDONYM_KEY; shows no row.")
    var count = false

    @Option(help: "With --count: where to read, a libpq URL. Default: IMPACT_SOURCE_URL.")
    var source: String?

    @Flag(help: "With --count: read from a server that is no standby.")
    var allowPrimary = false

    @Flag(help: "The SQL alone, in the order in which a run executes it.")
    var sql = false

    func run() throws {
        try ending { () throws(Failure) in
            if base != nil, sql || target != nil && !count {
                throw Failure(.usage, "`--base` reads no target but to `--count`: leave `--target` and `--sql` away")
            }
            if count { Memory.keepToItself() }
            let project = try ProjectFiles(models: models)
            let output = try project.compiled()
            let day = try LogicalDate.resolve(asOf, timeZone: output.script.timeZone)
            var report = try report(project, output, day)
            if count { report.rows = try counted(output.script, day) }
            sql ? report.tellSQL() : report.tell(as: format)
            try report.conclude()
        }
    }

    private func report(_ project: ProjectFiles, _ output: Compilation.Output, _ day: String) throws(Failure) -> ChangeReport {
        guard let base else { return ChangeReport(migration: try published(output.script, day), showsSQL: true) }
        return try compared(project, output, withRevision: base, day)
    }

    private func counted(_ script: RunScript, _ day: String) throws(Failure) -> [TableCount] {
        let source = try Environment.required(source, "--source", "IMPACT_SOURCE_URL")
        let target = try Environment.required(target, "--target", "IMPACT_TARGET_URL")
        let key = try Environment.required(nil, nil, "IMPACT_PSEUDONYM_KEY")
        warnOfPasswords(in: [("--source", self.source, "IMPACT_SOURCE_URL"), ("--target", self.target, "IMPACT_TARGET_URL")])
        let request = RunRequest(source: source, target: target, asOf: day, pseudonymKey: Array(key.utf8), allowPrimary: allowPrimary)
        return try reaching { () throws(RunError) in try rehearse(script, request) }
    }

    private func published(_ script: RunScript, _ day: String) throws(Failure) -> Migration {
        guard let target = target ?? Environment["IMPACT_TARGET_URL"] else {
            throw Failure(.usage, "no server to compare with: give `--target` or `--base`, or set IMPACT_TARGET_URL")
        }
        do {
            return try publishedChanges(script, target, asOf: day)
        } catch {
            throw Failure(error)
        }
    }

    private func compared(
        _ project: ProjectFiles, _ output: Compilation.Output, withRevision revision: String, _ day: String
    ) throws(Failure) -> ChangeReport {
        let checkout = try Revision(revision, of: models)
        defer { checkout.remove() }
        let base = try ProjectFiles(models: checkout.models)
        let former = try base.compiled(otherwise: "the models of `\(revision)` do not compile")
        let shape = PublishedShape(of: former.script, comparedWith: output.script)
        return ChangeReport(
            migration: migration(from: shape, to: output.script, on: day),
            review: review(from: ReviewedProject(base, former), to: ReviewedProject(project, output)), showsSQL: false)
    }
}

extension ReviewedProject {
    fileprivate init(_ project: ProjectFiles, _ output: Compilation.Output) {
        self.init(Explainer(output.cleared, output.plan, files: project.files, generated: output.files))
    }
}
