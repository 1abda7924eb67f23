import ImpactSemantics
import PostgresSQL

extension Lowering {
    /// A value: what Swift would compute, absent where Swift would have asked for unwrapping.
    mutating func lower(_ expression: Expression) -> SQLExpression {
        switch expression.kind {
        case .literal(let literal): return lower(literal)
        case .column(let row, let name): return column(row, name)
        case .named(let name, let inner): return named(name, inner.expression)
        case .local(let name, let inner):
            hints.append(name)
            defer { hints.removeLast() }
            return lower(inner)
        case .today: return .cast(.call("current_setting", [.string("impact.today")]), "date")
        case .isPresent, .equal, .compare, .and, .or, .not, .isOne, .isIn, .exists: return condition(expression, isFilter: false)
        case .arithmetic(let operation, let left, let right): return arithmetic(operation, left, right)
        case .negate(let inner): return .negate(lower(inner))
        case .conditional(let test, let then, let otherwise): return conditional(expression, test, then, otherwise, isFilter: false)
        case .choice(let subject, let branches, let otherwise): return choice(expression, subject, branches, otherwise, isFilter: false)
        case .coalesce(let first, let second):
            let rest = lower(second)
            if case .call("coalesce", let others) = rest { return .call("coalesce", [lower(first)] + others) }
            return .call("coalesce", [lower(first), rest])
        case .countEqual(let elements, let wanted): return countEqual(elements, wanted)
        case .interpolation(let parts): return interpolation(parts)
        case .call(let function, let arguments): return call(function, arguments, expression)
        case .aggregate(let function, let collection, let operand):
            return aggregate(
                AggregateKey(function: function, filters: collection.filters, operands: operand.map { [$0] } ?? []), collection)
        case .keyed(let collection, let key, let value):
            return aggregate(AggregateKey(function: nil, filters: collection.filters, operands: [key, value]), collection)
        case .sql(let pieces): return sql(pieces, expression.type)
        case .pseudonym(let inner, let domain): return pseudonym(lower(inner), domain)
        case .generalized(let inner, let rule): return generalized(inner, rule)
        case .domain(let inner, let domains, let otherwise): return domain(lower(inner), domains, otherwise)
        case .disclosed(let inner, _, _): return lower(inner)
        case .reference(_, let key, let condition):
            guard let condition else { return lower(key) }
            return .choice(subject: nil, branches: [SQLBranch(lowerCondition(condition), lower(key))], otherwise: nil)
        case .summary(let summary): return lower(summary)
        case .measure(_, let inner): return lower(inner.expression)
        case .ratio(let part, let whole): return share(part, of: whole)
        case .window(let window, let inner): return lower(window, of: inner)
        case .invalid: return .null
        }
    }

    func lower(_ literal: Literal) -> SQLExpression {
        switch literal {
        case .integer(let number): .integer(number)
        case .decimal(let digits): .number(digits)
        case .string(let text): .string(text)
        case .boolean(let value): .boolean(value)
        case .null: .null
        }
    }

    private mutating func column(_ row: Row, _ name: String) -> SQLExpression {
        switch row.source {
        case .source(let source): return read(row, project.sources[source]?.column(name)?.column ?? name)
        case .model, .entry, .item: return .column(alias(of: row), name)
        }
    }

    // MARK: - Named columns

    /// Read once, a private column stands where it is read; read more often, it is computed beside the row and named.
    private mutating func named(_ name: String, _ inner: Expression) -> SQLExpression {
        let row = Row.named("= " + name, .element(level: 0, of: .entry))
        if let known = scopes[0].rows[row] { return .column(scopes[0].entries[known].item.alias, "value") }
        return inScope(of: 0) { lowering in
            let outerHints = lowering.hints
            lowering.hints = [name]
            defer { lowering.hints = outerHints }
            let value = lowering.lower(inner)
            guard lowering.uses[name, default: 0] > 1, !value.isShort else { return value }
            var select = Select()
            select.columns = [SelectColumn(value, as: "value")]
            let alias = lowering.alias([snakeCase(name), snakeCase(name) + "_calcule"])
            let item = FromItem(.cross, .select(select, isLateral: true), as: alias)
            lowering.scopes[0].entries.append(Entry(item: item, derived: nil, isOptional: false))
            lowering.scopes[0].rows[row] = lowering.scopes[0].entries.count - 1
            return .column(alias, "value")
        }
    }

    // MARK: - Choices

    mutating func conditional(
        _ whole: Expression, _ test: Expression, _ then: Expression, _ otherwise: Expression, isFilter: Bool
    ) -> SQLExpression {
        if then.kind == .literal(.boolean(true)), otherwise.kind == .literal(.boolean(false)) {
            return truth(of: test, isFilter: isFilter)
        }
        var branches = [SQLBranch(lowerCondition(test), branch(then, isFilter))]
        var rest = otherwise
        // `a ? x : b ? y : z` is one CASE.
        while case .conditional(let test, let then, let otherwise) = rest.kind {
            branches.append(SQLBranch(lowerCondition(test), branch(then, isFilter)))
            rest = otherwise
        }
        if case .choice(let subject, let more, let otherwise) = rest.kind, !isSimple(subject, more) {
            branches += cases(subject, more, isFilter)
            rest = otherwise
        }
        return .choice(subject: nil, branches: branches, otherwise: fallback(rest, isFilter))
    }

    private mutating func fallback(_ expression: Expression, _ isFilter: Bool) -> SQLExpression? {
        expression.kind == .literal(.null) ? nil : branch(expression, isFilter)
    }

    /// Where the whole choice is a condition, so is each of its branches.
    private mutating func branch(_ value: Expression, _ isFilter: Bool) -> SQLExpression {
        isFilter && value.type.scalar == .bool ? lowerCondition(value) : lower(value)
    }

    mutating func choice(
        _ whole: Expression, _ subject: Expression, _ branches: [Branch], _ otherwise: Expression, isFilter: Bool
    ) -> SQLExpression {
        let isMembership = otherwise.kind == .literal(.boolean(false)) && branches.allSatisfy { $0.value.kind == .literal(.boolean(true)) }
        if isMembership {
            let value = lower(subject)
            let matches = SQLExpression.or(branches.flatMap { self.matches($0.patterns, value) })
            return isFilter || !mayBeAbsent(subject, branches) ? matches : .test(matches, .isTrue)
        }
        if isSimple(subject, branches) {
            let value = lower(subject)
            let cases = branches.flatMap { branch in
                branch.patterns.map { pattern in SQLBranch(lower(pattern.expressions[0]), self.branch(branch.value, isFilter)) }
            }
            return .choice(subject: value, branches: cases, otherwise: fallback(otherwise, isFilter))
        }
        return .choice(subject: nil, branches: cases(subject, branches, isFilter), otherwise: fallback(otherwise, isFilter))
    }

    /// Whether a comparison with the patterns may be absent, that with `nil` excepted.
    private func mayBeAbsent(_ subject: Expression, _ branches: [Branch]) -> Bool {
        let compared = branches.flatMap(\.patterns).flatMap(\.expressions).filter { $0.kind != .literal(.null) }
        return ([subject] + compared).contains { $0.type.isOptional }
    }

    /// `CASE x WHEN 'a' THEN …`: one present value a branch.
    private func isSimple(_ subject: Expression, _ branches: [Branch]) -> Bool {
        subject.type.scalar != .bool
            && branches.allSatisfy { branch in
                guard branch.patterns.count == 1, case .value(let value) = branch.patterns[0] else { return false }
                return !value.type.isOptional
            }
    }

    private mutating func cases(_ subject: Expression, _ branches: [Branch], _ isFilter: Bool) -> [SQLBranch] {
        branches.map { branch in
            // Joins that the subject needs are made once; repeating it costs nothing.
            let tests = matches(branch.patterns, lower(subject))
            return SQLBranch(tests.count == 1 ? tests[0] : .or(tests), self.branch(branch.value, isFilter))
        }
    }

    private mutating func matches(_ patterns: [Branch.Pattern], _ subject: SQLExpression) -> [SQLExpression] {
        var tests: [SQLExpression] = []
        var values: [SQLExpression] = []
        for pattern in patterns {
            switch pattern {
            case .value(let value) where value.kind == .literal(.null): tests.append(.test(subject, .isNull))
            case .value(let value): values.append(lower(value))
            case .interval(let interval): tests.append(within(subject, interval))
            }
        }
        switch values {
        case []: return tests
        case [.boolean(true)]: return tests + [subject]
        case [.boolean(false)]: return tests + [.not(subject)]
        case let one where one.count == 1: return tests + [.binary(.equal, subject, one[0])]
        default: return tests + [.isIn(subject, values, isNegated: false)]
        }
    }

    mutating func within(_ subject: SQLExpression, _ interval: ClosedInterval) -> SQLExpression {
        let (lower, upper) = (self.lower(interval.lower), self.lower(interval.upper))
        guard interval.isHalfOpen else { return .between(subject, lower, upper) }
        return .and([.binary(.greaterOrEqual, subject, lower), .binary(.less, subject, upper)])
    }

    // MARK: - Computations

    private mutating func arithmetic(_ operation: Arithmetic, _ left: Expression, _ right: Expression) -> SQLExpression {
        let (first, second) = (lower(left), lower(right))
        switch operation {
        case .plus: return .binary(.plus, first, second)
        case .minus: return .binary(.minus, first, second)
        case .times: return .binary(.times, first, second)
        case .divided: return .binary(.divided, first, second)
        case .remainder: return .binary(.remainder, first, second)
        case .dividedSafely: return .binary(.divided, first, .call("nullif", [second, .integer(0)]))
        case .remainderSafely: return .binary(.remainder, first, .call("nullif", [second, .integer(0)]))
        }
    }

    private mutating func countEqual(_ elements: [Expression], _ wanted: Expression) -> SQLExpression {
        // Not known to be true is not true: no need to tell absent from false.
        let isTruth = wanted.kind == .literal(.boolean(true))
        let values = elements.map { isTruth ? lowerCondition($0) : lower($0) }
        return .call("cardinality", [.call("array_positions", [.array(values), lower(wanted)])])
    }

    private mutating func interpolation(_ parts: [Expression]) -> SQLExpression {
        let texts = parts.map { part -> SQLExpression in
            let value = lower(part)
            return part.type.scalar == .string
                ? value : .cast(part.type.scalar == .timestamp ? .atTimeZone(value, project.settings.timeZone) : value, "text")
        }
        guard let first = texts.first else { return .string("") }
        return texts.dropFirst().reduce(first) { .binary(.concatenation, $0, $1) }
    }

    /// HMAC-SHA-256 of `domain|value`, cut to a uuid.
    private mutating func pseudonym(_ value: SQLExpression, _ domain: String) -> SQLExpression {
        let bytes = hmac(.binary(.concatenation, .string(domain + "|"), value))
        return .cast(.call("encode", [.call("substr", [bytes, .integer(1), .integer(16)]), .string("hex")]), "uuid")
    }

    /// HMAC-SHA-256 of a text from built-in functions. The pads are session settings, read once.
    mutating func hmac(_ text: SQLExpression) -> SQLExpression {
        needsKey = true
        let pads = FromItem(.first, .table(schema: nil, padsName), as: padsName)
        func pad(_ name: String) -> SQLExpression {
            var select = Select()
            select.columns = [SelectColumn(.column(nil, name))]
            select.from = [pads]
            return .scalar(select)
        }
        let message = SQLExpression.call("convert_to", [text, .string("UTF8")])
        let inner = SQLExpression.call("sha256", [.binary(.concatenation, pad("inner_pad"), message)])
        return .call("sha256", [.binary(.concatenation, pad("outer_pad"), inner)])
    }

    private mutating func sql(_ pieces: [SQLPiece], _ type: ValueType) -> SQLExpression {
        let parts = pieces.map { piece -> SQLPart in
            switch piece {
            case .text(let text): .text(text)
            case .value(let value): .expression(lower(value))
            }
        }
        return .cast(.unsafeVetted([.text("(")] + parts + [.text(")")]), type.scalar.postgres)
    }
}

extension SQLExpression {
    /// As short as a name would be.
    fileprivate var isShort: Bool {
        switch self {
        case .column, .string, .integer, .number, .boolean, .null: true
        default: false
        }
    }
}

extension ScalarType {
    /// The type under which it is published.
    package var postgres: String {
        switch self {
        case .int: "bigint"
        case .string, .null, .unknown: "text"
        case .bool: "boolean"
        case .decimal: "numeric"
        case .double: "double precision"
        case .date: "date"
        case .timestamp: "timestamp with time zone"
        case .uuid: "uuid"
        case .json: "jsonb"
        }
    }
}
