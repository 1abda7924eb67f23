import ImpactDiagnostics

/// `x.department.department`: in SQL a rule writes its value several times, so that rules of rules multiply it beyond reading.
extension Checker {
    private static let deepestRules = 3

    mutating func rule(_ kind: Expression.Kind, _ type: ValueType, _ range: TextRange) -> Meaning {
        let value = Expression(kind, type, range)
        guard value.rulesDeep > Self.deepestRules else { return .value(value) }
        report(
            "too-deep", range, "rules are made of each other more than \(Self.deepestRules) times", help: "one rule is coarse enough")
        return .unknown
    }
}

extension Expression {
    /// Rules inside each other, at most.
    fileprivate var rulesDeep: Int { (repeatsItsValue ? 1 : 0) + (parts.map(\.rulesDeep).max() ?? 0) }

    private var repeatsItsValue: Bool {
        switch kind {
        case .generalized(_, .bucketed), .generalized(_, .clamped), .generalized(_, .department), .domain: true
        default: false
        }
    }
}
