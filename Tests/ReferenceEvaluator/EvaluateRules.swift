import ImpactSemantics

extension Evaluator {
    func generalized(_ value: Value, _ rule: Generalization) throws -> Value {
        if value.isAbsent { return .absent }
        switch rule {
        case .truncated(let unit): return truncated(value, unit)
        case .department: return department(value)
        case .bucketed(let bounds): return band(value, bounds)
        case .rounded(let step): return try rounded(value, step)
        case .clamped(let low, let high):
            let (lower, upper) = (Value(low, value.type), Value(high, value.type))
            if isLess(value, lower) == true { return lower }
            return isLess(upper, value) == true ? upper : value
        }
    }

    /// `< 10`, `10 - 49`, `>= 50`; between numbers that are not whole, `0.5 - < 1`.
    private func band(_ value: Value, _ bounds: [Literal]) -> Value {
        let limits = bounds.map { Value($0, value.type) }
        let texts = bounds.map(digits)
        guard let above = limits.lastIndex(where: { isLess(value, $0) == false }) else { return .text("< " + texts[0]) }
        guard above + 1 < limits.count else { return .text(">= " + texts[above]) }
        if case .int(let next) = limits[above + 1] {
            let last = String(next - 1)
            return .text(last == texts[above] ? last : texts[above] + " - " + last)
        }
        return .text(texts[above] + " - < " + texts[above + 1])
    }

    private func digits(_ literal: Literal) -> String {
        switch literal {
        case .integer(let number): String(number)
        case .decimal(let digits): digits
        default: ""
        }
    }

    /// To the nearest multiple, halves away from zero.
    private func rounded(_ value: Value, _ step: Literal) throws -> Value {
        guard let step = Value(step, .decimal).decimal else { return .absent }
        switch value {
        case .int(let number): return try whole((ExactDecimal(number) / step).rounded * step)
        case .decimal(let number): return .decimal((number / step).rounded * step)
        case .double(let number):
            return ExactDecimal(number).flatMap { Double((($0 / step).rounded * step).text) }.map(Value.double) ?? .absent
        default: return .absent
        }
    }

    /// The first two characters of a French postcode, three overseas; Corsica's 20 is two départements.
    private func department(_ value: Value) -> Value {
        guard let code = value.text?.scalars, code.count == 5 else { return .absent }
        let isDigit = code.map { ("0"..."9").contains($0) }
        let isCorsican = code[0] == "2" && (code[1] == "A" || code[1] == "B") && isDigit[2...].allSatisfy { $0 }
        guard isCorsican || isDigit.allSatisfy({ $0 }) else { return .absent }
        if code[0] == "9", code[1] == "7" || code[1] == "8" { return .text(Text(code.prefix(3))) }
        if code[0] == "2", code[1] == "0" { return .text(code[2] < "2" ? "2A" : "2B") }
        return .text(Text(code.prefix(2)))
    }

    /// What stands behind the first `@`, if it is among those the project names.
    func domain(_ value: Value, _ domains: [String], _ otherwise: String) -> Value {
        guard let address = value.text else { return .absent }
        let parts = address.scalars.split(separator: "@", omittingEmptySubsequences: false)
        let domain = parts.count > 1 ? parts[1].map { String(single($0, $0.properties.lowercaseMapping)) }.joined() : ""
        return .text(domains.contains { Text($0) == Text(domain) } ? domain : otherwise)
    }
}

extension Value {
    /// Of a value that is there.
    fileprivate var type: ScalarType {
        switch self {
        case .int: .int
        case .decimal: .decimal
        case .double: .double
        default: .string
        }
    }
}
