/// What makes the literal part of a `sql("…")` unsafe, or nil. Deny by default: besides punctuation it may hold
/// only calls of functions known to read nothing but their arguments, casts to known types and a few keywords.
func mistake(inSQL pieces: [SQLPiece]) -> String? {
    var words = SQLWords(pieces)
    var previous = ""
    while let word = words.next() {
        switch word {
        case .identifier(let name):
            let isCall = words.peek == "("
            let isType = previous == "::" || previous == "as"
            let known = isCall ? SQLWords.functions.contains(name) || SQLWords.keywords.contains(name)
                : isType ? SQLWords.types.contains(name) || SQLWords.keywords.contains(name) : SQLWords.keywords.contains(name)
            if !known { return "`\(name)` is not a \(isCall ? "function" : "word") that `sql` may name" }
            previous = name
        case .symbol(let symbol):
            if symbol == ";" || symbol == "--" || symbol == "/*" || symbol == "$" || symbol == "\"" {
                return "`\(symbol)` has no place in an expression"
            }
            previous = symbol
        case .open: return "a quote or parenthesis is not closed"
        }
    }
    return words.isBalanced ? nil : "a quote or parenthesis is not closed"
}

/// The words of a fragment; an interpolated value is one word, which nothing refuses.
private struct SQLWords {
    enum Word { case identifier(String), symbol(String), open }

    static let keywords: Set = [
        "and", "or", "not", "is", "null", "true", "false", "case", "when", "then", "else", "end", "between", "in", "like", "ilike",
        "distinct", "from", "as", "extract", "year", "month", "day", "hour", "at", "time", "zone", "interval", "symmetric", "cast", "array", "any", "all",
    ]
    static let functions: Set = [
        "abs", "ceil", "floor", "round", "trunc", "sign", "sqrt", "power", "mod", "greatest", "least", "coalesce", "nullif",
        "length", "char_length", "lower", "upper", "trim", "btrim", "ltrim", "rtrim", "left", "right", "substr", "substring", "replace", "split_part",
        "strpos", "starts_with", "concat", "concat_ws", "regexp_replace", "regexp_match", "date_trunc", "date_part", "age", "make_date", "to_char", "to_date",
        "jsonb_array_length", "jsonb_typeof", "jsonb_extract_path", "jsonb_extract_path_text", "jsonb_path_exists", "jsonb_path_query_first",
        "jsonb_path_query_array", "jsonb_exists", "cardinality", "array_length", "array_position", "num_nulls", "num_nonnulls",
    ]
    static let types: Set = [
        "bigint", "integer", "int", "smallint", "numeric", "text", "varchar", "boolean", "date", "timestamp", "timestamptz", "uuid", "jsonb",
        "double", "precision", "interval",
    ]

    private var scalars: ArraySlice<Unicode.Scalar>
    private var depth = 0
    private(set) var isBalanced = true

    init(_ pieces: [SQLPiece]) {
        // A value stands as `?`, which is no letter: `a\(x)` cannot glue into one name.
        scalars = Array(
            pieces.map { piece in if case .text(let text) = piece { text } else { " ? " } }.joined().unicodeScalars)[...]
    }

    var peek: String? {
        scalars.first { !$0.properties.isWhitespace }.map(String.init)
    }

    mutating func next() -> Word? {
        while scalars.first?.properties.isWhitespace == true { scalars = scalars.dropFirst() }
        guard let first = scalars.popFirst() else {
            if depth != 0 { isBalanced = false }
            return nil
        }
        if first.isNameStart { return .identifier(name(from: first)) }
        switch first {
        case "'": return skipText() ? .symbol("'") : .open
        case "(": depth += 1
        case ")": depth -= 1
        case ":" where scalars.first == ":", "-" where scalars.first == "-", "/" where scalars.first == "*":
            return .symbol(String(first) + String(scalars.popFirst()!))
        default: break
        }
        if depth < 0 { isBalanced = false }
        return .symbol(String(first))
    }

    private mutating func name(from first: Unicode.Scalar) -> String {
        var name = String(first)
        while let next = scalars.first, next.isNameStart || next == "$" || ("0"..."9").contains(next) {
            name.unicodeScalars.append(next)
            scalars = scalars.dropFirst()
        }
        return name.lowercased()
    }

    /// Past the closing quote; a doubled quote stays inside. A backslash is refused with the quote left open.
    private mutating func skipText() -> Bool {
        while let next = scalars.popFirst() {
            if next == "'", scalars.first != "'" { return true }
            if next == "'" { scalars = scalars.dropFirst() }
        }
        return false
    }
}

extension Unicode.Scalar {
    fileprivate var isNameStart: Bool { properties.isAlphabetic || self == "_" }
}
