import ImpactDiagnostics
import ImpactSyntax

extension Checker {
    /// `created_at.truncated(to: .month)`, `siren.hasPrefix("97")`
    mutating func call(
        _ method: NameSyntax, on value: Expression, _ given: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        switch value.type.scalar {
        case .unknown: return .unknown
        case .date, .timestamp: return temporal(method, value, given, range, environment)
        case .string where method.text == "domain": return domain(method, value, given, range)
        case .string: return textual(method, value, given, range, environment)
        case .int, .decimal, .double: return numeric(method, value, given, range, environment)
        default:
            report(
                "unknown-name", method.range, "\(value.type) has no `\(method.text)`",
                help: suggestion(for: method.text, among: Self.valueMembers(value.type.scalar)))
            return .unknown
        }
    }

    private mutating func temporal(
        _ method: NameSyntax, _ value: Expression, _ given: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        switch method.text {
        case "truncated":
            guard let named = arguments(given, [["to"]], method, "`truncated(to: .month)`"), let syntax = named["to"],
                let unit = unit(syntax)
            else { return .unknown }
            return .value(Expression(.generalized(value, .truncated(unit)), ValueType(.date, isOptional: value.type.isOptional), range))
        case "adding":
            let labels = ["days", "weeks", "months", "years"]
            guard let named = arguments(given, labels.map { [$0] }, method, "`adding(months: 1)`"), let (label, syntax) = named.first,
                let unit = DateUnit(rawValue: String(label.dropLast()))
            else { return .unknown }
            let count = self.value(syntax, in: environment)
            guard agrees(count.type, ValueType(.int, isOptional: true), syntax.range), isReasonable(count, from: -100_000) else {
                return .unknown
            }
            let type = ValueType(value.type.scalar, isOptional: value.type.isOptional || count.type.isOptional)
            return .value(Expression(.call(.adding(unit), [value, count]), type, range))
        case "days":
            guard let named = arguments(given, [["since"]], method, "`days(since: date)`"), let syntax = named["since"] else {
                return .unknown
            }
            let other = self.value(syntax, in: environment)
            guard agrees(value.type, ValueType(.date, isOptional: true), range),
                agrees(other.type, ValueType(.date, isOptional: true), syntax.range)
            else { return .unknown }
            let isOptional = value.type.isOptional || other.type.isOptional
            return .value(Expression(.call(.daysSince, [value, other]), ValueType(.int, isOptional: isOptional), range))
        default:
            report(
                "unknown-name", method.range, "\(value.type) has no `\(method.text)`",
                help: suggestion(for: method.text, among: ["truncated", "adding", "days"]))
            return .unknown
        }
    }

    /// A count written out that PostgreSQL would only refuse at night.
    private mutating func isReasonable(_ count: Expression, from low: Int = 0) -> Bool {
        guard case .literal(.integer(let number)) = count.kind, !(low...100_000).contains(number) else { return true }
        report("number-too-large", count.range, "the count is not between \(low) and 100,000")
        return false
    }

    mutating func unit(_ syntax: ExpressionSyntax) -> DateUnit? {
        guard case .implicitMember(let name) = syntax.kind, let unit = DateUnit(rawValue: name.text) else {
            report(
                "unknown-name", syntax.range, "a calendar unit is expected",
                help: "there are " + DateUnit.allCases.map { "`.\($0.rawValue)`" }.joined(separator: ", "))
            return nil
        }
        return unit
    }

    private static let textMethods: [String: (ScalarFunction, argument: ScalarType?, result: ScalarType)] = [
        "lowercased": (.lowercased, nil, .string), "uppercased": (.uppercased, nil, .string), "trimmed": (.trimmed, nil, .string),
        "prefix": (.prefix, .int, .string), "suffix": (.suffix, .int, .string),
        "hasPrefix": (.hasPrefix, .string, .bool), "hasSuffix": (.hasSuffix, .string, .bool), "contains": (.containsText, .string, .bool),
    ]

    private mutating func textual(
        _ method: NameSyntax, _ value: Expression, _ given: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        guard let (function, argument, result) = Self.textMethods[method.text] else {
            report(
                "unknown-name", method.range, "\(value.type) has no `\(method.text)`",
                help: suggestion(for: method.text, among: Self.textMethods.keys.sorted()))
            return .unknown
        }
        guard
            let named = arguments(
                given, [argument == nil ? [] : ["_"]], method, argument == nil ? "`\(method.text)()`" : "`\(method.text)(…)`")
        else { return .unknown }
        var operands = [value]
        if let argument, let syntax = named["_"] {
            let operand = self.value(syntax, in: environment)
            guard agrees(operand.type, ValueType(argument, isOptional: true), syntax.range), isReasonable(operand) else { return .unknown }
            operands.append(operand)
        }
        let isOptional = operands.contains { $0.type.isOptional }
        return .value(Expression(.call(function, operands), ValueType(result, isOptional: isOptional), range))
    }

    // MARK: - Subscripts

    mutating func subscripted(
        _ base: ExpressionSyntax, _ given: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        guard given.count == 1, given[0].label == nil else {
            report("wrong-arguments", range, "a subscript takes one value")
            return .unknown
        }
        if case .name(let name) = base.kind, modelSyntax[name] != nil, !isJSON(NameSyntax(name, base.range), environment) {
            return reference(to: name, given[0].value, range, environment)
        }
        switch meaning(base, in: environment) {
        case .value(let value) where value.type.scalar == .json: return jsonMember(value, given[0].value, range, environment)
        case .value(let value) where value.type.scalar == .unknown: return .unknown
        case .source(let source): return lookUp(in: source, given[0].value, range, environment)
        case .unknown: return .unknown
        default:
            report(
                "unsupported", range, "only JSON, reference lists and models are subscripted",
                help: "`resultat[\"key\"]`, `Pays[code]`, `entreprise[relation]`")
            return .unknown
        }
    }

    private mutating func isJSON(_ name: NameSyntax, _ environment: Environment) -> Bool {
        let before = diagnostics
        defer { diagnostics = before }
        if case .value(let value)? = declared(name, in: environment) { return value.type.scalar == .json }
        return false
    }

    private mutating func jsonMember(_ value: Expression, _ syntax: ExpressionSyntax, _ range: TextRange, _ environment: Environment)
        -> Meaning
    {
        let key = self.value(syntax, in: environment)
        guard [.string, .int, .unknown].contains(key.type.scalar) else {
            report("type-mismatch", syntax.range, "a JSON value is subscripted by a text or a number, and this is \(key.type)")
            return .unknown
        }
        return .value(Expression(.call(.jsonMember, [value, key]), ValueType(.json, isOptional: true), range))
    }

    /// `Pays[code]`: the row of that key, if there is one.
    private mutating func lookUp(in source: String, _ syntax: ExpressionSyntax, _ range: TextRange, _ environment: Environment) -> Meaning {
        let key = value(syntax, in: environment)
        guard environment.metric == nil else {
            report(
                "unsupported", range, "a metric is computed from exposed tables, and `\(source)` is none",
                help: "expose what is needed of it in a model")
            return .unknown
        }
        guard project.sources[source]?.isReference == true, let expected = project.sources[source]?.key else {
            report("unsupported", range, "`\(source)` is not a reference list", help: "follow a relation to it")
            return .unknown
        }
        guard agrees(key.type, expected.type.optional, syntax.range) else { return .unknown }
        return .row(.lookup(source: source, key: key), isOptional: true, isChained: false)
    }

    /// `utilisateur[user]`: the key of the exposed row, and a foreign key.
    private mutating func reference(
        to model: String, _ syntax: ExpressionSyntax, _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        guard case .row(let row, let isOptional, _) = meaning(syntax, in: environment) else {
            report(
                "wrong-arguments", syntax.range, "`\(model)[…]` takes a row of the source of `\(model)`",
                help: "write a relation, or `self`")
            return .unknown
        }
        guard let declaration = modelSyntax[model], let source = modelSource(declaration), row.source == .source(source) else {
            let expected = modelSyntax[model].flatMap { modelSource($0) } ?? model
            report(
                "wrong-arguments", syntax.range, "`\(model)` exposes rows of `\(expected)`, and this is one of `\(describe(row.source))`")
            return .unknown
        }
        let keys = declaration.members.filter { member in member.attributes.contains { $0.name.text == "key" } }
        guard keys.count == 1 else {
            report(
                "wrong-arguments", range,
                "`\(model)` has \(keys.isEmpty ? "no key" : "a key of several columns"), so one column cannot refer to it")
            return .unknown
        }
        let isAbsent = isOptional && !environment.facts.presentRows.contains(row)
        var inner = modelEnvironment(model, row, isOptional: isAbsent, isOwn: false)
        inner.depth = environment.depth
        let found = define(NameSyntax("\(model).\(keys[0].name.text)", keys[0].range)) { checker in
            (checker.value(checker.meaning(ofColumn: keys[0], in: inner), keys[0].range), checker.filter(of: declaration, in: inner))
        }
        guard let (key, filter) = found, key.type.scalar != .unknown else { return .unknown }
        let type = key.type.optional(if: isAbsent || filter != nil)
        return .value(Expression(.reference(model: model, key: key, exposedIf: filter), type, range))
    }
}
