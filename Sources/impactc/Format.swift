import ArgumentParser
import FoundationEssentials
import ImpactDiagnostics
import ImpactSyntax

struct Format: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Lay the models out in the one layout of the language.",
        discussion: """
            Line ends stay where they are; indentation, spaces and blank lines follow from the syntax. What the models mean does not change.

            Exit codes: 0 laid out; 64 usage; 65 a file is not in the grammar, or with --check is laid out otherwise; 73 a file cannot be written.
            """)

    @Argument(help: "Files, or folders of .dsl files. Default: models.dsl.", completion: .file(extensions: ["dsl"]))
    var paths: [String] = ["models.dsl"]

    @Flag(help: "Write nothing; fail with 65 and the names of the files that would change.")
    var check = false

    func run() throws {
        try ending { () throws(Failure) in
            var files: [SourceFile] = []
            for path in paths { files += try ProjectFiles(models: path).files }
            var changed: [String] = []
            for file in files {
                let text = try laidOut(file)
                if text.utf8.elementsEqual(file.text.utf8) { continue }
                changed.append(file.path)
                if !check { try write(text, to: file.path) }
            }
            try conclude(changed)
        }
    }

    private func laidOut(_ file: SourceFile) throws(Failure) -> String {
        if let text = formatted(file) { return text }
        var diagnostics = Diagnostics()
        _ = ImpactSyntax.parse([file], reporting: &diagnostics)
        let renderer = DiagnosticRenderer(files: [file], isColored: Terminal.isColored)
        for found in diagnostics.sorted { Terminal.say(renderer.render(found)) }
        throw Failure(.dataError, "`\(file.path)` is not in the grammar: it stays as it is")
    }

    private func write(_ text: String, to path: String) throws(Failure) {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Failure(.cannotWrite, "`\(path)` cannot be written")
        }
        Terminal.say("\(path) is laid out")
    }

    private func conclude(_ changed: [String]) throws(Failure) {
        guard check, !changed.isEmpty else { return }
        throw Failure(.dataError, "laid out otherwise: \(changed.joined(separator: ", ")); `impactc fmt` lays out")
    }
}
