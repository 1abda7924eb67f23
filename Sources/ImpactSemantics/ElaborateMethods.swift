import ImpactDiagnostics
import ImpactSyntax

extension Checker {
    mutating func call(
        _ method: NameSyntax, on base: ExpressionSyntax, _ isOptional: Bool, _ arguments: [ArgumentSyntax],
        _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        switch meaning(base, in: environment) {
        case .collection(let collection): return call(method, on: collection, arguments, range, environment)
        case .source(let name):
            if project.model(name) == nil, project.sources[name]?.isReference != true {
                report(
                    "fan-out", base.range, "every row of `\(name)` would meet every row of the model",
                    help: "follow a relation of the model's source to it")
                return .unknown
            }
            let all = Collection(base: .all(name), filters: [], level: environment.depth)
            return call(method, on: all, arguments, range, environment)
        case .value(let value):
            if value.isMeasured { return window(method, of: value, arguments, range, environment) }
            return call(method, on: value, arguments, range, environment)
        case .keys(let json): return .value(hasKey(json, method, arguments, range, environment))
        case .array(let elements): return .value(call(method, on: elements, arguments, range, environment))
        case .interval(let interval): return .value(call(method, on: interval, arguments, range, environment))
        case .row(let row, _, _):
            report("unknown-name", method.range, "a row of `\(describe(row.source))` has no `\(method.text)`")
            return .unknown
        case .unknown: return .unknown
        }
    }

    /// The argument of that label, when the labels are exactly those expected.
    mutating func arguments(
        _ given: [ArgumentSyntax], _ allowed: [[String]], _ method: NameSyntax, _ usage: String
    ) -> [String: ExpressionSyntax]? {
        let labels = given.map { $0.label?.text ?? "_" }
        guard allowed.contains(labels) else {
            report("wrong-arguments", method.range, "`\(method.text)` is not called so", help: "write \(usage)")
            return nil
        }
        return Dictionary(zip(labels, given.map(\.value))) { first, _ in first }
    }

    // MARK: - Several rows

    static let collectionMethods = [
        "count", "sum", "min", "max", "average", "contains", "allSatisfy", "first", "last", "filter", "keyed", "isEmpty",
    ]

    mutating func call(
        _ method: NameSyntax, on collection: Collection, _ given: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        // A list may have been made further out: its rows take the level of this place.
        let inner = environment.inside(collection)
        switch method.text {
        case "filter":
            guard let named = arguments(given, [["_"]], method, "`filter(condition)`") else { return .unknown }
            return .collection(filtered(collection, named["_"], inner))
        case "count":
            guard
                let named = arguments(
                    given, [["where"], ["distinct"]], method, "`count`, `count(where: condition)` or `count(distinct: column)`")
            else { return .unknown }
            if let column = named["distinct"] { return aggregate(.countDistinct, collection, column, range, inner) }
            let counted = filtered(collection, named["where"], inner)
            requireReadsRows(counted, [])
            return .value(Expression(.aggregate(.count, counted, nil), ValueType(.int), range))
        case "contains":
            guard let named = arguments(given, [["where"]], method, "`contains(where: condition)`") else { return .unknown }
            return .value(Expression(.exists(filtered(collection, named["where"], inner)), ValueType(.bool), range))
        case "allSatisfy": return allSatisfy(collection, given, method, range, inner)
        case "sum", "min", "max", "average":
            guard let named = arguments(given, [["_"]], method, "`\(method.text)(column)`"), let column = named["_"],
                let function = AggregateFunction(rawValue: method.text)
            else { return .unknown }
            return aggregate(function, collection, column, range, inner)
        case "first", "last": return pick(method, collection, given, range, inner)
        case "keyed": return keyed(collection, given, method, range, inner)
        default:
            report(
                "unknown-name", method.range, "rows of `\(describe(collection.element))` have no `\(method.text)`",
                help: suggestion(for: method.text, among: Self.collectionMethods))
            return .unknown
        }
    }

    /// What is aggregated is read of the rows: PostgreSQL takes an aggregate of an outer column for one of the outer query.
    mutating func requireReadsRows(_ collection: Collection, _ operands: [Expression]) {
        for part in collection.filters + operands where !part.levels.isEmpty && !part.levels.contains(collection.level) {
            report(
                "unrelated-operand", part.range, "nothing of the rows of `\(describe(collection.element))` is read here",
                help: "the name may be one of the model's; outside of the operation write `condition ? rows.count : 0`")
        }
    }

    private mutating func filtered(_ collection: Collection, _ syntax: ExpressionSyntax?, _ inner: Environment) -> Collection {
        guard let syntax else { return collection }
        var copy = collection
        copy.filters += condition(syntax, in: inner).conjuncts
        return copy
    }

    /// All satisfy it when none is known not to, or not known to.
    private mutating func allSatisfy(
        _ collection: Collection, _ given: [ArgumentSyntax], _ method: NameSyntax, _ range: TextRange, _ inner: Environment
    ) -> Meaning {
        guard let named = arguments(given, [["_"]], method, "`allSatisfy(condition)`"), let syntax = named["_"] else { return .unknown }
        var copy = collection
        let test = condition(syntax, in: inner)
        let isTrue = Expression(.equal(test, Expression(.literal(.boolean(true)), ValueType(.bool), range)), ValueType(.bool), range)
        copy.filters.append(not(test.type.isOptional ? isTrue : test, range))
        let exists = Expression(.exists(copy), ValueType(.bool), range)
        return .value(Expression(.not(exists), ValueType(.bool), range))
    }

    private mutating func aggregate(
        _ function: AggregateFunction, _ collection: Collection, _ syntax: ExpressionSyntax, _ range: TextRange, _ inner: Environment
    ) -> Meaning {
        let operand = value(syntax, in: inner)
        let scalar = operand.type.scalar
        requireReadsRows(collection, [operand])
        let isRight: Bool
        let type: ValueType
        switch function {
        case .count, .countDistinct: (isRight, type) = (true, ValueType(.int))
        case .sum: (isRight, type) = (scalar.isNumeric, ValueType(scalar))
        case .average: (isRight, type) = (scalar.isNumeric, ValueType(scalar == .double ? .double : .decimal, isOptional: true))
        case .min, .max, .last: (isRight, type) = (scalar.isOrdered, ValueType(scalar, isOptional: true))
        }
        guard isRight || scalar == .unknown else {
            report("type-mismatch", syntax.range, "`\(function.rawValue)` does not apply to \(operand.type)")
            return .unknown
        }
        return .value(Expression(.aggregate(function, collection, operand), type, range))
    }

    private mutating func keyed(
        _ collection: Collection, _ given: [ArgumentSyntax], _ method: NameSyntax, _ range: TextRange, _ inner: Environment
    ) -> Meaning {
        guard let named = arguments(given, [["by", "_"]], method, "`keyed(by: name, value)`"), let by = named["by"], let syntax = named["_"]
        else { return .unknown }
        let key = value(by, in: inner)
        guard [.string, .unknown].contains(key.type.scalar), !key.type.isOptional else {
            report("type-mismatch", by.range, "the keys of `keyed(by:)` are texts that are never absent, and this is \(key.type)")
            return .unknown
        }
        if !isUnique(collection, givenThat: [key]) { reportAmbiguous(collection, by.range, "one key may have several rows") }
        let held = value(syntax, in: inner)
        requireReadsRows(collection, [key, held])
        return .value(Expression(.keyed(collection, key: key, value: held), ValueType(.json, isOptional: true), range))
    }

    // MARK: - One row of several

    private mutating func pick(
        _ method: NameSyntax, _ collection: Collection, _ given: [ArgumentSyntax], _ range: TextRange, _ inner: Environment
    ) -> Meaning {
        let usage =
            "`\(method.text)(by: column)`, `\(method.text)(where: condition, by: column)`, or `first(where: condition)` when at most one row can match"
        let allowed = [["by"], ["where", "by"]] + (method.text == "first" ? [["where"]] : [])
        guard let named = arguments(given, allowed, method, usage) else { return .unknown }
        guard case .source = collection.element else {
            report(
                "unsupported", range, "one row of \(describe(collection.element)) cannot be picked",
                help: "`.count(where: …)`, `.max(…)` and `.contains(where: …)` say something of all of them")
            return .unknown
        }
        let chosen = filtered(collection, named["where"], inner)
        if let syntax = named["by"] {
            let order = value(syntax, in: inner)
            guard order.type.scalar.isOrdered || order.type.scalar == .unknown else {
                report("type-mismatch", syntax.range, "rows cannot be ordered by \(order.type)")
                return .unknown
            }
            return .row(.pick(chosen, order: order, isLast: method.text == "last"), isOptional: true, isChained: false)
        }
        if !isUnique(chosen, givenThat: []) {
            reportAmbiguous(
                chosen, range, "several rows of `\(describe(collection.element))` may match, and which comes first is left open")
        }
        return .row(.pick(chosen, order: nil, isLast: false), isOptional: true, isChained: false)
    }

    private mutating func reportAmbiguous(_ collection: Collection, _ range: TextRange, _ message: String) {
        report(
            "ambiguous-row", range, message,
            help: "order them with `by:`, or declare on `\(describe(collection.element))` what production guarantees: `@unique(column, …)`")
    }

    /// Whether at most one row is left once `known` has a value.
    func isUnique(_ collection: Collection, givenThat known: [Expression]) -> Bool {
        if case .source = collection.element { return !project.uniqueKeys(of: collection, pinnedBy: known).isEmpty }
        if case .entry = collection.element { return known.contains { $0.kind == .column(collection.row, "key") } }
        return false
    }

    // MARK: - Lists

    private mutating func hasKey(
        _ json: Expression, _ method: NameSyntax, _ given: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> Expression {
        guard method.text == "contains", let named = arguments(given, [["_"]], method, "`keys.contains(\"key\")`"), let syntax = named["_"]
        else {
            if method.text != "contains" {
                report(
                    "unknown-name", method.range, "the keys have no `\(method.text)`",
                    help: "`keys.contains(\"key\")` is there, and `.entries` for more")
            }
            return invalid(range)
        }
        let key = value(syntax, in: environment)
        guard agrees(key.type, ValueType(.string, isOptional: true), syntax.range) else { return invalid(range) }
        // An absent object has no key, and any other value has none either.
        return Expression(.call(.jsonHasKey, [json, key]), ValueType(.bool), range)
    }

    private mutating func call(
        _ method: NameSyntax, on elements: [Expression], _ given: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> Expression {
        switch method.text {
        case "contains":
            guard let named = arguments(given, [["_"]], method, "`[…].contains(x)`"), let syntax = named["_"] else { return invalid(range) }
            let operand = value(syntax, in: environment)
            let candidates = elements.map { adapted($0, to: operand.type) }
            guard candidates.allSatisfy({ agrees($0.type, operand.type, $0.range) }) else { return invalid(range) }
            return membership(operand, candidates, range)
        case "count":
            guard let named = arguments(given, [["of"]], method, "`[…].count(of: true)`"), let syntax = named["of"] else {
                return invalid(range)
            }
            let wanted = value(syntax, in: environment)
            guard elements.allSatisfy({ agrees($0.type, wanted.type.optional, $0.range) }) else { return invalid(range) }
            return Expression(.countEqual(elements, to: wanted), ValueType(.int), range)
        default:
            report("unknown-name", method.range, "a list has no `\(method.text)`", help: "`contains(x)` and `count(of: x)` are there")
            return invalid(range)
        }
    }

    /// Candidates that may be absent are compared one by one, as Swift compares: two absent values are equal.
    private func membership(_ operand: Expression, _ candidates: [Expression], _ range: TextRange) -> Expression {
        let present = candidates.filter { !$0.type.isOptional }
        var tests = present.isEmpty ? [] : [Expression(.isOne(operand, of: present), ValueType(.bool), range)]
        tests += candidates.filter(\.type.isOptional).map { Expression(.equal(operand, $0), ValueType(.bool), range) }
        guard let first = tests.first else { return Expression(.literal(.boolean(false)), ValueType(.bool), range) }
        return tests.dropFirst().reduce(first) { Expression(.or($0, $1), ValueType(.bool), range) }
    }

    private mutating func call(
        _ method: NameSyntax, on interval: ClosedInterval, _ given: [ArgumentSyntax], _ range: TextRange, _ environment: Environment
    ) -> Expression {
        guard method.text == "contains", let named = arguments(given, [["_"]], method, "`(10...20).contains(x)`"), let syntax = named["_"]
        else {
            if method.text != "contains" {
                report("unknown-name", method.range, "a range has no `\(method.text)`", help: "`(10...20).contains(x)` is there")
            }
            return invalid(range)
        }
        let operand = value(syntax, in: environment)
        let lower = adapted(interval.lower, to: operand.type)
        guard agrees(lower.type, operand.type, syntax.range) else { return invalid(range) }
        let bounds = ClosedInterval(lower: lower, upper: adapted(interval.upper, to: operand.type), isHalfOpen: interval.isHalfOpen)
        return Expression(.isIn(operand, bounds), ValueType(.bool), range)
    }
}
