import ImpactSemantics

extension Evaluator {
    func aggregate(
        _ function: AggregateFunction, of collection: Collection, _ operand: Expression?, _ type: ScalarType, _ scope: Scope
    ) throws -> Value {
        let found = try elements(of: collection, scope)
        guard let operand else { return .int(found.count) }
        let operands = try found.map { try value(operand, scope.with($0, at: collection.level)) }
        let result = try evaluate(function, over: operands, type)
        return defect == .emptySumIsAbsent && function == .sum && operands.allSatisfy(\.isAbsent) ? .absent : result
    }

    /// A JSON object with one member a row; nothing of no rows.
    func keyed(_ collection: Collection, _ key: Expression, _ held: Expression, _ scope: Scope) throws -> Value {
        var members: [Text: JSONValue] = [:]
        for row in try elements(of: collection, scope) {
            let inner = scope.with(row, at: collection.level)
            guard case .text(let name) = try value(key, inner) else { throw Stop("a name that is absent") }
            members[name] = json(of: try value(held, inner))
        }
        return members.isEmpty ? .absent : .json(.object(members))
    }

    private func json(of value: Value) -> JSONValue {
        switch value {
        case .absent: .null
        case .bool(let value): .bool(value)
        case .int(let number): .number(ExactDecimal(number))
        case .decimal(let number): .number(number)
        case .double(let number): ExactDecimal(text(of: .double(number))?.string ?? "").map(JSONValue.number) ?? .null
        case .json(let value): value
        default: text(of: value).map(JSONValue.string) ?? .null
        }
    }
}

/// What an aggregate makes of the values of its rows, whether they are rows of a relation or of a published table.
///
/// - Parameter type: of the result.
package func evaluate(_ function: AggregateFunction, over values: [Value], _ type: ScalarType) throws -> Value {
    let present = values.filter { !$0.isAbsent }
    switch function {
    case .count: return .int(present.count)
    case .countDistinct: return .int(Set(present).count)
    case .min: return present.min { isLess($0, $1) ?? false } ?? .absent
    case .max: return present.max { isLess($0, $1) ?? false } ?? .absent
    case .sum: return try sum(present, type)
    case .average: return average(present)
    case .last: throw Stop("the last needs a moment")
    }
}

private func sum(_ values: [Value], _ type: ScalarType) throws -> Value {
    switch type {
    case .int:
        let exact = values.compactMap(\.int).reduce(BigInteger.zero) { $0 + BigInteger($1) }
        guard let sum = exact.int else { throw Stop("a sum above 64 bits") }
        return .int(sum)
    case .double: return .double(values.compactMap(\.double).reduce(0, +))
    default: return .decimal(values.compactMap(\.decimal).reduce(ExactDecimal(0), +))
    }
}

private func average(_ values: [Value]) -> Value {
    guard let first = values.first else { return .absent }
    if case .double = first { return .double(values.compactMap(\.double).reduce(0, +) / Double(values.count)) }
    return .decimal(values.compactMap(\.decimal).reduce(ExactDecimal(0), +) / ExactDecimal(values.count))
}

extension Value {
    /// Whole numbers are decimals too.
    var decimal: ExactDecimal? {
        switch self {
        case .decimal(let value): value
        case .int(let value): ExactDecimal(value)
        default: nil
        }
    }

    var double: Double? { if case .double(let value) = self { value } else { nil } }
}
