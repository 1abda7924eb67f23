import ArgumentParser
import FoundationEssentials
import ImpactDiagnostics
import ImpactPlan
import ImpactRuntime
import ImpactScaffold

struct Scaffold: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scaffold",
        abstract: "Print source declarations of production's tables, each column with a sensitivity to confirm.",
        discussion: """
            Only the catalog is read, never a row. Tables that the models declare already are left out:

              impactc scaffold --source "$URL" users_user >> models.dsl

            `@proposed(.personal)` counts for nothing: where the proposal is right, write `@personal` instead.

            Exit codes: 0 printed; 64 usage; 65 the models cannot be read, or a table is not there; 69 the server cannot be reached or \
            refuses; 75 try again later; 70 a defect.
            """)

    @Argument(help: "The tables, with their schema where it is not public. Default: every table.")
    var tables: [String] = []

    @Option(help: "Production, or a copy of it: a libpq URL. Default: IMPACT_SOURCE_URL.")
    var source: String?

    @Option(help: "What is declared already: a file, or a folder of .dsl files.", completion: .file(extensions: ["dsl"]))
    var models = "models.dsl"

    func run() throws {
        try ending { () throws(Failure) in
            Memory.keepToItself()
            warnOfPasswords(in: [("--source", source, "IMPACT_SOURCE_URL")])
            let url = try Environment.required(source, "--source", "IMPACT_SOURCE_URL")
            let files = FileManager.default.fileExists(atPath: models) ? try ProjectFiles(models: models).files : []
            let wanted = tables.map { QualifiedName(declared: $0) }
            let catalog = try reaching { () throws(RunError) in try describeSource(url, tables: wanted) }
            try requireAll(wanted, in: catalog)
            Terminal.write(try text(catalog, wanted, files), to: 1)
        }
    }

    private func requireAll(_ wanted: [QualifiedName], in catalog: Catalog) throws(Failure) {
        guard let missing = wanted.first(where: { catalog.tables[$0] == nil }) else { return }
        let close = similarName(to: missing.description, among: catalog.names.map(\.description))
        throw Failure(.dataError, "production has no table `\(missing)`" + (close.map { "; `\($0)` is close" } ?? ""))
    }

    private func text(_ catalog: Catalog, _ wanted: [QualifiedName], _ files: [SourceFile]) throws(Failure) -> String {
        var diagnostics = Diagnostics()
        let text = scaffold(catalog, of: wanted, beside: files, reporting: &diagnostics)
        guard !diagnostics.hasErrors else {
            let renderer = DiagnosticRenderer(files: files, isColored: Terminal.isColored)
            for found in diagnostics.sorted { Terminal.say(renderer.render(found)) }
            throw Failure(.dataError, "what is declared already cannot be read; nothing is printed")
        }
        return text
    }
}
