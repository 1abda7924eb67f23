import ImpactDiagnostics
import SwiftParserDiagnostics
import SwiftSyntax

/// What is said of a text that is not Swift's grammar: of each line one thing, in words of the language where they are known.
///
/// Nothing else is said of the project then: what a half-read line seems to declare would be a riddle.
struct UnreadLines {
    private let tree: SourceFileSyntax
    private let lines: [Int: [TokenSyntax]]
    private let converter: SourceLocationConverter

    /// A mistake at a place of the tree.
    struct Mistake {
        let start: AbsolutePosition
        let end: AbsolutePosition
        let message: String
        let help: String?
    }

    /// Lines past which nobody reads.
    private static let most = 100

    init(_ tree: SourceFileSyntax) {
        let converter = SourceLocationConverter(fileName: "", tree: tree)
        self.tree = tree
        self.converter = converter
        lines = Dictionary(grouping: tree.tokens(viewMode: .sourceAccurate).filter { $0.tokenKind != .endOfFile }) { token in
            converter.location(for: token.positionAfterSkippingLeadingTrivia).line
        }
    }

    var mistakes: [Mistake] {
        if let unclosed { return [unclosed] }
        var seen: Set<Int> = []
        return ParseDiagnosticsGenerator.diagnostics(for: tree).compactMap { found -> Mistake? in
            let line = converter.location(for: found.position).line
            guard seen.count < Self.most, seen.insert(line).inserted else { return nil }
            let words = SyntaxWords(found.message, fix: found.fixIts.first?.message.message)
            if let habit = LineHabits(lines[line] ?? [], at: found.position).mistake { return habit }
            return Mistake(start: found.position, end: found.position.advanced(by: 1), message: words.message, help: words.help)
        }
    }

    /// A struct inside another: what is above it was not closed.
    private var unclosed: Mistake? {
        for outer in tree.statements.compactMap({ $0.item.as(StructDeclSyntax.self) }) {
            for inner in outer.memberBlock.members.compactMap({ $0.decl.as(StructDeclSyntax.self) }) {
                return Mistake(
                    start: inner.name.positionAfterSkippingLeadingTrivia, end: inner.name.endPositionBeforeTrailingTrivia,
                    message: "`\(inner.name.text)` stands inside `\(outer.name.text)`, which nothing closes",
                    help: "end `\(outer.name.text)` with a `}` on a line of its own")
            }
        }
        return nil
    }
}
