import ImpactDiagnostics
import ImpactPlan
import ImpactSemantics
import ImpactSyntax
import PostgresSQL

/// A value that a test writes out: as SQL of its column's type, and as it is shown.
struct TypedLiteral {
    let value: SQLExpression
    let shown: String
}

/// What a value is held against.
struct Place {
    let name: String
    let type: ScalarType
    let isOptional: Bool
}

extension TestChecker {
    mutating func literal(_ syntax: ExpressionSyntax, for place: Place) -> TypedLiteral? {
        switch syntax.kind {
        case .missing: return nil
        case .null: return absent(syntax, place)
        case .boolean(let value): return typed(.boolean(value), String(value), [.bool], "a truth value", syntax, place)
        case .integer, .decimal: return number(syntax, isNegative: false, place)
        case .negate(let inner): return number(inner, isNegative: true, place)
        case .string: return text(syntax, place)
        case .call(let callee, let arguments):
            if case .name("pseudonym") = callee.kind { return pseudonym(arguments, syntax, place) }
            return notConstant(syntax)
        default: return notConstant(syntax)
        }
    }

    private mutating func notConstant(_ syntax: ExpressionSyntax) -> TypedLiteral? {
        report(
            "constant-expected", syntax.range, "a value of a test is written out",
            help: "write a number, a text, `true`, `false` or `nil`; dates are texts: \"2026-06-15\"")
        return nil
    }

    private mutating func absent(_ syntax: ExpressionSyntax, _ place: Place) -> TypedLiteral? {
        guard place.isOptional else {
            report("may-be-absent", syntax.range, "`\(place.name)` is never absent")
            return nil
        }
        return TypedLiteral(value: .cast(.null, place.type.postgres), shown: "nil")
    }

    private mutating func typed(
        _ value: SQLExpression, _ shown: String, _ types: [ScalarType], _ what: String, _ syntax: ExpressionSyntax, _ place: Place
    ) -> TypedLiteral? {
        guard types.contains(place.type) || place.type == .unknown else {
            report(
                "type-mismatch", syntax.range, "`\(place.name)` is \(place.type.rawValue), and this is \(what)", help: place.type.example)
            return nil
        }
        return TypedLiteral(value: place.type == .unknown ? value : .cast(value, place.type.postgres), shown: shown)
    }

    private mutating func number(_ syntax: ExpressionSyntax, isNegative: Bool, _ place: Place) -> TypedLiteral? {
        let sign = isNegative ? "-" : ""
        switch syntax.kind {
        case .integer(let digits):
            guard let value = Int(sign + digits.filter { $0 != "_" }) else {
                report("number-too-large", syntax.range, "`\(digits)` is not a whole number of 64 bits")
                return nil
            }
            return typed(.integer(value), String(value), [.int, .decimal, .double], "a whole number", syntax, place)
        case .decimal(let digits):
            let value = sign + digits.filter { $0 != "_" }
            return typed(.number(value), value, [.decimal, .double], "a number with decimals", syntax, place)
        default: return notConstant(syntax)
        }
    }

    private mutating func text(_ syntax: ExpressionSyntax, _ place: Place) -> TypedLiteral? {
        guard let text = plainText(syntax) else { return notConstant(syntax) }
        guard !text.unicodeScalars.contains("\0") else {
            report("text-expected", syntax.range, "a text of PostgreSQL holds no NUL character")
            return nil
        }
        guard place.type.accepts(text) else {
            report(
                "type-mismatch", syntax.range, "`\(place.name)` is \(place.type.rawValue), and this text is none",
                help: place.type.example)
            return nil
        }
        return typed(.string(text), quotedText(text), [.string, .date, .timestamp, .uuid, .json], "a text", syntax, place)
    }

    /// `pseudonym(Utilisateur.id, 7)`: the token that the models give to user 7, under the key of the tests.
    private mutating func pseudonym(_ arguments: [ArgumentSyntax], _ syntax: ExpressionSyntax, _ place: Place) -> TypedLiteral? {
        guard arguments.count == 2, arguments.allSatisfy({ $0.label == nil }),
            case .member(let base, let name, false) = arguments[0].value.kind, case .name(let sourceName) = base.kind,
            let source = project.sources[sourceName], let column = source.column(name.text)
        else {
            report(
                "wrong-arguments", syntax.range, "in a test, `pseudonym` takes a column of a source and its value",
                help: "write `pseudonym(Utilisateur.id, 7)`")
            return nil
        }
        let inner = Place(name: name.text, type: column.type.scalar, isOptional: false)
        guard let value = literal(arguments[1].value, for: inner) else { return nil }
        let domain = column.isKey ? source.entity : source.entity + "." + column.column
        return typed(
            .pseudonym(of: value.value, domain: domain), "pseudonym(\(sourceName).\(name.text), \(value.shown))", [.uuid], "a pseudonym",
            syntax, place)
    }

    /// Without interpolation.
    func plainText(_ syntax: ExpressionSyntax) -> String? {
        guard case .string(let segments) = syntax.kind else { return nil }
        return segments.reduce(into: String?("")) { text, segment in
            if case .literal(let piece) = segment { text? += piece } else { text = nil }
        }
    }
}

extension ScalarType {
    /// Whether the text is one that the type can be read from; JSON is PostgreSQL's to judge.
    fileprivate func accepts(_ text: String) -> Bool {
        switch self {
        case .date: isDay(text)
        case .timestamp:
            isDay(String(text.prefix(10)))
                && text.wholeMatch(of: /.{10}(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?/) != nil
        case .uuid: text.wholeMatch(of: /[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/) != nil
        default: true
        }
    }

    fileprivate var example: String? {
        switch self {
        case .int: "write a whole number: `12`"
        case .decimal, .double: "write a number: `12.5`"
        case .string: "write a text: `\"A JOUR\"`"
        case .bool: "write `true` or `false`"
        case .date: "write a day: `\"2026-06-15\"`"
        case .timestamp: "write an instant, in UTC where it does not say: `\"2026-06-15 12:00\"`"
        case .uuid: "write 32 hexadecimal digits in five groups, or `pseudonym(Utilisateur.id, 7)`"
        case .json: "write JSON between quotes: `\"{}\"`"
        case .null, .unknown: nil
        }
    }
}
