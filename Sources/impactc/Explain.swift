import ArgumentParser
import FoundationEssentials
import ImpactCompiler
import ImpactExplain

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say of a name where it comes from, through which rule, with which label and SQL, and who uses it.",
        discussion: """
              impactc explain utilisateur.connecte_le    a column of a model
              impactc explain inscriptions               a metric, or a model
              impactc explain users_user.email           a column of production, by either name

            Exit codes: 0 said; 64 usage; 65 the models have errors, or nothing has that name.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(
        help: "A model, a metric or a source, or a column of one: table.column.", completion: .custom { _, _, _ in Self.names })
    var name: String

    @Option(help: "The models: a file, or a folder of .dsl files.", completion: .file(extensions: ["dsl"]))
    var models = "models.dsl"

    @Option(help: "How it is told: text or json.")
    var format = Format.text

    func run() throws {
        try ending { () throws(Failure) in
            let project = try ProjectFiles(models: models)
            let output = try project.compiled(otherwise: "nothing is explained")
            let explainer = Explainer(output.cleared, output.plan, files: project.files, generated: output.files)
            let alike = explainer.alike(name)
            // A column that only one table has is meant.
            let only = alike.count == 1 && alike[0].hasSuffix(".\(name)") ? explainer.explain(alike[0]) : nil
            guard let found = explainer.explain(name) ?? only else { throw unknown(alike) }
            Terminal.write(format == .text ? found.text : json(found), to: 1)
        }
    }

    /// What `models.dsl` declares, for the shell; nothing where it has errors.
    private static var names: [String] {
        guard let project = try? ProjectFiles(models: "models.dsl"), let output = project.compile().output else { return [] }
        return Explainer(output.cleared, output.plan, files: project.files, generated: output.files).names
    }

    private func unknown(_ alike: [String]) -> Failure {
        let ways = alike.isEmpty ? "" : "; there \(alike.count == 1 ? "is" : "are") " + alike.map { "`\($0)`" }.joined(separator: ", ")
        return Failure(.dataError, "nothing is named `\(name)`\(ways)")
    }

    private func json(_ found: Explanation) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts and lists of texts: nothing in it that the encoder could refuse.
        return String(decoding: (try? encoder.encode(found)) ?? Data(), as: UTF8.self) + "\n"
    }
}
