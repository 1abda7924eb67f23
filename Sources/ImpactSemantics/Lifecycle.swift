/// Where a published name comes from, and how long it stays: `@renamed(from: "taille")`, `@deprecated("utiliser `effectif`", until: "2027-03-01")`.
package struct Lifecycle: Sendable, Equatable {
    /// The name that its rows, and its past, are published by so far.
    package var renamedFrom: String?
    package var deprecation: Deprecation?

    package init(renamedFrom: String? = nil, deprecation: Deprecation? = nil) {
        self.renamedFrom = renamedFrom
        self.deprecation = deprecation
    }

    /// That of a column which comes with another: `part_numerateur` with `part`.
    package func with(_ ending: String) -> Lifecycle { Lifecycle(renamedFrom: renamedFrom.map { $0 + ending }, deprecation: deprecation) }

    /// The comment of the published column or table, which says first that it is to go.
    package func comment(_ documentation: String, _ language: String) -> String {
        guard let deprecation else { return documentation }
        return [deprecation.sentence(language), documentation].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

package struct Deprecation: Sendable, Equatable {
    /// What to use instead.
    package let advice: String
    /// `2027-03-01`: from that day on it may go.
    package let until: String

    package init(advice: String, until: String) {
        self.advice = advice
        self.until = until
    }

    /// `Obsolète jusqu'au 2027-03-01 : utiliser effectif.`
    func sentence(_ language: String) -> String {
        let sentence = language == "fr" ? "Obsolète jusqu'au \(until) : \(advice)" : "Deprecated until \(until): \(advice)"
        return sentence.last.map { ".!?".contains($0) } == true ? sentence : sentence + "."
    }
}
