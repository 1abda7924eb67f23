import ImpactDiagnostics
import ImpactSyntax

/// From what is written to what is meant. Each function reports what is wrong and answers `.unknown` or
/// `.invalid`, which agree with everything, so that one mistake gives one message.
extension Checker {
    func invalid(_ range: TextRange) -> Expression { Expression(.invalid, .unknown, range) }

    mutating func meaning(_ syntax: ExpressionSyntax, in environment: Environment) -> Meaning {
        let range = syntax.range
        switch syntax.kind {
        case .missing: return .unknown
        case .integer(let digits): return .value(integer(digits, range))
        case .decimal(let digits):
            guard digits.allSatisfy({ "0123456789._".contains($0) }) else {
                report("number-too-large", range, "`\(digits.prefix(40))` is not a number in plain digits")
                return .unknown
            }
            return .value(Expression(.literal(.decimal(digits.filter { $0 != "_" })), ValueType(.decimal), range))
        case .boolean(let value): return .value(Expression(.literal(.boolean(value)), ValueType(.bool), range))
        case .null: return .value(Expression(.literal(.null), ValueType(.null, isOptional: true), range))
        case .string(let segments): return .value(string(segments, range, environment))
        case .name(let name): return lookUp(NameSyntax(name, range), in: environment)
        case .implicitMember(let name):
            report("unknown-name", range, "`.\(name.text)` has no meaning here")
            return .unknown
        case .member(let base, let name, let isOptional): return member(base, name, isOptional, range, environment)
        case .call(let callee, let arguments): return call(callee, arguments, range, environment)
        case .subscript(let base, let arguments): return subscripted(base, arguments, range, environment)
        case .array(let elements): return .array(elements.map { value($0, in: environment) })
        case .tuple:
            report("unsupported", range, "several values in parentheses are no value", help: "write one expression, or a list: `[a, b]`")
            return .unknown
        case .openRange:
            report("unsupported", range, "a range without its other end holds only in `@check`", help: "write both ends: `1...9`")
            return .unknown
        case .not(let operand): return .value(not(condition(operand, in: environment), range))
        case .negate(let operand): return .value(negate(value(operand, in: environment), range))
        case .binary(let symbol, let left, let right): return binary(symbol, left, right, range, environment)
        case .conditional(let condition, let then, let otherwise):
            return .value(conditional(condition, then, otherwise, range, environment))
        case .choice(let subject, let cases): return .value(choice(subject, cases, range, environment))
        }
    }

    /// An expression that must be one value.
    mutating func value(_ syntax: ExpressionSyntax, in environment: Environment) -> Expression {
        value(meaning(syntax, in: environment), syntax.range)
    }

    mutating func value(_ meaning: Meaning, _ range: TextRange) -> Expression {
        switch meaning {
        case .value(let expression): return expression
        case .row(let row, _, _):
            report(
                "value-expected", range, "a row of `\(describe(row.source))` stands where one value is expected",
                help: "name one of its columns")
        case .collection(let collection):
            report(
                "fan-out", range, "several rows of `\(describe(collection.element))` stand where one value is expected",
                help: "say which or how many: `.count`, `.last(by: …)`, `.max(…)`, `.contains(where: …)`")
        case .source(let name):
            report("value-expected", range, "`\(name)` is a source, not a value")
        case .keys, .array, .interval:
            report("value-expected", range, "a list stands where one value is expected", help: "`.contains(…)` makes a condition of it")
        case .unknown: break
        }
        return invalid(range)
    }

    /// An expression that must be true or false.
    mutating func condition(_ syntax: ExpressionSyntax, in environment: Environment) -> Expression {
        condition(value(syntax, in: environment), syntax)
    }

    mutating func condition(_ found: Expression, _ syntax: ExpressionSyntax) -> Expression {
        guard [.bool, .unknown].contains(found.type.scalar) else {
            report(
                "type-mismatch", syntax.range, "a condition is expected, and this is \(found.type)", help: conditionHelp(found, syntax))
            return invalid(syntax.range)
        }
        return found
    }

    private func conditionHelp(_ found: Expression, _ syntax: ExpressionSyntax) -> String? {
        guard case .name(let name) = syntax.kind else { return nil }
        return found.type.isOptional ? "compare it: `\(name) != nil`, `\(name) == …`" : "compare it: `\(name) == …`"
    }

    func describe(_ source: RowSource) -> String {
        switch source {
        case .source(let name), .model(let name): name
        case .entry: "JSON entry"
        case .item: "JSON element"
        }
    }

    /// Looks at a definition unless it is already being looked at: nothing is defined by itself.
    mutating func define<Result>(_ name: NameSyntax, _ body: (inout Checker) -> Result) -> Result? {
        if let start = open.firstIndex(where: { $0.name == name.text }) {
            let path = (open[start...].map(\.name) + [name.text]).map { "`\($0)`" }.joined(separator: " → ")
            report(
                "cycle", open[start].range, "`\(name.text)` is defined by itself", notes: ["the cycle is \(path)"],
                help: "begin with a column of its source, or give one of the two another name")
            return nil
        }
        guard open.count < 60 else {
            report("too-deep", name.range, "definitions call each other too deeply", help: "name intermediate results with `private let`")
            return nil
        }
        open.append(OpenDefinition(name: name.text, range: name.range))
        defer { open.removeLast() }
        return body(&self)
    }

    private mutating func integer(_ digits: String, _ range: TextRange) -> Expression {
        let plain = digits.filter { $0 != "_" }
        guard plain.allSatisfy(\.isNumber), let number = Int(plain) else {
            report("number-too-large", range, "`\(digits.prefix(40))` is not a whole number PostgreSQL can hold")
            return invalid(range)
        }
        return Expression(.literal(.integer(number)), ValueType(.int), range)
    }

    private mutating func string(_ segments: [StringSegmentSyntax], _ range: TextRange, _ environment: Environment) -> Expression {
        var parts: [Expression] = []
        for segment in segments {
            switch segment {
            case .literal(let text):
                if text.unicodeScalars.contains("\0") {
                    report("text-expected", range, "a text cannot hold a NUL character in PostgreSQL")
                }
                if !text.isEmpty || segments.count == 1 { parts.append(Expression(.literal(.string(text)), ValueType(.string), range)) }
            case .interpolation(let inner): parts.append(value(inner, in: environment))
            }
        }
        if parts.count == 1, case .literal(.string) = parts[0].kind { return parts[0] }
        return Expression(.interpolation(parts), ValueType(.string, isOptional: parts.contains { $0.type.isOptional }), range)
    }
}
