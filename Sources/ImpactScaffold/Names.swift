import ImpactPlan
import ImpactSemantics

/// `users_user` is `UsersUser`, `compta.factures` is `ComptaFactures`: the same each time, whatever else there is.
func structName(of table: QualifiedName, taken: inout Set<String>) -> String {
    let words = table.description.split { !$0.isLetter && !$0.isNumber }
    let joined = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let named = joined.first?.isLetter == true ? joined : "Table" + joined
    let isType = ScalarType.named.contains { $0.rawValue == named } || keywords.contains(named)
    return unused(isType ? named + "Table" : named, &taken)
}

/// A column's own name where it can be one; otherwise its letters and digits.
func memberName(of column: String) -> String {
    let letters = String(column.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" })
    let name = letters.first.map { $0.isLetter || $0 == "_" } == true && letters != "_" ? letters : "column_" + letters
    return keywords.contains(name) ? "`\(name)`" : name
}

/// The name, or the first of `name_2`, `name_3` that is free.
func unused(_ name: String, _ names: inout Set<String>) -> String {
    let bare = name.filter { $0 != "`" }
    let free = names.contains(name) ? (2...).lazy.map { "\(bare)_\($0)" }.first { !names.contains($0) } ?? name : name
    names.insert(free)
    return free
}

/// A text of the language.
func literal(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
        switch scalar {
        case "\"", "\\": "\\\(scalar)"
        case _ where scalar.properties.generalCategory == .control || scalar.properties.isBidiControl:
            "\\u{\(String(scalar.value, radix: 16))}"
        default: String(scalar)
        }
    }
    return "\"\(escaped.joined())\""
}

private let keywords: Set = [
    "Any", "Protocol", "Self", "Type", "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit",
    "do",
    "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout",
    "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self",
    "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
]
