/// A condition as PostgreSQL writes it (`((etat)::text = ANY (ARRAY['a'::text]))`), taken apart into words: casts and parentheses
/// left out, qualifiers too.
struct SQLWords {
    enum Word: Hashable {
        case name(String)
        case text(String)
        case number(String)
        case sign(String)
    }

    let words: [Word]

    init(_ sql: String) {
        words = Self.withoutCasts(Self.words(Array(sql.unicodeScalars)))
    }

    /// Its parts that must all hold; the whole where `OR` makes that undecidable.
    var conjuncts: [[Word]] {
        guard words.contains(.name("OR")) else { return split("AND") }
        return [words]
    }

    func split(_ keyword: String) -> [[Word]] {
        words.split(separator: .name(keyword)).map(Array.init)
    }

    // MARK: - Words

    private static func words(_ scalars: [Unicode.Scalar]) -> [Word] {
        var found: [Word] = []
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == "'" || scalar == "\"" {
                let (text, end) = quoted(scalars, from: index, by: scalar)
                found.append(scalar == "'" ? .text(text) : .name(text))
                index = end
            } else if isPart(scalar) {
                let end = scalars[index...].firstIndex { !isPart($0) && $0 != "." } ?? scalars.count
                // A qualifier before a name in quotes says nothing: one table is spoken of.
                if scalars[end - 1] != "." { found.append(word(String(String.UnicodeScalarView(scalars[index..<end])))) }
                index = end
            } else {
                if scalar == ":", index + 1 < scalars.count, scalars[index + 1] == ":" {
                    found.append(.sign("::"))
                    index += 1
                } else if !scalar.properties.isWhitespace {
                    found.append(.sign(String(scalar)))
                }
                index += 1
            }
        }
        return found
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
    }

    /// `bdese300.user_id` is `user_id`: one table is spoken of.
    private static func word(_ text: String) -> Word {
        if text.unicodeScalars.first?.properties.numericType != nil { return .number(text) }
        return .name(text.split(separator: ".").last.map(String.init) ?? text)
    }

    private static func quoted(_ scalars: [Unicode.Scalar], from start: Int, by quote: Unicode.Scalar) -> (String, Int) {
        var text = String.UnicodeScalarView()
        var index = start + 1
        while index < scalars.count {
            if scalars[index] == quote {
                guard index + 1 < scalars.count, scalars[index + 1] == quote else { break }
                index += 1
            }
            text.append(scalars[index])
            index += 1
        }
        return (String(text), index + 1)
    }

    // MARK: - Casts

    private static let typeWords: Set = ["varying", "precision", "with", "without", "time", "zone"]

    /// Without `::character varying(9)[]`, and without parentheses.
    private static func withoutCasts(_ words: [Word]) -> [Word] {
        var found: [Word] = []
        var index = 0
        while index < words.count {
            if words[index] == .sign("::") {
                index = afterType(words, index + 2)
            } else {
                if ![.sign("("), .sign(")")].contains(words[index]) { found.append(words[index]) }
                index += 1
            }
        }
        return found
    }

    private static func afterType(_ words: [Word], _ start: Int) -> Int {
        var index = start
        func at(_ place: Int) -> Word? { place < words.count ? words[place] : nil }
        if at(index) == .sign("."), case .name? = at(index + 1) { index += 2 }
        while case .name(let name)? = at(index), typeWords.contains(name) { index += 1 }
        if at(index) == .sign("("), case .number? = at(index + 1) {
            while index < words.count, words[index] != .sign(")") { index += 1 }
            index += 1
        }
        while at(index) == .sign("["), at(index + 1) == .sign("]") { index += 2 }
        return index
    }
}

extension SQLWords {
    /// The values that `etat = ANY (ARRAY['a', 'b'])`, `etat IN ('a', 'b')` or `etat = 'a' OR etat = 'b'` leave to a column; nil where it
    /// says something else.
    func values(of column: String) -> [String]? {
        var values: [String] = []
        for part in split("OR") {
            guard let found = Self.values(part, of: column) else { return nil }
            values += found
        }
        return values.isEmpty ? nil : values
    }

    private static func values(_ part: [Word], of column: String) -> [String]? {
        guard part.first == .name(column) else { return nil }
        let rest = part.dropFirst()
        if rest.elementsEqual([.name("IS"), .name("NULL")]) { return [] }
        guard rest.first == .sign("=") else { return nil }
        let opening: [Word] = [.name("ANY"), .name("ARRAY"), .sign("[")]
        let isList = rest.dropFirst().starts(with: opening)
        let list = isList ? rest.dropFirst(1 + opening.count).dropLast() : rest.dropFirst()
        guard !isList || rest.last == .sign("]") else { return nil }
        let items = list.split(separator: .sign(","))
        let values = items.compactMap { item(Array($0)) }
        return values.count == items.count && (isList || items.count == 1) ? values : nil
    }

    private static func item(_ words: [Word]) -> String? {
        switch words.count {
        case 1:
            switch words[0] {
            case .text(let text), .number(let text): return text
            default: return nil
            }
        case 2:
            if words[0] == .sign("-"), case .number(let digits) = words[1] { return "-" + digits }
            return nil
        default: return nil
        }
    }
}
