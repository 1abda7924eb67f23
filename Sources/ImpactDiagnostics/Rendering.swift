/// Diagnostics as text for a terminal or a log.
///
///     models.dsl:35:7: error[unknown-name]: `emial` is neither a column of `Utilisateur` nor a private column
///        |
///     35 |   let domaine = emial
///        |                 ^^^^^
///        = help: `email` is close
package struct DiagnosticRenderer {
    private let files: [SourceFile]
    private let isColored: Bool

    package init(files: [SourceFile], isColored: Bool = false) {
        self.files = files
        self.isColored = isColored
    }

    package func render(_ diagnostic: Diagnostic) -> String {
        let file = files[diagnostic.range.file]
        let position = file.position(of: diagnostic.range.start)
        let tint: Style = [.error: .red, .warning: .yellow][diagnostic.severity] ?? .blue
        let severity = paint("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", tint)
        let place = paint("\(file.path):\(position.line):\(position.column):", .bold)
        var lines = ["\(place) \(severity): \(paint(diagnostic.message, .bold))"]
        lines += excerpt(of: diagnostic)
        let gutter = String(repeating: " ", count: gutterWidth(of: diagnostic))
        lines += diagnostic.notes.map { "\(gutter) = note: \($0)" }
        if let help = diagnostic.help { lines.append("\(gutter) = help: \(help)") }
        return lines.joined(separator: "\n") + "\n"
    }

    private struct Mark {
        let line: Int
        let column: Int
        let length: Int
        let text: String
        let isMain: Bool
    }

    private func marks(of diagnostic: Diagnostic) -> [Mark] {
        let main = mark(diagnostic.range, diagnostic.caption, isMain: true)
        // A label in another file cannot share the excerpt; its text still names the declaration.
        let others = diagnostic.labels.filter { $0.range.file == diagnostic.range.file }
            .map { mark($0.range, $0.text, isMain: false) }
        return ([main] + others).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }

    private func mark(_ range: TextRange, _ text: String, isMain: Bool) -> Mark {
        let file = files[range.file]
        let start = file.position(of: range.start)
        let end = file.position(of: range.end)
        let lineEnd = file.line(start.line).count + 1
        let last = end.line == start.line ? end.column : lineEnd
        return Mark(
            line: start.line, column: start.column, length: max(1, last - start.column), text: text, isMain: isMain)
    }

    private func gutterWidth(of diagnostic: Diagnostic) -> Int {
        String(marks(of: diagnostic).map(\.line).max() ?? 1).count
    }

    private func excerpt(of diagnostic: Diagnostic) -> [String] {
        let file = files[diagnostic.range.file]
        let width = gutterWidth(of: diagnostic)
        let blank = String(repeating: " ", count: width)
        var lines = ["\(blank) |"]
        var shown = 0
        for mark in marks(of: diagnostic) {
            if shown != 0, mark.line > shown + 1 { lines.append("\(blank) :") }
            if mark.line != shown { lines.append(sourceLine(file, mark.line, width)) }
            shown = mark.line
            lines.append("\(blank) | \(underline(mark, in: file))")
        }
        return lines
    }

    private func sourceLine(_ file: SourceFile, _ number: Int, _ width: Int) -> String {
        let label = String(repeating: " ", count: width - String(number).count) + String(number)
        return "\(label) | \(clip(String(file.line(number)).replacingTabs))"
    }

    private func underline(_ mark: Mark, in file: SourceFile) -> String {
        guard mark.column <= Self.longestLine else { return paint("^", .red) }
        let length = min(mark.length, Self.longestLine - mark.column + 1)
        let carets = String(repeating: mark.isMain ? "^" : "-", count: length)
        let painted = paint(carets, mark.isMain ? .red : .blue)
        return String(repeating: " ", count: mark.column - 1) + painted + (mark.text.isEmpty ? "" : " " + mark.text)
    }

    /// A line of a pasted or binary file must not flood the terminal.
    private static let longestLine = 200

    private func clip(_ line: String) -> String {
        line.count <= Self.longestLine ? line : String(line.prefix(Self.longestLine)) + "…"
    }

    private enum Style: String {
        case red = "31"
        case yellow = "33"
        case blue = "34"
        case bold = "1"
    }

    private func paint(_ text: String, _ style: Style) -> String {
        isColored ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}

extension String {
    /// One column a tab, so that carets stay under their text; other control characters are not echoed.
    fileprivate var replacingTabs: String {
        String(unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : Character($0) })
    }
}
