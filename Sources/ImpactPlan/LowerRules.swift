import ImpactSemantics
import PostgresSQL

/// The rules that make a value coarser, in plain SQL. An absent value stays absent.
extension Lowering {
    mutating func generalized(_ inner: Expression, _ rule: Generalization) -> SQLExpression {
        switch rule {
        case .truncated(let unit): return truncated(inner, unit)
        case .bucketed(let bounds): return bucketed(lower(inner), bounds, isWhole: inner.type.scalar == .int)
        case .rounded(let step): return rounded(inner, lower(step))
        case .clamped(let low, let high): return clamped(lower(inner), lower(low), lower(high))
        case .department: return department(lower(inner))
        }
    }

    private mutating func truncated(_ inner: Expression, _ unit: DateUnit) -> SQLExpression {
        let isDate = inner.type.scalar == .date
        let value = isDate ? lower(inner) : .atTimeZone(lower(inner), project.settings.timeZone)
        if unit == .day { return isDate ? value : .cast(value, "date") }
        return .cast(.call("date_trunc", [.string(unit.rawValue), value]), "date")
    }

    /// `< 10`, `10 - 49`, `>= 250`; for numbers with decimals `10 - < 50`.
    private func bucketed(_ value: SQLExpression, _ bounds: [Literal], isWhole: Bool) -> SQLExpression {
        var branches = [SQLBranch(.binary(.less, value, lower(bounds[0])), .string("< \(bounds[0].digits)"))]
        for (low, high) in zip(bounds, bounds.dropFirst()) {
            let last = if isWhole, case .integer(let number) = high { String(number - 1) } else { "< " + high.digits }
            let label = last == low.digits ? last : "\(low.digits) - \(last)"
            branches.append(SQLBranch(.binary(.less, value, lower(high)), .string(label)))
        }
        let top = bounds[bounds.count - 1]
        branches.append(SQLBranch(.binary(.greaterOrEqual, value, lower(top)), .string(">= \(top.digits)")))
        return .choice(subject: nil, branches: branches, otherwise: nil)
    }

    private mutating func rounded(_ inner: Expression, _ step: SQLExpression) -> SQLExpression {
        let quotient = SQLExpression.binary(.divided, .cast(lower(inner), "numeric"), step)
        let product = SQLExpression.binary(.times, .call("round", [quotient]), step)
        return inner.type.scalar == .decimal ? product : .cast(product, inner.type.scalar.postgres)
    }

    /// Not least and greatest, which would make a bound of an absent value.
    private func clamped(_ value: SQLExpression, _ low: SQLExpression, _ high: SQLExpression) -> SQLExpression {
        let branches = [SQLBranch(.binary(.less, value, low), low), SQLBranch(.binary(.greater, value, high), high)]
        return .choice(subject: nil, branches: branches, otherwise: value)
    }

    /// Corsica's 20… is 2A up to 20199 and 2B from 20200; overseas has three digits. What is no postcode has none.
    private func department(_ postcode: SQLExpression) -> SQLExpression {
        func matches(_ pattern: String) -> SQLExpression { .binary(.matches, postcode, .string(pattern)) }
        let branches = [
            SQLBranch(matches(#"^9[78]\d{3}$"#), .call("left", [postcode, .integer(3)])),
            SQLBranch(matches(#"^20[01]\d{2}$"#), .string("2A")),
            SQLBranch(matches(#"^20[2-9]\d{2}$"#), .string("2B")),
            SQLBranch(matches(#"^(\d{5}|2[AB]\d{3})$"#), .call("left", [postcode, .integer(2)])),
        ]
        return .choice(subject: nil, branches: branches, otherwise: nil)
    }

    func domain(_ address: SQLExpression, _ domains: [String], _ otherwise: String) -> SQLExpression {
        let domain = SQLExpression.call("lower", [.call("split_part", [address, .string("@"), .integer(2)])])
        let branches = [
            SQLBranch(.isIn(domain, domains.map { .string($0) }, isNegated: false), domain),
            SQLBranch(.test(address, .isNotNull), .string(otherwise)),
        ]
        return .choice(subject: nil, branches: branches, otherwise: nil)
    }
}

extension Literal {
    fileprivate var digits: String {
        switch self {
        case .integer(let number): String(number)
        case .decimal(let digits): digits
        default: ""
        }
    }
}
