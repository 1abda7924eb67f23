/// What there is to know of a name.
package struct Explanation: Sendable, Encodable {
    package enum Kind: String, Sendable, Encodable {
        case model, metric, source, reference
        case column = "model column"
        case group = "metric group"
        case measure = "metric measure"
        case stored = "source column"
    }

    package let name: String
    package let kind: Kind
    package let description: String
    /// `models.dsl:664`
    package let place: String
    /// The declaration as it is written.
    package let definition: String
    /// Name, then fact: `type`, `comes from`, `label`.
    package var facts: [Fact] = []
    /// The columns of a table, with the label of each.
    package var columns: [Fact] = []
    /// What is run for it; a table's is in `sqlFile`, whole.
    package var sql: String?
    package var sqlFile: String?
    /// What reads it: `inscriptions.mois`, `the rows of utilisateur`.
    package var usedBy: [String] = []

    package struct Fact: Sendable, Encodable {
        package let name: String
        package let text: String

        init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }
}

extension Explanation {
    /// For a terminal: what it is, its definition, its facts, its SQL, who uses it.
    package var text: String {
        let head = ["\(name), a \(kind.rawValue) of \(place)"] + (description.isEmpty ? [] : [description])
        let uses = usedBy.isEmpty ? ["used by nothing"] : ["used by"] + usedBy.map { "    \($0)" }
        let parts = [
            head, indented(definition), table(facts, "    "), columns.isEmpty ? [] : ["columns"] + table(columns, "    "), query, uses,
        ]
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// Lines past which a person opens the file.
    private static let longest = 80

    private var query: [String] {
        guard let sqlFile else { return [] }
        let lines = sql.map(indented) ?? []
        return lines.isEmpty || lines.count > Self.longest ? ["SQL: \(sqlFile)"] : ["SQL, in \(sqlFile)"] + lines
    }

    private func indented(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0).map {
            $0.isEmpty ? "" : "    \($0)"
        }
    }

    /// Two columns, a line of a fact below the other; the first as wide as its longest name.
    private func table(_ facts: [Fact], _ margin: String) -> [String] {
        let width = facts.map(\.name.count).max() ?? 0
        return facts.map { fact in
            let next = "\n" + margin + String(repeating: " ", count: width + 2)
            return margin + fact.name + String(repeating: " ", count: width - fact.name.count + 2) + fact.text.replacing("\n", with: next)
        }
    }
}
