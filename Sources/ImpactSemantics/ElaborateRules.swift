import ImpactDiagnostics
import ImpactSyntax

/// Rules that make a value coarser. Their parameters are literals: a bound that came from a row would say what the row says.
extension Checker {
    mutating func numeric(
        _ method: NameSyntax, _ value: Expression, _ given: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        let rule: Generalization?
        switch method.text {
        case "bucketed": rule = bounds(method, value, given, environment).map(Generalization.bucketed)
        case "rounded":
            guard let named = arguments(given, [["to"]], method, "`rounded(to: 100)`"), let syntax = named["to"] else { return .unknown }
            rule = constant(syntax, value, environment).flatMap { isPositive($0, syntax.range) ? .rounded($0) : nil }
        case "clamped":
            guard let named = arguments(given, [["to"]], method, "`clamped(to: 0...100)`"), let syntax = named["to"] else {
                return .unknown
            }
            rule = interval(syntax, value, environment)
        default:
            report(
                "unknown-name", method.range, "\(value.type) has no `\(method.text)`",
                help: suggestion(for: method.text, among: ["bucketed", "rounded", "clamped"]))
            return .unknown
        }
        guard let found = rule else { return .unknown }
        let isLabel = if case .bucketed = found { true } else { false }
        let type = ValueType(isLabel ? .string : value.type.scalar, isOptional: value.type.isOptional)
        return self.rule(.generalized(value, found), type, range)
    }

    private mutating func bounds(
        _ method: NameSyntax, _ value: Expression, _ given: [ArgumentSyntax], _ environment: Environment
    ) -> [Literal]? {
        guard let named = arguments(given, [["by"]], method, "`bucketed(by: [10, 50, 250])`"), let syntax = named["by"],
            case .array(let elements) = syntax.kind, !elements.isEmpty
        else {
            report("wrong-arguments", method.range, "the bands have no bounds", help: "write `bucketed(by: [10, 50, 250])`")
            return nil
        }
        let bounds = elements.compactMap { constant($0, value, environment) }
        guard bounds.count == elements.count else { return nil }
        let numbers = bounds.compactMap(\.number)
        guard zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }) else {
            report("empty-range", syntax.range, "the bounds of the bands do not rise")
            return nil
        }
        return bounds
    }

    private mutating func interval(_ syntax: ExpressionSyntax, _ value: Expression, _ environment: Environment) -> Generalization? {
        guard case .binary(.closedRange, let low, let high) = syntax.kind, let lower = constant(low, value, environment),
            let upper = constant(high, value, environment)
        else {
            report("wrong-arguments", syntax.range, "`clamped(to:)` takes a range of numbers", help: "write `clamped(to: 0...100)`")
            return nil
        }
        return .clamped(lower, upper)
    }

    private mutating func constant(_ syntax: ExpressionSyntax, _ value: Expression, _ environment: Environment) -> Literal? {
        let found = adapted(self.value(syntax, in: environment), to: value.type)
        guard case .literal(let literal) = found.kind, literal.number != nil else {
            if found.type.scalar != .unknown {
                report(
                    "constant-expected", syntax.range, "a rule's parameter is a number written out",
                    help: "a bound that came from a row would say what the row says")
            }
            return nil
        }
        return agrees(found.type, value.type, syntax.range) ? literal : nil
    }

    private mutating func isPositive(_ literal: Literal, _ range: TextRange) -> Bool {
        if literal.number.map({ $0 > 0 }) == true { return true }
        report("empty-range", range, "the step is not above zero")
        return false
    }

    mutating func domain(_ method: NameSyntax, _ value: Expression, _ given: [ArgumentSyntax], _ range: TextRange) -> Meaning {
        guard let named = arguments(given, [["among", "otherwise"]], method, "`domain(among: [\"beta.gouv.fr\"], otherwise: \"autre\")`"),
            case .array(let elements)? = named["among"]?.kind, let otherwise = named["otherwise"].flatMap({ text($0) })
        else {
            report(
                "constant-expected", range, "the domains are texts written out",
                help: "write `domain(among: [\"beta.gouv.fr\"], otherwise: \"autre\")`")
            return .unknown
        }
        let domains = elements.compactMap { text($0)?.lowercased() }
        guard domains.count == elements.count, !domains.isEmpty else {
            report(
                "constant-expected", range, "the domains are texts written out",
                help: "write `domain(among: [\"beta.gouv.fr\"], otherwise: \"autre\")`")
            return .unknown
        }
        let kind = Expression.Kind.domain(value, among: domains, otherwise: otherwise)
        return rule(kind, ValueType(.string, isOptional: value.type.isOptional), range)
    }
}

extension Literal {
    fileprivate var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .decimal(let digits): Double(digits)
        default: nil
        }
    }
}
