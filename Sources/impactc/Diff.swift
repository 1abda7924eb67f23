import ArgumentParser
import ImpactPlan
import ImpactRuntime

extension ChangeReport.Format: ExpressibleByArgument {}

struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What the next run would do to the published tables: in words, with the SQL beside each.",
        discussion: """
            Only the target's catalog is read, and what earlier runs noted there. With --base nothing is: the models are compared with those \
            of a revision of git.

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

    @Option(help: "How it is told: text or json.")
    var format = ChangeReport.Format.text

    @Flag(help: "The SQL alone, in the order in which a run executes it.")
    var sql = false

    func run() throws {
        try ending { () throws(Failure) in
            if base != nil, target != nil || sql { throw Failure(.usage, "`--base` reads no target: leave `--target` and `--sql` away") }
            let script = try ProjectFiles(models: models).compiled().script
            let day = try LogicalDate.resolve(asOf, timeZone: script.timeZone)
            let migration = try migration(script, day)
            let report = ChangeReport(migration: migration, showsSQL: base == nil)
            sql ? report.tellSQL() : report.tell(as: format)
            try report.conclude()
        }
    }

    private func migration(_ script: RunScript, _ day: String) throws(Failure) -> Migration {
        guard let base else { return try published(script, day) }
        return try compared(script, withRevision: base, day)
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

    private func compared(_ script: RunScript, withRevision revision: String, _ day: String) throws(Failure) -> Migration {
        let checkout = try Revision(revision, of: models)
        defer { checkout.remove() }
        let base = try ProjectFiles(models: checkout.models).compiled(otherwise: "the models of `\(revision)` do not compile").script
        return ImpactPlan.migration(from: PublishedShape(of: base, comparedWith: script), to: script, on: day)
    }
}
