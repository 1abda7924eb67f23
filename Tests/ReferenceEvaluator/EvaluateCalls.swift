import ImpactSemantics

extension Evaluator {
    func call(_ function: ScalarFunction, _ values: [Value]) throws -> Value {
        switch function {
        case .year, .month, .day, .adding, .daysSince: try temporal(function, values)
        case .lowercased, .uppercased, .trimmed, .characterCount, .prefix, .suffix, .hasPrefix, .hasSuffix, .containsText, .isEmptyText,
            .parseDecimal:
            try textual(function, values)
        case .toInt, .toDecimal, .toDouble: try converted(function, values[0])
        case .toString: text(of: values[0]).map(Value.text) ?? .absent
        case .absolute: try absolute(values[0])
        case .least: values.filter { !$0.isAbsent }.min { isLess($0, $1) ?? false } ?? .absent
        case .greatest: values.filter { !$0.isAbsent }.max { isLess($0, $1) ?? false } ?? .absent
        case .jsonMember, .jsonText, .jsonDecimal, .jsonBool, .jsonCount, .jsonHasKey, .jsonIsEmpty, .jsonEmbedded:
            try ofJSON(function, values)
        }
    }

    private func absolute(_ value: Value) throws -> Value {
        switch value {
        case .int(let number):
            guard number != .min else { throw Stop("a whole number above 64 bits") }
            return .int(abs(number))
        case .decimal(let number): return .decimal(number.magnitude)
        case .double(let number): return .double(number.magnitude)
        default: return .absent
        }
    }

    private func converted(_ function: ScalarFunction, _ value: Value) throws -> Value {
        switch (function, value) {
        case (_, .absent): return .absent
        case (.toInt, .decimal(let number)): return try whole(number)
        case (.toInt, .double(let number)):
            guard let whole = Int(exactly: number.rounded(.towardZero)) else { throw Stop("a whole number above 64 bits") }
            return .int(whole)
        case (.toDecimal, .int(let number)): return .decimal(ExactDecimal(number))
        case (.toDecimal, .double(let number)): return ExactDecimal(number).map(Value.decimal) ?? .absent
        case (.toDouble, .int(let number)): return .double(Double(number))
        case (.toDouble, .decimal(let number)): return Double(number.text).map(Value.double) ?? .absent
        default: return value
        }
    }

    func whole(_ number: ExactDecimal) throws -> Value {
        guard let whole = number.truncated.units.int else { throw Stop("a whole number above 64 bits") }
        return .int(whole)
    }

    // MARK: - JSON

    /// A value is read by its type; one of another type is absent.
    private func ofJSON(_ function: ScalarFunction, _ values: [Value]) throws -> Value {
        if function == .jsonMember, case .int(let index) = values[1], Int32(exactly: index) == nil { throw Stop("an index above 32 bits") }
        guard case .json(let json) = values[0] else {
            return function == .jsonIsEmpty ? .bool(true) : function == .jsonHasKey ? .bool(false) : .absent
        }
        switch (function, json) {
        case (.jsonMember, _): return member(of: json, values[1])
        case (.jsonHasKey, .object(let members)): return .bool(values[1].text.map { members[$0] != nil } ?? false)
        case (.jsonHasKey, _): return .bool(false)
        case (.jsonText, .string(let text)): return .text(text)
        case (.jsonDecimal, .number(let number)): return .decimal(number)
        case (.jsonBool, .bool(let value)): return .bool(value)
        case (.jsonCount, .array(let elements)): return .int(elements.count)
        case (.jsonIsEmpty, _): return .bool([.null, .string(Text("")), .object([:]), .array([])].contains(json))
        case (.jsonEmbedded, .string(let text)): return try embedded(text)
        default: return .absent
        }
    }

    private func member(of json: JSONValue, _ key: Value) -> Value {
        switch (json, key) {
        case (.object(let members), .text(let name)): members[name].map(Value.json) ?? .absent
        case (.array(let elements), .int(let index)): element(index < 0 ? index + elements.count : index, of: elements)
        default: .absent
        }
    }

    private func element(_ index: Int, of elements: [JSONValue]) -> Value {
        elements.indices.contains(index) ? .json(elements[index]) : .absent
    }

    private func embedded(_ text: Text) throws -> Value {
        let first = text.scalars.first { !" \t\n\r".unicodeScalars.contains($0) }
        guard first == "{" || first == "[" else { return .absent }
        guard let json = readJSON(text) else { throw Stop("a text that starts as JSON and is none") }
        return .json(json)
    }
}
