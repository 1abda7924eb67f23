import ImpactDiagnostics

/// What is known of one exposed column.
package struct ColumnTreatment: Sendable {
    package let table: String
    package let column: String
    package let flow: Flow
}

/// What is known of the rows of an exposed table.
package struct RowTreatment: Sendable {
    /// What the model's `where:` says.
    package var filter = Flow()
    /// What `kAnonymous:` counts, where the author names it.
    package var unit: Flow?
}

/// What flows into a value: its label, how it came by it, and all that it was made from.
package struct Flow: Sendable {
    package var label: Sensitivity = .plain
    /// Where the label comes from, hop by hop.
    package var hops: [Hop] = []
    /// The source columns that it depends on, in the order they are met.
    package var origins: [Origin] = []
    /// The highest label before any rule lowered it.
    package var rawLabel: Sensitivity = .plain
    /// The rules on the way, in the words of the register.
    package var rules: [Rule] = []

    /// Of what depends on no data.
    package static let nothing = Flow()

    package struct Hop: Sendable, Equatable {
        package let text: String
        package let range: TextRange
        package let label: Sensitivity
    }

    package struct Origin: Sendable, Hashable {
        package let table: String
        package let column: String
        package let label: Sensitivity
        /// Why it is harmless, where somebody said.
        package let harmlessBecause: String?
    }

    package enum Rule: Sendable, Hashable {
        case pseudonym
        case generalized(Generalization)
        case domain
        case presence
        case counted
        case disclosed(because: String)
        /// Shown only where a cell has that many units.
        case threshold(Int)
    }

    /// Both flow into one value: the higher label wins, with its path.
    func joined(_ other: Flow) -> Flow {
        var flow = other.label > label ? other : self
        flow.origins = origins + other.origins.filter { !origins.contains($0) }
        flow.rules = rules + other.rules.filter { !rules.contains($0) }
        flow.rawLabel = max(rawLabel, other.rawLabel)
        return flow
    }

    /// One step further: `through` is a few words on what was done.
    func through(_ text: String, _ range: TextRange) -> Flow {
        guard label > .plain else { return self }
        var flow = self
        flow.hops.append(Hop(text: text, range: range, label: label))
        return flow
    }

    func lowered(to label: Sensitivity, by rule: Rule) -> Flow {
        var flow = self
        if !flow.rules.contains(rule) { flow.rules.append(rule) }
        flow.label = label
        if label == .plain { flow.hops = [] }
        return flow
    }
}
