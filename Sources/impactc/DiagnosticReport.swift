import ArgumentParser
import FoundationEssentials
import ImpactDiagnostics

/// How messages are told: for a person, a program, or a forge that shows them beside the lines of a change.
enum MessageFormat: String, CaseIterable, ExpressibleByArgument, Sendable { case text, json, github }

/// Messages as a person, a program or a forge reads them: for a person on standard error, else on standard output.
struct DiagnosticReport {
    let files: [SourceFile]

    func tell(_ diagnostics: [Diagnostic], as format: MessageFormat) {
        switch format {
        case .text:
            let renderer = DiagnosticRenderer(files: files, isColored: Terminal.isColored)
            for diagnostic in diagnostics { Terminal.say(renderer.render(diagnostic)) }
        case .json: Terminal.write(json(diagnostics), to: 1)
        case .github: for diagnostic in diagnostics { Terminal.write(annotation(diagnostic), to: 1) }
        }
    }

    // MARK: - JSON

    private struct Entry: Encodable {
        let severity, code, file: String
        let line, column: Int
        let message: String
        let notes: [String]
        let help: String?
    }

    private func json(_ diagnostics: [Diagnostic]) -> String {
        let entries = diagnostics.map { found in
            let (file, position) = place(found)
            return Entry(
                severity: found.severity.rawValue, code: found.code, file: file, line: position.line, column: position.column,
                message: found.message, notes: found.notes, help: found.help)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts and numbers: nothing in it that the encoder could refuse.
        return String(decoding: (try? encoder.encode(entries)) ?? Data(), as: UTF8.self) + "\n"
    }

    // MARK: - GitHub

    /// `::error file=models.dsl,line=23,col=5,title=unknown-name::…`, which a pull request shows beside the line.
    private func annotation(_ found: Diagnostic) -> String {
        let (file, position) = place(found)
        let level = [.error: "error", .warning: "warning"][found.severity] ?? "notice"
        let text = ([found.message] + found.notes + (found.help.map { ["help: " + $0] } ?? [])).joined(separator: "\n")
        let properties = "file=\(escapedProperty(file)),line=\(position.line),col=\(position.column),title=\(found.code)"
        return "::\(level) \(properties)::\(escaped(text))\n"
    }

    private func escaped(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private func escapedProperty(_ text: String) -> String {
        escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }

    private func place(_ found: Diagnostic) -> (file: String, position: (line: Int, column: Int)) {
        let file = files[found.range.file]
        return (file.path, file.position(of: found.range.start))
    }
}
