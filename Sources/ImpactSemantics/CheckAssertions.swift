import ImpactDiagnostics
import ImpactSyntax

extension Checker {
    /// Those of the struct, then those of its columns.
    mutating func assertions(of declaration: StructSyntax, _ columns: [ModelColumn]) -> [Assertion] {
        var found: [Assertion] = []
        for attribute in declaration.attributes where attribute.name.text == "check" {
            found += [tableAssertion(attribute, columns)].compactMap { $0 }
        }
        for member in declaration.members {
            for attribute in member.attributes where attribute.name.text == "check" {
                guard !member.isPrivate else {
                    report("wrong-arguments", attribute.range, "`\(member.name.text)` is not exposed, and a check is about what is")
                    continue
                }
                guard let column = columns.first(where: { $0.name == member.name.text }) else { continue }
                found += [columnAssertion(attribute, column)].compactMap { $0 }
            }
        }
        return found
    }

    // MARK: - About the table

    private mutating func tableAssertion(_ attribute: AttributeSyntax, _ columns: [ModelColumn]) -> Assertion? {
        guard let rule = rule(attribute, ["unique", "rows", "freshness"], besides: ["within"], "`@check(rows: 1...)`") else { return nil }
        switch rule.label?.text {
        case "unique": return unique(rule.value, attribute, columns)
        case "rows":
            guard let bounds = bounds(rule.value, .int) else { return nil }
            return Assertion(kind: .rows(bounds), isWarning: isWarning(attribute), rule: "rows: \(bounds)")
        default: return freshness(rule.value, attribute, columns)
        }
    }

    private mutating func unique(_ value: ExpressionSyntax, _ attribute: AttributeSyntax, _ columns: [ModelColumn]) -> Assertion? {
        var parts = [value]
        if case .array(let elements) = value.kind { parts = elements }
        let names = parts.compactMap { column($0, columns)?.name }
        guard !names.isEmpty, names.count == parts.count else { return nil }
        return Assertion(kind: .unique(names), isWarning: isWarning(attribute), rule: "unique")
    }

    private mutating func freshness(_ value: ExpressionSyntax, _ attribute: AttributeSyntax, _ columns: [ModelColumn]) -> Assertion? {
        guard let column = column(value, columns) else { return nil }
        guard column.type.scalar.isTemporal else {
            report("type-mismatch", value.range, "`\(column.name)` is \(column.type), and freshness is that of a Date or a Timestamp")
            return nil
        }
        let within = attribute.arguments.first { $0.label?.text == "within" }?.value
        guard case .integer(let digits)? = within?.kind, let days = Int(digits) else {
            report(
                "constant-expected", within?.range ?? attribute.range, "`within:` is a whole number of days",
                help: "write `@check(freshness: \(column.name), within: 7)`")
            return nil
        }
        return Assertion(kind: .freshness(column, days: days), isWarning: isWarning(attribute), rule: "freshness: \(days) days")
    }

    private mutating func column(_ value: ExpressionSyntax, _ columns: [ModelColumn]) -> ModelColumn? {
        guard case .name(let name) = value.kind, let found = columns.first(where: { $0.name == name }) else {
            let name = if case .name(let name) = value.kind { name } else { "" }
            report(
                "unknown-name", value.range,
                name.isEmpty ? "a check names exposed columns" : "`\(name)` is no exposed column of this model",
                help: suggestion(for: name, among: columns.map(\.name)))
            return nil
        }
        return found
    }

    // MARK: - About a column

    private mutating func columnAssertion(_ attribute: AttributeSyntax, _ column: ModelColumn) -> Assertion? {
        guard let rule = rule(attribute, ["range", "oneOf"], besides: [], "`@check(range: 0...100)`") else { return nil }
        if rule.label?.text == "oneOf" { return oneOf(rule.value, attribute, column) }
        guard column.type.scalar.isNumeric else {
            report("type-mismatch", rule.value.range, "`\(column.name)` is \(column.type), and a range is one of numbers")
            return nil
        }
        guard let bounds = bounds(rule.value, column.type.scalar) else { return nil }
        return Assertion(kind: .range(column.name, bounds), isWarning: isWarning(attribute), rule: "range: \(bounds)")
    }

    private mutating func oneOf(_ value: ExpressionSyntax, _ attribute: AttributeSyntax, _ column: ModelColumn) -> Assertion? {
        guard case .array(let elements) = value.kind, !elements.isEmpty, [.string, .int].contains(column.type.scalar) else {
            report(
                "wrong-arguments", value.range, "`oneOf:` takes the values of a String or an Int",
                help: "write `@check(oneOf: [\"A JOUR\", \"EN COURS\"])`")
            return nil
        }
        let values = elements.compactMap { constant($0, column.type.scalar) }
        guard values.count == elements.count else { return nil }
        return Assertion(kind: .oneOf(column.name, values), isWarning: isWarning(attribute), rule: "oneOf")
    }

    // MARK: - Their arguments

    /// The one argument that says which rule it is; the others are its parameters.
    private mutating func rule(
        _ attribute: AttributeSyntax, _ rules: [String], besides parameters: [String], _ example: String
    ) -> ArgumentSyntax? {
        let known = rules + parameters + ["severity"]
        for argument in attribute.arguments {
            guard let label = argument.label, !known.contains(label.text) else { continue }
            report(
                "unknown-setting", label.range, "a check has no `\(label.text):` here", help: suggestion(for: label.text, among: known))
            return nil
        }
        let found = attribute.arguments.filter { rules.contains($0.label?.text ?? "") }
        guard found.count == 1 else {
            report("wrong-arguments", attribute.range, "a check has one rule", help: "write \(example)")
            return nil
        }
        return found[0]
    }

    private mutating func isWarning(_ attribute: AttributeSyntax) -> Bool {
        guard let value = attribute.arguments.first(where: { $0.label?.text == "severity" })?.value else { return false }
        if case .implicitMember(let name) = value.kind, ["error", "warning"].contains(name.text) { return name.text == "warning" }
        report("unknown-name", value.range, "a severity is `.error` or `.warning`")
        return false
    }

    /// `0...100`, `0..<1`, `1...`, `...100`
    private mutating func bounds(_ value: ExpressionSyntax, _ type: ScalarType) -> Assertion.Bounds? {
        switch value.kind {
        case .binary(let symbol, let left, let right) where symbol == .closedRange || symbol == .halfOpenRange:
            guard let lower = constant(left, type), let upper = constant(right, type) else { return nil }
            if let low = lower.number, let high = upper.number, low > high {
                report("empty-range", value.range, "the range ends before it starts")
            }
            return Assertion.Bounds(lower: lower, upper: upper, isHalfOpen: symbol == .halfOpenRange)
        case .openRange(let bound, let isUpward):
            return constant(bound, type).map { Assertion.Bounds(lower: isUpward ? $0 : nil, upper: isUpward ? nil : $0, isHalfOpen: false) }
        default:
            report("constant-expected", value.range, "a range is written out", help: "write `0...100`, `1...` or `...100`")
            return nil
        }
    }

    private mutating func constant(_ value: ExpressionSyntax, _ type: ScalarType) -> Literal? {
        switch (value.kind, type) {
        case (.integer(let digits), .int), (.integer(let digits), .decimal), (.integer(let digits), .double):
            if let number = Int(digits.filter { $0 != "_" }) { return .integer(number) }
        case (.decimal(let digits), .decimal), (.decimal(let digits), .double): return .decimal(digits.filter { $0 != "_" })
        case (.string, .string): if let text = text(value) { return .string(text) }
        case (.negate(let inner), _):
            switch constant(inner, type) {
            case .integer(let number): return .integer(-number)
            case .decimal(let digits): return .decimal("-" + digits)
            default: return nil
            }
        case (.missing, _): return nil
        default: break
        }
        report(
            "constant-expected", value.range, "a value of a check is written out, as \(type.rawValue)",
            help: "absent values pass every check")
        return nil
    }
}

extension Assertion.Bounds: CustomStringConvertible {
    package var description: String { (lower?.digits ?? "") + (isHalfOpen ? "..<" : "...") + (upper?.digits ?? "") }
}

extension Literal {
    fileprivate var number: Double? { digits.isEmpty ? nil : Double(digits) }

    fileprivate var digits: String {
        switch self {
        case .integer(let number): String(number)
        case .decimal(let digits): digits
        default: ""
        }
    }
}
