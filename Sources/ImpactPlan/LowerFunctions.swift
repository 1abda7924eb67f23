import ImpactSemantics
import PostgresSQL

extension Lowering {
    mutating func call(_ function: ScalarFunction, _ arguments: [Expression], _ whole: Expression) -> SQLExpression {
        switch function {
        case .year, .month, .day, .adding, .daysSince: return temporal(function, arguments)
        case .jsonMember, .jsonText, .jsonDecimal, .jsonBool, .jsonCount, .jsonHasKey, .jsonIsEmpty, .jsonEmbedded:
            return json(function, arguments)
        case .parseDecimal: return parsed(arguments[0])
        case .toString: return .cast(local(arguments[0]), "text")
        default: return plain(function, arguments.map { lower($0) })
        }
    }

    /// A text that is no number is absent rather than the end of the run.
    private mutating func parsed(_ text: Expression) -> SQLExpression {
        func number(_ text: SQLExpression, if conditions: [SQLExpression] = []) -> SQLExpression {
            let looksRight = SQLExpression.binary(.matches, text, .string(#"^-?\d+(\.\d+)?$"#))
            // PostgreSQL reads a text written out at once, whatever the condition, unless it is a text first.
            let number = if case .string = text { SQLExpression.cast(text, "text") } else { text }
            return .choice(subject: nil, branches: [SQLBranch(.and(conditions + [looksRight]), .cast(number, "numeric"))], otherwise: nil)
        }
        guard case .call(.jsonText, let arguments) = text.kind else { return number(lower(text)) }
        let json = lower(arguments[0])
        return number(rawText(of: json), if: [.binary(.equal, .call("jsonb_typeof", [json]), .string("string"))])
    }

    private func plain(_ function: ScalarFunction, _ values: [SQLExpression]) -> SQLExpression {
        let value = values[0]
        switch function {
        case .lowercased: return .call("lower", values)
        case .uppercased: return .call("upper", values)
        case .trimmed: return .call("btrim", values)
        case .characterCount: return .call("char_length", values)
        case .prefix: return .call("left", [value, values[1].asCount])
        case .suffix: return .call("right", [value, values[1].asCount])
        case .hasPrefix: return .call("starts_with", values)
        case .hasSuffix: return .binary(.equal, .call("right", [value, .call("char_length", [values[1]])]), values[1])
        case .containsText: return .binary(.greater, .call("strpos", values), .integer(0))
        case .toInt: return .cast(.call("trunc", [value]), "bigint")
        case .toDecimal: return .cast(value, "numeric")
        case .toDouble: return .cast(value, "double precision")
        case .absolute: return .call("abs", values)
        case .least: return .call("least", values)
        case .greatest: return .call("greatest", values)
        case .isEmptyText: return .binary(.equal, value, .string(""))
        default: return .null
        }
    }

    // MARK: - Dates

    /// A timestamp is read as the project's time zone reads it.
    private mutating func local(_ expression: Expression) -> SQLExpression {
        expression.type.scalar == .timestamp ? .atTimeZone(lower(expression), project.settings.timeZone) : lower(expression)
    }

    private mutating func temporal(_ function: ScalarFunction, _ arguments: [Expression]) -> SQLExpression {
        switch function {
        case .year: return .cast(.extract("year", local(arguments[0])), "int")
        case .month: return .cast(.extract("month", local(arguments[0])), "int")
        case .day: return .cast(.extract("day", local(arguments[0])), "int")
        case .adding(let unit): return adding(unit, arguments[0], arguments[1])
        default: return .binary(.minus, lower(arguments[0]), lower(arguments[1]))
        }
    }

    private mutating func adding(_ unit: DateUnit, _ date: Expression, _ count: Expression) -> SQLExpression {
        let step: SQLExpression
        if case .literal(.integer(let number)) = count.kind {
            step = .interval(number, unit.rawValue)
        } else {
            step = .binary(.times, .cast(lower(count), "int"), .interval(1, unit.rawValue))
        }
        let sum = SQLExpression.binary(.plus, local(date), step)
        return date.type.scalar == .timestamp ? .atTimeZone(sum, project.settings.timeZone) : .cast(sum, "date")
    }

    // MARK: - JSON

    private mutating func json(_ function: ScalarFunction, _ arguments: [Expression]) -> SQLExpression {
        switch function {
        case .jsonMember: return member(of: lower(arguments[0]), arguments[1])
        case .jsonText: return text(of: arguments[0])
        case .jsonDecimal: return ofKind("number", lower(arguments[0])) { .cast($0, "numeric") }
        case .jsonBool: return ofKind("boolean", lower(arguments[0])) { .cast($0, "boolean") }
        case .jsonCount: return ofKind("array", lower(arguments[0])) { .call("jsonb_array_length", [$0]) }
        case .jsonHasKey:
            // Unlike `?`, it holds for members of objects only.
            return .test(.binary(.jsonMember, lower(arguments[0]), lower(arguments[1])), .isNotNull)
        case .jsonIsEmpty:
            let value = lower(arguments[0])
            let empty: [SQLExpression] = ["null", "\"\"", "{}", "[]"].map { .string($0) }
            return .or([.test(value, .isNull), .isIn(value, empty, isNegated: false)])
        default: return embedded(lower(arguments[0]))
        }
    }

    /// `x -> 'key'`. Of an array, by its number: PostgreSQL takes a text or a number for an array of itself.
    private mutating func member(of json: SQLExpression, _ key: Expression) -> SQLExpression {
        let name = lower(key)
        guard key.type.scalar == .int else { return .binary(.jsonMember, json, name) }
        return .binary(.jsonMember, ofKind("array", json) { $0 }, name.asInt)
    }

    private func ofKind(_ kind: String, _ value: SQLExpression, _ body: (SQLExpression) -> SQLExpression) -> SQLExpression {
        let test = SQLExpression.binary(.equal, .call("jsonb_typeof", [value]), .string(kind))
        return .choice(subject: nil, branches: [SQLBranch(test, body(value))], otherwise: nil)
    }

    /// The text of a JSON string; a value of another kind is absent.
    private mutating func text(of json: Expression) -> SQLExpression {
        let value = lower(json)
        return ofKind("string", value) { _ in rawText(of: value) }
    }

    /// `x ->> 'key'` where a member is read, `x #>> '{}'` for the whole of it.
    private func rawText(of value: SQLExpression) -> SQLExpression {
        if case .binary(.jsonMember, let object, let key) = value { return .binary(.jsonText, object, key) }
        return .binary(.jsonPathText, value, .string("{}"))
    }

    /// The JSON object or array that a JSON string holds.
    private func embedded(_ value: SQLExpression) -> SQLExpression {
        let text = rawText(of: value)
        let isText = SQLExpression.binary(.equal, .call("jsonb_typeof", [value]), .string("string"))
        let looksRight = SQLExpression.binary(.matches, text, .string(#"^\s*[[{]"#))
        return .choice(subject: nil, branches: [SQLBranch(.and([isText, looksRight]), .cast(text, "jsonb"))], otherwise: nil)
    }
}

/// A text as JSON writes it, to compare JSON with: `"base"`.
func jsonString(_ text: String) -> SQLExpression {
    var escaped = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": escaped += "\\" + String(scalar)
        case _ where scalar.value < 0x20: escaped += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        default: escaped.unicodeScalars.append(scalar)
        }
    }
    return .string("\"" + escaped + "\"")
}

extension SQLExpression {
    /// PostgreSQL takes a number below zero for how many characters to leave out.
    fileprivate var asCount: SQLExpression {
        if case .integer = self { return self }
        let isBelow = SQLBranch(.binary(.less, self, .integer(0)), .integer(0))
        return .cast(.choice(subject: nil, branches: [isBelow], otherwise: self), "int")
    }

    /// A literal is an int as it is.
    fileprivate var asInt: SQLExpression {
        if case .integer = self { self } else { .cast(self, "int") }
    }
}
