/// How much a value says of a person, in order: an expression has the highest of what flows into it.
package enum Sensitivity: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Harmless.
    case plain
    /// Harmless alone, identifying in combination.
    case quasi
    /// A token under a secret key. Personal data in law.
    case pseudonymous
    /// Says who a person is, or what they wrote.
    case personal
    /// Reaches nothing, not even a count.
    case secret

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    package var name: String {
        switch self {
        case .plain: "plain"
        case .quasi: "quasi"
        case .pseudonymous: "pseudonymous"
        case .personal: "personal"
        case .secret: "secret"
        }
    }
    /// What a column may be declared with: tokens are made, never stored.
    static let declarable: [Sensitivity] = [.plain, .quasi, .personal, .secret]
}

/// What the readers of a model may see at most.
package enum Clearance: String, Sendable, Hashable, CaseIterable {
    /// Nothing that tells a person apart: plain data only.
    case anonymous
    /// Tokens and quasi-identifiers too; still personal data in law.
    case pseudonymous

    package var ceiling: Sensitivity { self == .anonymous ? .plain : .pseudonymous }
}
