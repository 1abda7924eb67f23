/// How a text is set: its spaces and apostrophes, never its words.
enum Typography {
    /// « Combien ? » : a space that does not break before `; : ! ? » %` and after `«`.
    static func french(_ text: String) -> String {
        var text = apostrophes(text).replacing(" :", with: "\u{A0}:").replacing("« ", with: "«\u{202F}")
        for mark in [";", "!", "?", "»", "%"] { text = text.replacing(" " + mark, with: "\u{202F}" + mark) }
        return text
    }

    /// `l'an` with a curled apostrophe; quotation marks stay.
    static func apostrophes(_ text: String) -> String {
        guard text.contains("'") else { return text }
        let characters = Array(text)
        let set = characters.indices.map { index -> Character in
            let isInside = index > 0 && index + 1 < characters.count && characters[index - 1].isLetter && characters[index + 1].isLetter
            return characters[index] == "'" && isInside ? "’" : characters[index]
        }
        return String(set)
    }
}
