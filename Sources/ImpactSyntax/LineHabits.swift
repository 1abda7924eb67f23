import SwiftSyntax

/// What people write who come from SQL, from Python, from another language or from a word processor, in a line that could not
/// be read.
struct LineHabits {
    private let tokens: [TokenSyntax]
    private let place: AbsolutePosition

    init(_ tokens: [TokenSyntax], at place: AbsolutePosition) {
        self.tokens = tokens
        self.place = place
    }

    var mistake: UnreadLines.Mistake? {
        typography ?? comment ?? tokens.indices.lazy.compactMap(foreignWord).first ?? name ?? attribute
            ?? tokens.indices.lazy.compactMap(number).first ?? comma
    }

    private func mistake(_ first: TokenSyntax, _ message: String, _ help: String?) -> UnreadLines.Mistake {
        UnreadLines.Mistake(
            start: first.positionAfterSkippingLeadingTrivia, end: first.endPositionBeforeTrailingTrivia, message: message, help: help)
    }

    private func text(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }

    /// Whether nothing stands between the two, as in `0,5`.
    private func isJoined(_ index: Int) -> Bool {
        tokens.indices.contains(index + 1) && tokens[index].trailingTrivia.isEmpty && tokens[index + 1].leadingTrivia.isEmpty
    }

    // MARK: - Characters

    private static let characters: [Character: (what: String, help: String)] = [
        "“": ("a typographic quotation mark", "write `\"`"), "”": ("a typographic quotation mark", "write `\"`"),
        "„": ("a typographic quotation mark", "write `\"`"), "«": ("a quotation mark of print", "write `\"`"),
        "»": ("a quotation mark of print", "write `\"`"), "‘": ("a typographic apostrophe", "write `\"` around texts"),
        "’": ("a typographic apostrophe", "leave it out of a name, and write `\"` around texts"),
        "–": ("a dash", "write `-`"), "—": ("a dash", "write `-`"), "…": ("one character, not three", "write `...`"),
        "\u{A0}": ("a space that does not break", "write an ordinary space"), "\u{202F}": ("a narrow space", "write an ordinary space"),
    ]

    private var typography: UnreadLines.Mistake? {
        for token in tokens where !isText(token) {
            var start = token.position
            for piece in token.pieces {
                if let found = piece.isCode ? piece.text.first(where: { Self.characters[$0] != nil }) : nil,
                    let known = Self.characters[found]
                {
                    let before = piece.text.prefix { $0 != found }.utf8.count
                    return UnreadLines.Mistake(
                        start: start.advanced(by: before), end: start.advanced(by: before + String(found).utf8.count),
                        message: "`\(found)` is \(known.what)", help: known.help)
                }
                start = start.advanced(by: piece.text.utf8.count)
            }
        }
        return nil
    }

    private func isText(_ token: TokenSyntax) -> Bool { if case .stringSegment = token.tokenKind { true } else { false } }

    /// `-- le nom`, `# le nom`
    private var comment: UnreadLines.Mistake? {
        guard let first = tokens.first, first.text == "--" || first.text == "#" else { return nil }
        return mistake(first, "`\(first.text)` begins no comment", "write `//`, or `///` for a description")
    }

    // MARK: - Words

    private static let words: [String: String] = [
        "and": "write `&&`", "or": "write `||`", "not": "write `!` before a condition",
        "like": "write `.hasPrefix(\"…\")`, `.hasSuffix(\"…\")` or `.contains(\"…\")`",
        "ilike": "write `.lowercased().contains(\"…\")`", "in": "write `[\"a\", \"b\"].contains(column)`",
        "between": "write `(50...250).contains(column)`",
        "select": "this file becomes SQL: write `@model(from: Source.self) struct name { … }`",
        "when": "write `condition ? value : other`, or a `switch`",
    ]

    private func foreignWord(_ index: Int) -> UnreadLines.Mistake? {
        let (token, word) = (tokens[index], text(index).lowercased())
        // `let like = …` names a column, and `x.in` a member.
        if isText(token) || ["let", "var", "."].contains(text(index - 1)) || text(index + 1) == ":" { return nil }
        if word == "is" { return presence(index) }
        if word == "case", text(index + 1).lowercased() == "when" {
            return mistake(token, "`CASE WHEN` means nothing here", "write `condition ? value : other`, or a `switch`")
        }
        if word == "if", index > 0, !["=", "return", "else", "{", "(", ":", ","].contains(text(index - 1)) {
            return mistake(token, "`if` stands before its values, not among them", "write `condition ? value : other`")
        }
        return Self.words[word].map { mistake(token, "`\(token.text)` means nothing here", $0) }
    }

    /// `IS NULL`, `is not None`
    private func presence(_ index: Int) -> UnreadLines.Mistake? {
        let isNegated = text(index + 1).lowercased() == "not"
        guard ["null", "none"].contains(text(index + (isNegated ? 2 : 1)).lowercased()) else { return nil }
        return mistake(tokens[index], "`\(text(index))` compares with no value", "write `\(isNegated ? "!=" : "==") nil`")
    }

    // MARK: - Declarations

    private func isName(_ index: Int) -> Bool {
        if tokens.indices.contains(index), case .identifier = tokens[index].tokenKind { true } else { false }
    }

    /// What follows `let`, or stands where it should.
    private var name: UnreadLines.Mistake? {
        guard let word = tokens.firstIndex(where: { ["let", "var"].contains($0.text) }) else { return undeclared }
        let first = word + 1
        if case .integerLiteral? = tokens.indices.contains(first) ? tokens[first].tokenKind : nil { return numbered(first) }
        if case .floatLiteral? = tokens.indices.contains(first) ? tokens[first].tokenKind : nil { return numbered(first) }
        guard isName(first) else { return nil }
        if text(first + 1) == "-", isName(first + 2) {
            return mistake(tokens[first + 1], "a name has no `-`", "write `\(text(first))_\(text(first + 2))`")
        }
        if isName(first + 1) { return mistake(tokens[first + 1], "a name is one word", "write `\(text(first))_\(text(first + 1))`") }
        if text(first + 1) == "==" { return mistake(tokens[first + 1], "`==` compares, and gives no value to a name", "write `=`") }
        return nil
    }

    private func numbered(_ index: Int) -> UnreadLines.Mistake {
        mistake(tokens[index], "a name begins with a letter", "put the number at its end")
    }

    /// `appellation = nom`, `@plain rue: String`, `nom`
    private var undeclared: UnreadLines.Mistake? {
        let before = ["@key", "@plain", "@quasi", "@personal", "@secret", "@by"]
        var first = 0
        while text(first) == "@", before.contains("@" + text(first + 1)) { first += 2 }
        guard isName(first), ["=", ":", ""].contains(text(first + 1)) else { return nil }
        let keyword = text(first + 1) == ":" ? "var" : "let"
        return mistake(tokens[first], "`\(text(first))` is declared with no `\(keyword)`", "write `\(keyword) \(text(first))`")
    }

    /// `@private var …`, `let nom @check(…)`
    private var attribute: UnreadLines.Mistake? {
        guard let sign = tokens.firstIndex(where: { $0.text == "@" }) else { return nil }
        if text(sign + 1) == "private" { return mistake(tokens[sign + 1], "`private` is no attribute", "write it without `@`") }
        guard tokens[..<sign].contains(where: { ["let", "var"].contains($0.text) }) else { return nil }
        return mistake(tokens[sign], "an attribute stands before its column", "write `@\(text(sign + 1))…` before `let`")
    }

    /// `0,5`
    private func number(_ index: Int) -> UnreadLines.Mistake? {
        guard case .integerLiteral(let whole) = tokens[index].tokenKind, text(index + 1) == ",", tokens.indices.contains(index + 2),
            case .integerLiteral(let part) = tokens[index + 2].tokenKind, isJoined(index), isJoined(index + 1)
        else { return nil }
        return mistake(tokens[index], "a number has a point, not a comma", "write `\(whole).\(part)`")
    }

    /// `let naf,`, and `from: Entreprise.self where: …`
    private var comma: UnreadLines.Mistake? {
        if let last = tokens.last, last.text == ",", ["let", "var"].contains(text(0)) {
            return mistake(last, "a column ends with its line", "remove the comma")
        }
        guard let label = tokens.indices.first(where: { tokens[$0].positionAfterSkippingLeadingTrivia == place }), label > 0,
            text(label + 1) == ":", text(label - 1) != ","
        else { return nil }
        return mistake(tokens[label], "a comma is missing before `\(text(label)):`", "write `, \(text(label)):`")
    }
}

extension TokenSyntax {
    /// Its text and what is around it; comments and spaces are no code, and characters that begin nothing are.
    fileprivate var pieces: [(text: String, isCode: Bool)] {
        func around(_ trivia: Trivia) -> [(String, Bool)] {
            trivia.pieces.map { piece in
                if case .unexpectedText(let text) = piece { (text, true) } else { (Trivia(pieces: [piece]).description, false) }
            }
        }
        return around(leadingTrivia) + [(text, true)] + around(trailingTrivia)
    }
}
