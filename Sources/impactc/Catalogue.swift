import ArgumentParser
import ImpactCatalogue
import ImpactCompiler
import ImpactPlan
import ImpactRuntime

struct Catalogue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "Write a site that says in plain words what is published: tables, metrics, columns, lineage, privacy.",
        discussion: """
            Plain files, to be opened from the folder or served as they are. Nothing is read from any server but, with --target, when each table was \
            published, which any role that reads the published tables may ask. Files of others in the folder are left alone.

            Exit codes: 0 written; 64 usage; 65 the models have errors, or nothing is published there; 69 the target cannot be reached or refuses; \
            73 a file cannot be written; 70 a defect.
            """)

    @Option(help: "The models: a file, or a folder of .dsl files.")
    var models = "models.dsl"

    @Option(help: "The folder of the site.")
    var output: String

    @Option(help: "The language of the site; descriptions stay in that of the models.")
    var lang = CatalogueLanguage.french

    @Option(help: "Say when each table was published, by what that server holds: a libpq URL. Default: IMPACT_TARGET_URL, if it is set.")
    var target: String?

    func run() throws {
        try ending { () throws(Failure) in
            let compiled = try ProjectFiles(models: models).compiled()
            let freshness = try freshness(compiled)
            do {
                try GeneratedTree(folder: output).add(try catalogue(compiled.cleared, compiled.plan, in: lang, freshness: freshness))
            } catch let failure as Failure {
                throw failure
            } catch {
                throw Failure(.software, "the catalogue's templates cannot be read: this is a defect")
            }
        }
    }
}

extension Catalogue {
    /// Nil where nobody said where to look.
    private func freshness(_ compiled: Compilation.Output) throws(Failure) -> [Freshness]? {
        guard let url = target ?? Environment["IMPACT_TARGET_URL"], !url.isEmpty else { return nil }
        warnOfPasswords(in: [("--target", target, "IMPACT_TARGET_URL")])
        let found = try reaching { () throws(RunError) in try ImpactRuntime.freshness(FreshnessQuery(compiled.plan), on: url) }
        guard let found else { throw Failure(.dataError, "nothing is published in `\(compiled.plan.settings.schema)` there") }
        return found
    }
}

extension CatalogueLanguage: ExpressibleByArgument {}
