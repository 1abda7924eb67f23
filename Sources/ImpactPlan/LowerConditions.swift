import ImpactSemantics
import PostgresSQL

/// Conditions. Swift's `==` is never absent; SQL's may be NULL. Where a NULL counts as false (`WHERE`, `FILTER`,
/// `WHEN`), the plain form is right and is what one would write; elsewhere the exact form is.
extension Lowering {
    mutating func lowerCondition(_ expression: Expression) -> SQLExpression {
        condition(expression, isFilter: true)
    }

    mutating func condition(_ expression: Expression, isFilter: Bool) -> SQLExpression {
        switch expression.kind {
        case .and(let left, let right):
            return .and(
                flattened(condition(left, isFilter: isFilter), condition(right, isFilter: isFilter)) {
                    if case .and(let parts) = $0 { parts } else { nil }
                })
        case .or(let left, let right):
            return .or(
                flattened(condition(left, isFilter: isFilter), condition(right, isFilter: isFilter)) {
                    if case .or(let parts) = $0 { parts } else { nil }
                })
        case .not(let inner): return negation(inner, isFilter: isFilter)
        case .isPresent(let row): return .test(keyValue(of: row), .isNotNull)
        case .equal(let left, let right): return equality(left, right, isFilter: isFilter)
        case .compare(let comparison, let left, let right): return .binary(comparison.sql, lower(left), lower(right))
        case .isOne(let value, let others):
            let test = membership(value, others)
            return isFilter || !isOptional(value) ? test : .test(test, .isTrue)
        case .isIn(let value, let interval):
            let test = within(lower(value), interval)
            return isFilter || !isOptional(value, interval) ? test : .test(test, .isTrue)
        case .exists(let collection): return exists(collection, isNegated: false)
        case .conditional(let test, let then, let otherwise): return conditional(expression, test, then, otherwise, isFilter: isFilter)
        case .choice(let subject, let branches, let otherwise): return choice(expression, subject, branches, otherwise, isFilter: isFilter)
        case .local(let name, let inner):
            hints.append(name)
            defer { hints.removeLast() }
            return condition(inner, isFilter: isFilter)
        case .disclosed(let inner, _, _): return condition(inner, isFilter: isFilter)
        default: return lower(expression)
        }
    }

    /// `test ? true : false`
    mutating func truth(of test: Expression, isFilter: Bool) -> SQLExpression {
        let value = condition(test, isFilter: isFilter || test.type.isOptional)
        return isFilter || !test.type.isOptional ? value : .test(value, .isTrue)
    }

    private func isOptional(_ expression: Expression) -> Bool { expression.type.isOptional }

    /// A bound that is absent holds nothing.
    private func isOptional(_ value: Expression, _ interval: ClosedInterval) -> Bool {
        [value, interval.lower, interval.upper].contains { $0.type.isOptional }
    }

    private func flattened(
        _ left: SQLExpression, _ right: SQLExpression, _ parts: (SQLExpression) -> [SQLExpression]?
    ) -> [SQLExpression] {
        (parts(left) ?? [left]) + (parts(right) ?? [right])
    }

    private mutating func negation(_ inner: Expression, isFilter: Bool) -> SQLExpression {
        switch inner.kind {
        case .not(let twice): return condition(twice, isFilter: isFilter)
        case .isPresent(let row): return .test(keyValue(of: row), .isNull)
        case .exists(let collection): return exists(collection, isNegated: true)
        case .equal(let left, let right): return inequality(left, right, isFilter: isFilter)
        case .compare(let comparison, let left, let right): return .binary(comparison.opposite.sql, lower(left), lower(right))
        case .isOne(let value, let others):
            guard isOptional(value) else { return .isIn(lower(value), others.map { lower($0) }, isNegated: true) }
            return .test(membership(value, others), .isNotTrue)
        case .isIn(let value, let interval):
            let test = within(lower(value), interval)
            return isOptional(value, interval) ? .test(test, .isNotTrue) : .not(test)
        case .local(_, let named), .disclosed(let named, _, _): return negation(named, isFilter: isFilter)
        default:
            let test = condition(inner, isFilter: false)
            if case .test(let tested, .isTrue) = test { return .test(tested, .isNotTrue) }
            if case .binary(.greater, .call("strpos", let arguments), .integer(0)) = test {
                return .binary(.equal, .call("strpos", arguments), .integer(0))
            }
            return .not(test)
        }
    }

    private mutating func equality(_ left: Expression, _ right: Expression, isFilter: Bool) -> SQLExpression {
        if right.kind == .literal(.null) { return .test(lower(left), .isNull) }
        if left.kind == .literal(.null) { return .test(lower(right), .isNull) }
        if case .literal(.boolean(let expected)) = right.kind { return isExactly(left, expected, isFilter: isFilter) }
        if let test = jsonEquality(left, right) { return isFilter ? test : .test(test, .isTrue) }
        // Two absent values are equal in Swift, which only IS NOT DISTINCT FROM says.
        let mayBothBeAbsent = isOptional(left) && isOptional(right)
        let isPlain = isFilter ? !mayBothBeAbsent : !isOptional(left) && !isOptional(right)
        return .binary(isPlain ? .equal : .notDistinct, lower(left), lower(right))
    }

    /// `x.text == "base"` compares JSON with JSON: a value of another kind is not equal to it.
    private mutating func jsonEquality(_ left: Expression, _ right: Expression) -> SQLExpression? {
        guard case .call(.jsonText, let arguments) = left.kind, case .literal(.string(let text)) = right.kind else { return nil }
        return .binary(.equal, lower(arguments[0]), jsonString(text))
    }

    private mutating func membership(_ value: Expression, _ others: [Expression]) -> SQLExpression {
        let texts = others.compactMap { other in if case .literal(.string(let text)) = other.kind { text } else { nil } }
        if case .call(.jsonText, let arguments) = value.kind, texts.count == others.count {
            return .isIn(lower(arguments[0]), texts.map { jsonString($0) }, isNegated: false)
        }
        if others.count == 1 { return .binary(.equal, lower(value), lower(others[0])) }
        return .isIn(lower(value), others.map { lower($0) }, isNegated: false)
    }

    private mutating func isExactly(_ value: Expression, _ expected: Bool, isFilter: Bool) -> SQLExpression {
        if case .call(.jsonBool, let arguments) = value.kind {
            // A JSON value that is no boolean equals neither.
            let test = SQLExpression.binary(.equal, lower(arguments[0]), .string(expected ? "true" : "false"))
            return isFilter ? test : .test(test, .isTrue)
        }
        if case .conditional(let isThere, let then, let otherwise) = value.kind, case .isPresent = isThere.kind,
            otherwise.kind == .literal(.null)
        {
            // `rapport?.publie == true`: the row is there, and it is so.
            return .and([condition(isThere, isFilter: isFilter), isExactly(then, expected, isFilter: isFilter)])
        }
        if !isOptional(value) { return expected ? condition(value, isFilter: isFilter) : .not(condition(value, isFilter: false)) }
        if isFilter { return expected ? condition(value, isFilter: true) : .not(condition(value, isFilter: false)) }
        return .test(condition(value, isFilter: false), expected ? .isTrue : .isFalse)
    }

    private mutating func inequality(_ left: Expression, _ right: Expression, isFilter: Bool) -> SQLExpression {
        if right.kind == .literal(.null) { return .test(lower(left), .isNotNull) }
        if left.kind == .literal(.null) { return .test(lower(right), .isNotNull) }
        if case .literal(.boolean(let expected)) = right.kind { return isNotExactly(left, expected) }
        if let test = jsonEquality(left, right) { return .test(test, .isNotTrue) }
        return .binary(isOptional(left) || isOptional(right) ? .distinct : .notEqual, lower(left), lower(right))
    }

    private mutating func isNotExactly(_ value: Expression, _ expected: Bool) -> SQLExpression {
        if case .call(.jsonBool, let arguments) = value.kind {
            return .test(.binary(.equal, lower(arguments[0]), .string(expected ? "true" : "false")), .isNotTrue)
        }
        let test = condition(value, isFilter: false)
        if !isOptional(value) { return expected ? .not(test) : test }
        return .test(test, expected ? .isNotTrue : .isNotFalse)
    }

    private mutating func exists(_ collection: Collection, isNegated: Bool) -> SQLExpression {
        if let row = pick(of: collection) { return .test(keyValue(of: row), isNegated ? .isNull : .isNotNull) }
        let (opened, scope, _) = open(collection, isJoined: false)
        var select = opened
        scopes.append(scope)
        select.conditions += collection.filters.map { lowerCondition($0) }
        select.from = scopes.removeLast().finishedFrom()
        select.columns = [SelectColumn(.integer(1))]
        return .exists(select, isNegated: isNegated)
    }
}

extension Lowering {
    /// A row that is joined anyway and is there exactly when the list has one: `caracteristiques.last(by: annee)` tells
    /// whether `caracteristiques` is empty.
    private func pick(of collection: Collection) -> Row? {
        // An inner query is not joined with a table of all rows for the sake of one.
        guard scopes.count == 1, case .inverse(let owner, _, _) = collection.base, owner.levels == [0] else { return nil }
        return picks.first { $0.picked?.hasRowsOf(collection) == true }
    }
}

extension Row {
    /// What it is picked from, whatever its name.
    fileprivate var picked: Collection? {
        switch self {
        case .pick(let collection, _, _): collection
        case .named(_, let row): row.picked
        default: nil
        }
    }
}

extension Collection {
    /// Conditions are about the rows of their own level.
    fileprivate func hasRowsOf(_ other: Collection) -> Bool {
        base == other.base && filters == other.filters && (filters.isEmpty || level == other.level)
    }
}

extension Comparison {
    var sql: SQLOperator {
        switch self {
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        }
    }

    var opposite: Comparison {
        switch self {
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        }
    }
}
