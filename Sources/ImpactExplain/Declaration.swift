import ImpactDiagnostics

/// A declaration as it is written, its indentation apart: for a table its head, for a column all of it.
struct Declaration {
    let text: String

    init(in file: SourceFile, at line: Int, isTable: Bool) {
        var lines = [file.line(line)]
        if isTable {
            var above = line - 1
            while above > 0, file.line(above).hasPrefix("@") {
                lines.insert(file.line(above), at: 0)
                above -= 1
            }
        } else {
            lines += Self.rest(of: file, after: line, margin: Self.indent(lines[0]))
        }
        let margin = Self.indent(lines[0])
        if isTable, let last = lines.last, last.hasSuffix(" {") { lines[lines.count - 1] = last.dropLast(2) }
        text = lines.map { String($0.dropFirst(min(margin, Self.indent($0)))) }.joined(separator: "\n")
    }

    /// Lines further in, and the bracket that ends them.
    private static func rest(of file: SourceFile, after line: Int, margin: Int) -> [Substring] {
        var found: [Substring] = []
        for number in (line + 1)..<max(line + 1, file.lineCount + 1) {
            let text = file.line(number)
            let isEnd = indent(text) == margin && ["}", ")", "]"].contains(text.dropFirst(margin).prefix(1))
            guard indent(text) > margin || isEnd && margin > 0, !text.allSatisfy(\.isWhitespace) else { break }
            found.append(text)
            if isEnd { break }
        }
        return found
    }

    private static func indent(_ line: Substring) -> Int { line.prefix { $0 == " " || $0 == "\t" }.count }
}
