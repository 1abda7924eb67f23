/// swift-syntax's messages in the words of this language's.
struct SyntaxWords {
    let message: String
    let help: String?

    init(_ message: String, fix: String?) {
        self.message = Self.translated(message)
        help = fix.flatMap(Self.helpful)
    }

    private static func translated(_ message: String) -> String {
        if let found = message.wholeMatch(of: /expected '(.+)' to end (.+)/) {
            return "the \(found.2) does not end: `\(found.1)` is missing"
        }
        if let found = message.wholeMatch(of: /unexpected code '(.+)' in .+/) { return "`\(found.1)` means nothing here" }
        if let found = message.prefixMatch(of: /keyword '(.+)' cannot be used as an identifier/) {
            return "`\(found.1)` is a word of the grammar, and no name"
        }
        if message.hasPrefix("unexpected brace") { return "a `}` too many: it closes nothing" }
        if message.hasPrefix("Single-quoted string") { return "a text stands between double quotes" }
        if message.hasPrefix("expected expression") { return "a value is missing" }
        if message.hasPrefix("expected pattern") { return "a name is missing" }
        return quoted(message.hasPrefix("invalid character") ? "a character that means nothing" : message)
    }

    /// `insert ')'`, and nothing that names a part of Swift's grammar.
    private static func helpful(_ fix: String) -> String? {
        if fix.hasPrefix("replace ''' with") { return "write `\"`" }
        if fix.hasPrefix("if this name is unavoidable") { return "take another name, or write it between backquotes" }
        let isOfGrammar = fix.wholeMatch(of: /insert [a-z ]+|join .*|remove whitespace/) != nil
        return isOfGrammar ? nil : quoted(fix)
    }

    private static func quoted(_ text: String) -> String { text.replacing(/'([^']+)'/) { "`\($0.1)`" } }
}
