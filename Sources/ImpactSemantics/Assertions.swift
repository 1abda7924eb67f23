import ImpactDiagnostics

/// `@check(range: 0...100)`: what published rows must satisfy. It looks at nothing else, so it says nothing that they do not.
package struct Assertion: Sendable {
    package enum Kind: Sendable {
        /// No two rows have the same values; rows where one is absent do not count.
        case unique([String])
        /// How many rows there are.
        case rows(Bounds)
        /// The latest is at most so many days before today.
        case freshness(ModelColumn, days: Int)
        /// Absent values are in every range.
        case range(String, Bounds)
        case oneOf(String, [Literal])
    }

    package struct Bounds: Sendable {
        package let lower: Literal?
        package let upper: Literal?
        package let isHalfOpen: Bool
    }

    package let kind: Kind
    /// It is told, and the publication goes on.
    package let isWarning: Bool
    /// `range: 0...100`
    package let rule: String

    /// What it is about; nil where it is the whole table.
    package var columns: [String] {
        switch kind {
        case .unique(let names): names
        case .rows: []
        case .freshness(let column, _): [column.name]
        case .range(let name, _), .oneOf(let name, _): [name]
        }
    }
}
