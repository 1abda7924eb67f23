import SwiftSyntax

/// A token, or a whole text between quotes, which stays as it is.
struct LayoutUnit {
    struct Comment {
        let text: String
        /// Line ends before it.
        let newlines: Int
        /// It begins a line.
        let isOwnLine: Bool
    }

    let first: TokenSyntax
    let last: TokenSyntax
    let text: String

    init(_ token: TokenSyntax) {
        first = token
        last = token
        text = token.text
    }

    init?(_ literal: StringLiteralExprSyntax) {
        guard let first = literal.firstToken(viewMode: .sourceAccurate), let last = literal.lastToken(viewMode: .sourceAccurate) else {
            return nil
        }
        self.first = first
        self.last = last
        text = literal.trimmedDescription
    }

    var opens: Bool { ["{", "(", "["].contains(text) }
    var closes: Bool { ["}", ")", "]"].contains(text) }

    /// Comments above it, and how many lines end between the last of them and itself.
    var before: ([Comment], newlines: Int) {
        var comments: [Comment] = []
        var newlines = 0
        for piece in first.leadingTrivia {
            switch piece {
            case .newlines(let count), .carriageReturns(let count), .carriageReturnLineFeeds(let count): newlines += count
            case let piece where piece.isComment:
                let isOwnLine = newlines > 0 || first.previousToken(viewMode: .sourceAccurate) == nil && comments.isEmpty
                comments.append(Comment(text: piece.written, newlines: newlines, isOwnLine: isOwnLine))
                newlines = 0
            default: break
            }
        }
        return (comments, newlines)
    }

    /// Comments behind it, in its line.
    var after: [String] { last.trailingTrivia.filter(\.isComment).map(\.written) }

    /// Whether a line that begins with it goes on with the one above.
    var goesOn: Bool { !closes && !isCase && !first.beginsPart }

    /// `case` and `default` of a `switch`, which stand below it.
    var isCase: Bool { first.parent?.is(SwitchCaseLabelSyntax.self) == true && first.text == "case" || first.isDefault }

    /// `let taille = switch effectif {`: the cases stand further in than their line, as what follows `=` does.
    var opensDeepSwitch: Bool {
        guard text == "{", let choice = first.parent?.as(SwitchExprSyntax.self) else { return false }
        return !choice.switchKeyword.leadingTrivia.contains(where: \.isNewline)
    }
}

extension TriviaPiece {
    fileprivate var written: String {
        var text = Substring(Trivia(pieces: [self]).description)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension TokenSyntax {
    fileprivate var isDefault: Bool { parent?.is(SwitchDefaultLabelSyntax.self) == true }

    /// How far in it begins its line, as it is written.
    var writtenColumn: Int {
        leadingTrivia.pieces.reversed().prefix { !$0.isNewline }.reduce(0) { columns, piece in
            switch piece {
            case .spaces(let count): columns + count
            case .tabs(let count): columns + 4 * count
            default: columns
            }
        }
    }

    /// Whether a declaration, a statement, an element or a clause begins here. What does not goes on with the line above.
    fileprivate var beginsPart: Bool {
        if ["else", "struct", "func", "let", "var", "private", "@"].contains(text) || tokenKind == .endOfFile { return true }
        var node = parent
        while let found = node, found.firstToken(viewMode: .sourceAccurate) == self {
            if found.isPart { return true }
            node = found.parent
        }
        return false
    }
}

extension Syntax {
    fileprivate var isPart: Bool {
        `is`(CodeBlockItemSyntax.self) || `is`(MemberBlockItemSyntax.self) || `is`(LabeledExprSyntax.self) || `is`(ArrayElementSyntax.self)
            || `is`(FunctionParameterSyntax.self) || `is`(DictionaryElementSyntax.self)
    }
}

extension SourceFileSyntax {
    var units: [LayoutUnit] {
        var found: [LayoutUnit] = []
        var literalEnd = AbsolutePosition(utf8Offset: 0)
        for token in tokens(viewMode: .sourceAccurate) where token.position >= literalEnd {
            if let literal = token.parent?.as(StringLiteralExprSyntax.self), let unit = LayoutUnit(literal) {
                found.append(unit)
                literalEnd = literal.endPosition
            } else {
                found.append(LayoutUnit(token))
            }
        }
        return found
    }

    /// What it says, without how it is laid out.
    var words: [String] {
        tokens(viewMode: .sourceAccurate).flatMap { token -> [String] in
            let comments = (token.leadingTrivia.pieces + token.trailingTrivia.pieces).filter(\.isComment).map(\.written)
            return comments + [token.text]
        }
    }
}
