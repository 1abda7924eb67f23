import ImpactDiagnostics
import ImpactSyntax

extension Checker {
    mutating func binary(
        _ symbol: OperatorSyntax, _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        switch symbol {
        case .and, .or: return .value(logical(symbol, left, right, range, environment))
        case .equal, .notEqual: return .value(equality(symbol, left, right, range, environment))
        case .less: return .value(comparison(.less, left, right, range, environment))
        case .lessOrEqual: return .value(comparison(.lessOrEqual, left, right, range, environment))
        case .greater: return .value(comparison(.greater, left, right, range, environment))
        case .greaterOrEqual: return .value(comparison(.greaterOrEqual, left, right, range, environment))
        case .coalesce: return coalesce(left, right, range, environment)
        case .closedRange, .halfOpenRange: return interval(symbol, left, right, range, environment)
        case .plus: return .value(arithmetic(.plus, left, right, range, environment))
        case .minus: return .value(arithmetic(.minus, left, right, range, environment))
        case .times: return .value(arithmetic(.times, left, right, range, environment))
        case .divided: return .value(arithmetic(.divided, left, right, range, environment))
        case .remainder: return .value(arithmetic(.remainder, left, right, range, environment))
        }
    }

    func not(_ operand: Expression, _ range: TextRange) -> Expression {
        if operand.type.scalar == .unknown { return invalid(range) }
        if case .not(let inner) = operand.kind { return inner }
        return Expression(.not(operand), operand.type, range)
    }

    mutating func negate(_ operand: Expression, _ range: TextRange) -> Expression {
        if case .literal(.integer(let number)) = operand.kind { return Expression(.literal(.integer(-number)), operand.type, range) }
        if case .literal(.decimal(let digits)) = operand.kind {
            let negated = digits.hasPrefix("-") ? String(digits.dropFirst()) : "-" + digits
            return Expression(.literal(.decimal(negated)), operand.type, range)
        }
        guard operand.type.scalar.isNumeric || operand.type.scalar == .unknown else {
            report("type-mismatch", range, "`-` applies to a number, and this is \(operand.type)")
            return invalid(range)
        }
        return Expression(.negate(operand), operand.type, range)
    }

    private mutating func logical(
        _ symbol: OperatorSyntax, _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ range: TextRange, _ environment: Environment
    ) -> Expression {
        let found = value(left, in: environment)
        if symbol == .or, found.type.scalar == .string { return joinedTexts(found, left, right, range, environment) }
        let first = condition(found, left)
        // The right side is only looked at when the left one has not decided.
        let second = condition(right, in: environment.knowing(Facts(first, holds: symbol == .and)))
        let type = ValueType(.bool, isOptional: first.type.isOptional || second.type.isOptional)
        return Expression(symbol == .and ? .and(first, second) : .or(first, second), type, range)
    }

    /// `nom || prenom`, as SQL joins texts: said once, of both sides.
    private mutating func joinedTexts(
        _ found: Expression, _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ range: TextRange, _ environment: Environment
    ) -> Expression {
        let other = value(right, in: environment)
        if other.type.scalar == .string {
            report(
                "type-mismatch", range, "`||` joins conditions, and these are texts",
                help: "join texts with `+`, or `\"\\(first) \\(second)\"`")
        } else {
            _ = condition(found, left)
            _ = condition(other, right)
        }
        return invalid(range)
    }

    private mutating func equality(
        _ symbol: OperatorSyntax, _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ range: TextRange, _ environment: Environment
    ) -> Expression {
        let isNegated = symbol == .notEqual
        let compared = meaning(left, in: environment)
        if case .null = right.kind, case .row(let row, _, _) = compared {
            let present = Expression(.isPresent(row), ValueType(.bool), range)
            return isNegated ? present : Expression(.not(present), ValueType(.bool), range)
        }
        let (first, second) = agreeing(value(compared, left.range), value(right, in: environment))
        guard first.type.unified(with: second.type) != nil else {
            report("type-mismatch", range, "\(first.type) is compared with \(second.type)", help: conversionHelp(first.type, second.type))
            return invalid(range)
        }
        let equal = Expression(.equal(first, second), ValueType(.bool), range)
        return isNegated ? Expression(.not(equal), ValueType(.bool), range) : equal
    }

    private mutating func comparison(
        _ comparison: Comparison, _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ range: TextRange, _ environment: Environment
    ) -> Expression {
        let (first, second) = agreeing(value(left, in: environment), value(right, in: environment))
        guard let type = first.type.unified(with: second.type), type.scalar.isOrdered || type.scalar == .unknown else {
            report(
                "type-mismatch", range, "\(first.type) and \(second.type) have no order between them",
                help: conversionHelp(first.type, second.type))
            return invalid(range)
        }
        return Expression(.compare(comparison, first, second), ValueType(.bool, isOptional: type.isOptional), range)
    }

    private mutating func arithmetic(
        _ operation: Arithmetic, _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ range: TextRange, _ environment: Environment
    ) -> Expression {
        let (first, second) = agreeing(value(left, in: environment), value(right, in: environment))
        guard let type = first.type.unified(with: second.type) else {
            report(
                "type-mismatch", range,
                "`\(operation.rawValue)` takes two numbers of one type, and these are \(first.type) and \(second.type)",
                help: conversionHelp(first.type, second.type))
            return invalid(range)
        }
        if type.scalar == .string, operation == .plus { return Expression(.interpolation([first, second]), type, range) }
        guard type.scalar.isNumeric || type.scalar == .unknown else {
            report("type-mismatch", range, "`\(operation.rawValue)` takes numbers, and this is \(type)")
            return invalid(range)
        }
        if operation == .remainder, type.scalar == .double {
            report(
                "type-mismatch", range, "`%` takes whole or decimal numbers, and this is \(type)",
                help: "convert them: `Int(x)` or `Decimal(x)`")
            return invalid(range)
        }
        let divides = operation == .divided || operation == .remainder
        if divides, !isNeverZero(second, environment) {
            return Expression(.arithmetic(operation == .divided ? .dividedSafely : .remainderSafely, first, second), type.optional, range)
        }
        return Expression(.arithmetic(operation, first, second), type, range)
    }

    private func isNeverZero(_ divisor: Expression, _ environment: Environment) -> Bool {
        switch divisor.kind {
        case .literal(.integer(let number)): number != 0
        case .literal(.decimal(let digits)): digits.contains { ("1"..."9").contains($0) }
        case .call(.toDouble, let arguments), .call(.toDecimal, let arguments): isNeverZero(arguments[0], environment)
        default: environment.facts.nonZero.contains(divisor.unnamed)
        }
    }

    /// A literal whole number takes the type of the number beside it, as in Swift.
    private func agreeing(_ left: Expression, _ right: Expression) -> (Expression, Expression) {
        (adapted(left, to: right.type), adapted(right, to: left.type))
    }

    func adapted(_ expression: Expression, to type: ValueType) -> Expression {
        switch (expression.kind, type.scalar) {
        case (.literal(.integer(let number)), .decimal), (.literal(.integer(let number)), .double):
            Expression(.literal(.decimal(String(number))), ValueType(type.scalar), expression.range)
        case (.literal(.decimal), .double): Expression(expression.kind, ValueType(.double), expression.range)
        default: expression
        }
    }

    private func conversionHelp(_ left: ValueType, _ right: ValueType) -> String? {
        let pair = Set([left.scalar, right.scalar])
        if pair == [.date, .timestamp] { return "`.truncated(to: .day)` makes a Date of a Timestamp" }
        if pair.allSatisfy({ $0.isNumeric }) { return "convert one of them: `Double(x)`, `Decimal(x)` or `Int(x)`" }
        if pair == [.int, .string] { return "`\"\\(number)\"` makes a text of a number" }
        if pair == [.bool, .int] {
            return "a Bool is compared with `true` or `false`; a value between two bounds is `(50..<250).contains(x)`"
        }
        if pair.contains(.string), pair.contains(where: \.isTemporal) {
            return "compare parts of it: `date.year >= 2024`, `date.month == 1`"
        }
        return nil
    }

    private mutating func coalesce(
        _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        let first = meaning(left, in: environment)
        if case .row(let row, _, _) = first { return coalesce(row, right, range, environment) }
        let value = self.value(first, left.range)
        let other = adapted(self.value(right, in: environment), to: value.type)
        guard let type = value.type.unified(with: other.type) else {
            report(
                "type-mismatch", range, "`??` takes two values of one type, and these are \(value.type) and \(other.type)",
                help: conversionHelp(value.type, other.type))
            return .unknown
        }
        // What is never absent needs no other value.
        if !value.type.isOptional { return .value(value) }
        return .value(Expression(.coalesce(value, other), ValueType(type.scalar, isOptional: other.type.isOptional), range))
    }

    private mutating func coalesce(_ row: Row, _ right: ExpressionSyntax, _ range: TextRange, _ environment: Environment) -> Meaning {
        guard case .row(let other, let isOptional, _) = meaning(right, in: environment), other.source == row.source else {
            report("type-mismatch", right.range, "another row of `\(describe(row.source))` is expected after `??`")
            return .unknown
        }
        return .row(.coalesce(row, other), isOptional: isOptional, isChained: false)
    }

    private mutating func interval(
        _ symbol: OperatorSyntax, _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        let (lower, upper) = agreeing(value(left, in: environment), value(right, in: environment))
        guard let type = lower.type.unified(with: upper.type), type.scalar.isOrdered || type.scalar == .unknown else {
            report("type-mismatch", range, "a range goes between two values of one ordered type")
            return .unknown
        }
        if case .literal(.integer(let low)) = lower.kind, case .literal(.integer(let high)) = upper.kind, low > high {
            report("empty-range", range, "the range ends before it starts")
        }
        return .interval(ClosedInterval(lower: lower, upper: upper, isHalfOpen: symbol == .halfOpenRange))
    }

    mutating func conditional(
        _ condition: ExpressionSyntax, _ then: ExpressionSyntax, _ otherwise: ExpressionSyntax, _ range: TextRange,
        _ environment: Environment
    ) -> Expression {
        let test = self.condition(condition, in: environment)
        let first = value(then, in: environment.knowing(Facts(test)))
        let second = value(otherwise, in: environment.knowing(Facts(test, holds: false)))
        guard let (branches, type) = unify([first, second], range) else { return invalid(range) }
        return Expression(.conditional(test, then: branches[0], else: branches[1]), type, range)
    }

    /// The branches with their literals adapted, and the one type they have.
    private mutating func unify(_ branches: [Expression], _ range: TextRange) -> ([Expression], ValueType)? {
        let leading = branches.first { ![.null, .int].contains($0.type.scalar) } ?? branches[0]
        let adapted = branches.map { self.adapted($0, to: leading.type) }
        var type = adapted[0].type
        for branch in adapted.dropFirst() {
            guard let next = type.unified(with: branch.type) else {
                report(
                    "type-mismatch", branch.range, "the branches are of different types: \(type) and \(branch.type)",
                    labels: [.init(adapted[0].range, "\(type)")])
                return nil
            }
            type = next
        }
        return (adapted, type)
    }

    mutating func choice(
        _ subject: ExpressionSyntax, _ cases: [CaseSyntax], _ range: TextRange, _ environment: Environment
    ) -> Expression {
        let value = self.value(subject, in: environment)
        var patterns: [[Branch.Pattern]] = []
        var results: [Expression] = []
        var known = environment
        for one in cases where !one.patterns.isEmpty {
            let found = one.patterns.compactMap { pattern($0, for: value, environment) }
            patterns.append(found)
            results.append(self.value(one.value, in: isNil(found) ? environment : known))
            // After `case nil:` the subject is there.
            if isNil(found) { known = known.knowing(Facts(nullTest(value), holds: false)) }
        }
        let fallback = otherwise(cases, value, &patterns, &results, range, known)
        guard let fallback, let (branches, type) = unify(results + [fallback], range) else { return invalid(range) }
        let made = zip(patterns, branches).map { Branch(patterns: $0, value: $1) }
        guard !made.isEmpty else { return branches[0] }
        return Expression(.choice(subject: value, branches: made, otherwise: branches[branches.count - 1]), type, range)
    }

    private func isNil(_ patterns: [Branch.Pattern]) -> Bool {
        patterns.contains { if case .value(let value) = $0 { value.kind == .literal(.null) } else { false } }
    }

    private func nullTest(_ value: Expression) -> Expression {
        let null = Expression(.literal(.null), ValueType(.null, isOptional: true), value.range)
        return Expression(.equal(value, null), ValueType(.bool), value.range)
    }

    /// The value when no case matches: `default`, or the last case where the cases name every value of a Bool.
    private mutating func otherwise(
        _ cases: [CaseSyntax], _ subject: Expression, _ patterns: inout [[Branch.Pattern]], _ results: inout [Expression],
        _ range: TextRange, _ environment: Environment
    ) -> Expression? {
        if let last = cases.first(where: { $0.patterns.isEmpty }) { return value(last.value, in: environment) }
        let values = patterns.flatMap { $0 }.compactMap { pattern -> Literal? in
            if case .value(let value) = pattern, case .literal(let literal) = value.kind { literal } else { nil }
        }
        let needed: [Literal] = [.boolean(true), .boolean(false)] + (subject.type.isOptional ? [.null] : [])
        if subject.type.scalar == .bool, needed.allSatisfy(values.contains) {
            patterns.removeLast()
            return results.removeLast()
        }
        if subject.type.scalar != .unknown {
            report("missing-default", range, "the `switch` does not name every value of \(subject.type)", help: "end it with `default: …`")
        }
        return nil
    }

    private mutating func pattern(_ syntax: ExpressionSyntax, for subject: Expression, _ environment: Environment) -> Branch.Pattern? {
        let found = meaning(syntax, in: environment)
        if case .interval(let interval) = found {
            let lower = adapted(interval.lower, to: subject.type)
            let upper = adapted(interval.upper, to: subject.type)
            guard agrees(lower.type, subject.type, syntax.range) else { return nil }
            return .interval(ClosedInterval(lower: lower, upper: upper, isHalfOpen: interval.isHalfOpen))
        }
        let value = adapted(self.value(found, syntax.range), to: subject.type)
        guard agrees(value.type, subject.type, syntax.range) else { return nil }
        return .value(value)
    }

    mutating func agrees(_ found: ValueType, _ expected: ValueType, _ range: TextRange) -> Bool {
        guard found.unified(with: expected) == nil else { return true }
        report("type-mismatch", range, "\(expected.required) is expected, and this is \(found)")
        return false
    }
}
