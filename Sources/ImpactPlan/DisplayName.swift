/// What people read for a name of the schema, where nobody said it by `@display`.
///
///     DisplayNames("Dernières connexions au portail. Statut VSME.").of("connexions_vsme")  // Connexions VSME
///
/// Accents and acronyms come back from the words of the descriptions: its own first, then those of its table.
struct DisplayNames {
    /// A description has few words, of which the first that is alike is found sooner than a table of all is made.
    private let known: [(plain: String, word: String)]

    init(_ description: String) { known = words(of: description).map { ($0.plain, $0) } }

    /// What several descriptions know, the first of them first.
    init(joining names: [DisplayNames]) { known = names.flatMap(\.known) }

    /// - Parameter own: names from its own description, which go before those.
    func of(_ name: String, own: DisplayNames? = nil) -> String {
        let found = name.split(separator: "_").map { word in
            let plain = String(word).plain
            return (own?.word(plain) ?? self.word(plain))?.insideSentence ?? String(word)
        }
        let text = found.joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private func word(_ plain: String) -> String? { known.first { $0.plain == plain }?.word }
}

private func words(of text: String) -> [String] { text.unicodeScalars.split { !$0.isOfWord }.map { String($0) } }

/// Most letters are ASCII, of which Unicode's tables need not be asked.
extension Unicode.Scalar {
    fileprivate var isOfWord: Bool {
        guard isASCII else {
            // An accent of its own belongs to the letter before it.
            return properties.isAlphabetic || properties.numericType != nil || properties.canonicalCombiningClass != .notReordered
        }
        return (97...122).contains(value) || (65...90).contains(value) || (48...57).contains(value)
    }
}

extension String {
    /// Without accents or capitals.
    fileprivate var plain: String {
        let small = lowercased()
        return small.utf8.allSatisfy { $0 < 0x80 } ? small : small.reduce(into: "") { $0 += unaccented[$1] ?? String($1) }
    }

    /// `VSME` stays an acronym; `Mois` of « Mois d'inscription » begins no sentence here.
    fileprivate var insideSentence: String {
        let isAcronym = dropFirst().contains { $0.isUppercase || $0.isNumber }
        return isAcronym ? self : lowercased()
    }
}

private let unaccented: [Character: String] = [
    "à": "a", "â": "a", "ä": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "î": "i", "ï": "i", "ô": "o", "ö": "o", "ù": "u",
    "û": "u", "ü": "u", "ÿ": "y", "œ": "oe", "æ": "ae",
]
