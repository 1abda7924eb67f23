/// Programs by choices: each byte picks a form, and where the bytes end, the shortest one. Most are well typed; some are not, on purpose.
struct Grammar {
    private var choices: ArraySlice<UInt8>
    private static let deepest = 7

    init(_ bytes: [UInt8]) { choices = bytes[...] }

    mutating func pick(_ count: Int) -> Int { choices.isEmpty ? 0 : Int(choices.removeFirst()) % count }

    mutating func program() -> String {
        let anonymity = pick(8) == 1 ? ", kAnonymous: 5" : ""
        let filter = pick(3) == 1 ? ", where: \(expression(.bool, 4))" : ""
        let key = anonymity.isEmpty ? "    /// K.\n    @key let cle = id\n" : ""
        let hidden = pick(3) == 1 ? "    private let p = \(expression(kind(), 4))\n" : ""
        let columns = (0...pick(3)).map { "    /// V.\n    let v\($0) = \(expression(kind(), Self.deepest))\n" }.joined()
        return Self.world + "/// M.\n@model(from: A.self\(filter)\(anonymity)) struct m {\n\(key)\(hidden)\(columns)}\n"
    }

    enum Kind: CaseIterable { case int, bool, text, date, time, decimal, double, json, row, list, any }

    private mutating func kind() -> Kind { Kind.allCases[pick(7)] }

    mutating func expression(_ kind: Kind, _ depth: Int) -> String {
        guard depth > 0, !choices.isEmpty else { return leaf(kind) }
        // A value of another kind, now and then: the checker must have words for it.
        if pick(40) == 1 { return expression(Kind.allCases[pick(11)], depth - 1) }
        if let form = shared(kind, depth - 1) { return form }
        return own(kind, depth - 1)
    }

    /// Forms that any kind has.
    private mutating func shared(_ kind: Kind, _ depth: Int) -> String? {
        switch pick(14) {
        case 1: "(\(expression(.bool, depth)) ? \(expression(kind, depth)) : \(expression(kind, depth)))"
        case 2: "if \(expression(.bool, depth)) { \(expression(kind, depth)) } else { \(expression(kind, depth)) }"
        case 3: "(\(expression(kind, depth)) ?? \(expression(kind, depth)))"
        case 4:
            "(switch m { case nil, 0: \(expression(kind, depth)) case 1...9: \(expression(kind, depth)) default: \(expression(kind, depth)) })"
        case 5: "\(row(depth))?.\(leaf(kind))"
        case 6: "self.\(leaf(kind))"
        case 7: "max(\(expression(kind, depth)), \(expression(kind, depth)))"
        default: nil
        }
    }

    private mutating func row(_ depth: Int) -> String { expression(.row, depth) }
}
