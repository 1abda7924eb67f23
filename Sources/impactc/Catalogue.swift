import ArgumentParser
import ImpactCatalogue

struct Catalogue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "Write a site that says in plain words what is published: tables, metrics, columns, lineage, privacy.",
        discussion: """
            Plain files, to be opened from the folder or served as they are; nothing is read from any server. Files of others in the folder are left alone.

            Exit codes: 0 written; 64 usage; 65 the models have errors; 73 a file cannot be written; 70 a defect.
            """)

    @Option(help: "The models: a file, or a folder of .dsl files.")
    var models = "models.dsl"

    @Option(help: "The folder of the site.")
    var output: String

    @Option(help: "The language of the site; descriptions stay in that of the models.")
    var lang = CatalogueLanguage.french

    func run() throws {
        try ending { () throws(Failure) in
            let compiled = try ProjectFiles(models: models).compiled()
            do {
                try GeneratedTree(folder: output).add(try catalogue(compiled.cleared, compiled.plan, in: lang))
            } catch let failure as Failure {
                throw failure
            } catch {
                throw Failure(.software, "the catalogue's templates cannot be read: this is a defect")
            }
        }
    }
}

extension CatalogueLanguage: ExpressibleByArgument {}
