import ImpactDiagnostics
import SwiftParser
import SwiftSyntax

/// The text in the one layout of the language; nil where it is not in its grammar.
///
/// Where lines end is the author's. How far in they begin, the spaces in them and the blank lines between them follow from the
/// syntax, so that formatting twice is formatting once. Comments and texts stay as they are.
package func formatted(_ file: SourceFile) -> String? {
    guard NestingScan.tooDeep(file.text) == nil else { return nil }
    let tree = Parser.parse(source: file.text)
    guard !tree.hasError else { return nil }
    let text = Layout(tree).text
    // Spaces may part what was one, or join what was two: then nobody's meaning is changed for the sake of looks.
    let isSame = Parser.parse(source: text).words == tree.words
    return isSame ? text : file.text
}

/// A bracket that is not closed yet.
private struct Bracket {
    /// How far in its line begins.
    let indent: Int
    /// How far in the author had it begin.
    let written: Int
    /// Something follows it in its line.
    var hangs = false
}

/// Lines on their way out.
struct Layout {
    private var lines: [String] = []
    /// The line being written, without its indentation.
    private var line = ""
    private var indent = 0
    private var open: [Bracket] = []
    /// Where the last line that goes on with no other began, as the author wrote it.
    private var written = 0
    private var previous: TokenSyntax?

    var text: String { lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n" }

    init(_ tree: SourceFileSyntax) {
        for unit in tree.units { add(unit) }
        end()
        while lines.last == "" { lines.removeLast() }
    }

    private mutating func add(_ unit: LayoutUnit) {
        let token = unit.first
        let (comments, newlines) = unit.before
        let begins = newlines > 0 || previous == nil || comments.contains(where: \.isOwnLine)
        if unit.closes { open = open.dropLast() }
        if !begins, !open.isEmpty { hangs(after: previous) }
        let margin = begins ? margin(of: unit) : indent
        for comment in comments { add(comment, margin: unit.closes ? margin + 4 : margin) }
        if begins, token.tokenKind != .endOfFile { begin(at: margin, after: newlines, isFirst: isFirst, isLast: unit.closes) }
        if !begins, let previous, Spacing(previous, token).isSpaced { line += " " }
        line += unit.text
        if unit.opens { open.append(Bracket(indent: indent + (unit.opensDeepSwitch ? 4 : 0), written: writtenLine)) }
        for comment in unit.after { line += (line.isEmpty ? "" : " ") + comment }
        previous = unit.last
    }

    /// What a bracket holds begins in its own line.
    private mutating func hangs(after token: TokenSyntax?) {
        if token.map({ ["{", "(", "["].contains($0.text) }) == true { open[open.count - 1].hangs = true }
    }

    private mutating func margin(of unit: LayoutUnit) -> Int {
        let inside = open.last.map { $0.indent + 4 } ?? 0
        writtenLine = unit.first.writtenColumn
        guard unit.goesOn else {
            written = writtenLine
            return unit.isCase ? max(0, inside - 4) : inside
        }
        // How much further in the author went says what belongs together: `a || b` and below it `    && c`.
        if let bracket = open.last, bracket.hangs { return bracket.indent + Self.step(writtenLine - bracket.written) }
        return inside + Self.step(writtenLine - written)
    }

    private var writtenLine = 0

    private static func step(_ columns: Int) -> Int { 4 * min(max(1, (columns + 2) / 4), 6) }

    /// Whether a bracket was opened last: no blank line follows it.
    private var isFirst: Bool { previous.map { ["{", "(", "["].contains($0.text) } ?? true }

    private mutating func add(_ comment: LayoutUnit.Comment, margin: Int) {
        guard comment.isOwnLine else { return line += (line.isEmpty ? "" : " ") + comment.text }
        begin(at: margin, after: comment.newlines, isFirst: isFirst && lines.last != "" && !hasComment, isLast: false)
        line = comment.text
        hasComment = true
    }

    /// Whether a comment was written since the last token.
    private var hasComment = false

    private mutating func begin(at margin: Int, after newlines: Int, isFirst: Bool, isLast: Bool) {
        end()
        if newlines > 1, !isLast, !isFirst || hasComment, !lines.isEmpty, lines.last != "" { lines.append("") }
        indent = margin
        hasComment = false
    }

    private mutating func end() {
        guard !line.isEmpty else { return }
        while line.last == " " || line.last == "\t" { line.removeLast() }
        lines.append(String(repeating: " ", count: indent) + line)
        line = ""
    }
}
