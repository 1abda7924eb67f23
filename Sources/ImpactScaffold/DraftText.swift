import ImpactPlan

/// A draft as it is printed: a declaration, or, where something stands in its way, what would be one behind `//`.
struct DraftText {
    private let draft: Draft
    private let inverses: [String]

    init(_ draft: Draft, inverses: [String]) {
        self.draft = draft
        self.inverses = inverses
    }

    var text: String {
        guard let obstacle = draft.shape.obstacle else { return lines.joined(separator: "\n") }
        let reason = "// `\(oneLine(draft.shape.table.description))` is not declared: \(obstacle.replacing(". ", with: ".\n// "))."
        return ([reason] + lines.map { $0.isEmpty ? "//" : "// \($0)" }).joined(separator: "\n")
    }

    private var lines: [String] {
        documentation(draft.shape.description.comment)
            + ["@source(\(literal(draft.shape.table.description)))"] + draft.uniques + ["struct \(draft.shape.declaration) {"]
            + (body + other).map { $0.isEmpty ? "" : "    \($0)" } + ["}"]
    }

    private var body: [String] {
        draft.members.flatMap { member in
            documentation(member.documentation) + member.notes.map { "// \(oneLine($0))" } + (member.text.map { [$0] } ?? [])
        }
    }

    private var other: [String] { inverses.isEmpty ? [] : [""] + inverses }

    private func documentation(_ text: String?) -> [String] {
        guard let text, text.contains(where: { !$0.isWhitespace }) else { return [] }
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            let line = oneLine(String(line))
            return line.isEmpty ? "///" : "/// \(line)"
        }
    }

    /// What would end a comment, or hide what it says, is a space.
    private func oneLine(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            let isSeen = scalar.properties.generalCategory != .control && !scalar.properties.isBidiControl
            return isSeen && !["\u{2028}", "\u{2029}"].contains(scalar) ? scalar : " "
        }
        var line = Substring(String(String.UnicodeScalarView(scalars)))
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line.drop { $0.isWhitespace })
    }
}
