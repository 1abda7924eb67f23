import ImpactDiagnostics
import ImpactSyntax

extension Checker {
    mutating func member(
        _ base: ExpressionSyntax, _ name: NameSyntax, _ isOptional: Bool, _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        switch meaning(base, in: environment) {
        case .row(let row, let isAbsent, let isChained):
            return memberOfRow(row, isAbsent, isChained, name, hasMark: isOptional, range, environment)
        case .collection(let collection): return member(of: collection, name, range)
        case .source(let source): return member(ofSource: source, name, range, environment)
        case .value(let value):
            if let found = metricMember(of: value, name, hasMark: isOptional, range, environment) { return found }
            return member(of: value, name, range, environment)
        case .array, .interval, .keys:
            report("unknown-name", name.range, "a list has no `\(name.text)`", help: "`.contains(…)` makes a condition of it")
            return .unknown
        case .unknown: return .unknown
        }
    }

    private mutating func memberOfRow(
        _ row: Row, _ isAbsent: Bool, _ isChained: Bool, _ name: NameSyntax, hasMark: Bool, _ range: TextRange, _ environment: Environment
    ) -> Meaning {
        let isAbsent = isAbsent && !environment.facts.presentRows.contains(row)
        if isAbsent, !hasMark, !isChained {
            report(
                "may-be-absent", name.range, "there may be no row of `\(describe(row.source))` here",
                help: "follow it with `?.\(name.text)`")
        }
        guard let found = member(name, of: row, isOptional: isAbsent, environment) else {
            report(
                "unknown-name", name.range, "`\(describe(row.source))` has no column `\(name.text)`",
                help: suggestion(for: name.text, among: memberNames(of: row.source)))
            return .unknown
        }
        return found
    }

    /// A member of a row by its name, or nil when there is none.
    mutating func member(_ name: NameSyntax, of row: Row, isOptional: Bool, _ environment: Environment) -> Meaning? {
        let isOptional = isOptional && !environment.facts.presentRows.contains(row)
        switch row.source {
        case .source(let source): return member(name, ofSource: source, row, isOptional, environment)
        case .model(let model):
            guard let column = project.table(model)?.column(name.text) else { return nil }
            return .value(columnValue(row, name, column.type.optional(if: isOptional), environment))
        case .entry where name.text == "key": return .value(columnValue(row, name, ValueType(.string), environment))
        case .entry where name.text == "value", .item where name.text == "value":
            return .value(columnValue(row, name, ValueType(.json), environment))
        case .entry, .item: return nil
        }
    }

    private func columnValue(_ row: Row, _ name: NameSyntax, _ type: ValueType, _ environment: Environment) -> Expression {
        let column = Expression(.column(row, name.text), type, name.range)
        return environment.facts.present.contains(column) ? Expression(column.kind, type.required, name.range) : column
    }

    private mutating func member(
        _ name: NameSyntax, ofSource source: String, _ row: Row, _ isOptional: Bool, _ environment: Environment
    ) -> Meaning? {
        if let column = project.sources[source]?.column(name.text) {
            return .value(columnValue(row, name, column.type.optional(if: isOptional), environment))
        }
        if let relation = project.sources[source]?.relation(name.text) {
            switch relation.kind {
            case .toOne(_, _, let isAbsent, _):
                let target = Row.toOne(row, relation: name.text, target: relation.target)
                return .row(target, isOptional: isOptional || isAbsent, isChained: isOptional && !isAbsent)
            case .toMany:
                let base = Collection.Base.inverse(row, relation: name.text, target: relation.target)
                return .collection(Collection(base: base, filters: [], level: environment.depth))
            }
        }
        if let property = computed[source]?[name.text] { return inline(property, name, source, row, isOptional, environment) }
        return nil
    }

    /// A computed column of an absent row is absent.
    private mutating func inline(
        _ property: VariableSyntax, _ name: NameSyntax, _ source: String, _ row: Row, _ isOptional: Bool, _ environment: Environment
    ) -> Meaning {
        guard case .computed(let body) = property.value, opensDefinition(name.range) else { return .unknown }
        let inner = Environment(
            frames: [.row(row, isOptional: false)], selfRow: row, depth: environment.depth, facts: environment.facts)
        let found = define(NameSyntax("\(source).\(name.text)", property.name.range)) { checker in
            checker.checkedBody(body, property.type, named: name.text, in: inner)
        }
        guard let found, case .value(let value) = found, isOptional else { return found ?? .unknown }
        let absent = Expression(.literal(.null), ValueType(.null, isOptional: true), name.range)
        let isThere = Expression(.isPresent(row), ValueType(.bool), name.range)
        return .value(Expression(.conditional(isThere, then: value, else: absent), value.type.optional, name.range))
    }

    private mutating func member(ofSource source: String, _ name: NameSyntax, _ range: TextRange, _ environment: Environment) -> Meaning {
        let rows = environment.frames.compactMap { frame -> (Row, Bool)? in
            if case .row(let row, let isOptional) = frame, row.source == .source(source) { (row, isOptional) } else { nil }
        }
        if rows.count > 1 {
            report(
                "ambiguous-row", range, "two rows of `\(source)` are at hand here", help: "write `self.\(name.text)` or `$0.\(name.text)`")
            return .unknown
        }
        if let (row, isOptional) = rows.first { return memberOfRow(row, isOptional, false, name, hasMark: true, range, environment) }
        guard project.sources[source]?.isReference == true else {
            report(
                "unknown-name", range, "no row of `\(source)` is at hand here",
                help: "follow a relation to it from the model's source")
            return .unknown
        }
        return member(of: Collection(base: .all(source), filters: [], level: environment.depth), name, range)
    }

    private mutating func member(of collection: Collection, _ name: NameSyntax, _ range: TextRange) -> Meaning {
        switch name.text {
        case "count":
            requireReadsRows(collection, [])
            return .value(Expression(.aggregate(.count, collection, nil), ValueType(.int), range))
        case "isEmpty":
            let exists = Expression(.exists(collection), ValueType(.bool), range)
            return .value(Expression(.not(exists), ValueType(.bool), range))
        default:
            report(
                "fan-out", name.range, "`\(name.text)` of several rows of `\(describe(collection.element))` is several values",
                help: ["first", "last"].contains(name.text)
                    ? "say in which order: `.\(name.text)(by: …)`"
                    : "say which row: `.last(by: …)?.\(name.text)`, or what of them: `.max(\(name.text))`")
            return .unknown
        }
    }

    private mutating func member(of value: Expression, _ name: NameSyntax, _ range: TextRange, _ environment: Environment) -> Meaning {
        let isOptional = value.type.isOptional
        func call(_ function: ScalarFunction, _ type: ScalarType, isOptional: Bool) -> Meaning {
            .value(Expression(.call(function, [value]), ValueType(type, isOptional: isOptional), range))
        }
        switch (value.type.scalar, name.text) {
        case (.unknown, _): return .unknown
        case (_, "isPresent"):
            let absent = Expression(.literal(.null), ValueType(.null, isOptional: true), range)
            let equal = Expression(.equal(value, absent), ValueType(.bool), range)
            return .value(Expression(.not(equal), ValueType(.bool), range))
        case (.date, "year"), (.timestamp, "year"): return call(.year, .int, isOptional: isOptional)
        case (.date, "month"), (.timestamp, "month"): return call(.month, .int, isOptional: isOptional)
        case (.date, "day"), (.timestamp, "day"): return call(.day, .int, isOptional: isOptional)
        case (.string, "department"):
            return rule(.generalized(value, .department), value.type.optional, range)
        case (.string, "isEmpty"): return call(.isEmptyText, .bool, isOptional: isOptional)
        case (.string, "count"): return call(.characterCount, .int, isOptional: isOptional)
        case (.json, "text"): return call(.jsonText, .string, isOptional: true)
        case (.json, "decimal"): return call(.jsonDecimal, .decimal, isOptional: true)
        case (.json, "bool"): return call(.jsonBool, .bool, isOptional: true)
        case (.json, "count"): return call(.jsonCount, .int, isOptional: true)
        case (.json, "isEmpty"): return call(.jsonIsEmpty, .bool, isOptional: false)
        case (.json, "embedded"): return call(.jsonEmbedded, .json, isOptional: true)
        case (.json, "keys"): return .keys(value)
        case (.json, "entries"): return .collection(Collection(base: .entries(value), filters: [], level: environment.depth))
        case (.json, "elements"): return .collection(Collection(base: .items(value), filters: [], level: environment.depth))
        default:
            report(
                "unknown-name", name.range, "\(value.type) has no `\(name.text)`",
                help: suggestion(for: name.text, among: Self.valueMembers(value.type.scalar)))
            return .unknown
        }
    }

    static func valueMembers(_ scalar: ScalarType) -> [String] {
        switch scalar {
        case .date, .timestamp: ["year", "month", "day", "truncated(to: .month)", "adding(months: 1)", "isPresent"]
        case .string:
            [
                "isEmpty", "count", "lowercased()", "uppercased()", "trimmed()", "prefix(2)", "suffix(2)", "hasPrefix(…)", "hasSuffix(…)",
                "contains(…)", "department", "isPresent",
            ]
        case .int, .decimal, .double: ["bucketed(by: [10, 50, 250])", "rounded(to: 100)", "clamped(to: 0...100)", "isPresent"]
        case .json: ["text", "decimal", "bool", "count", "keys", "entries", "elements", "embedded", "isEmpty", "isPresent"]
        default: ["isPresent"]
        }
    }
}
