import ImpactSemantics

extension Evaluator {
    func interpolated(_ parts: [Expression], _ scope: Scope) throws -> Value {
        let texts = try parts.map { text(of: try value($0, scope)) }
        return texts.contains(nil) ? .absent : .text(Text(texts.flatMap { $0?.scalars ?? [] }))
    }

    /// `"\(x)"` of a value, nil of an absent one.
    package func text(of value: Value) -> Text? {
        switch value {
        case .absent: nil
        case .int(let number): Text(String(number))
        case .decimal(let number): Text(number.text)
        case .double(let number): Text(shortest(number))
        case .text(let text), .uuid(let text): text
        case .bool(let value): Text(value ? "true" : "false")
        case .date(let number): Text(Day(number: number).text)
        case .instant(let instant): Text(timeText(zone.local(instant)))
        case .json(let value): Text(value.text)
        }
    }

    func textual(_ function: ScalarFunction, _ values: [Value]) throws -> Value {
        if case .int(let count)? = values.last, Int32(exactly: count) == nil { throw Stop("a count above 32 bits") }
        guard case .text(let text)? = values.first else { return .absent }
        switch function {
        case .lowercased: return .text(Text(text.scalars.map { single($0, $0.properties.lowercaseMapping) }))
        case .uppercased: return .text(Text(text.scalars.map { single($0, $0.properties.uppercaseMapping) }))
        case .trimmed: return .text(trimmed(text))
        case .characterCount: return .int(text.scalars.count)
        case .isEmptyText: return .bool(text.scalars.isEmpty)
        case .parseDecimal: return parsed(text)
        default: break
        }
        if case .int(let count)? = values.last { return part(function, of: text, count) }
        guard case .text(let other)? = values.last, values.count == 2 else { return .absent }
        switch function {
        case .hasPrefix: return .bool(text.scalars.starts(with: other.scalars))
        case .hasSuffix: return .bool(text.scalars.reversed().starts(with: other.scalars.reversed()))
        default: return .bool(contains(text.scalars, other.scalars))
        }
    }

    /// As many characters as there are, at most.
    private func part(_ function: ScalarFunction, of text: Text, _ count: Int) -> Value {
        .text(Text(function == .prefix ? text.scalars.prefix(max(0, count)) : text.scalars.suffix(max(0, count))))
    }

    /// Letter by letter: a capital ß stays one letter, and an İ is an i.
    func single(_ scalar: Unicode.Scalar, _ mapping: String) -> Unicode.Scalar {
        mapping.unicodeScalars.count == 1 || scalar == "İ" ? mapping.unicodeScalars.first ?? scalar : scalar
    }

    private func trimmed(_ text: Text) -> Text {
        Text(text.scalars.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    private func contains(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
        guard text.count >= part.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
    }

    /// `-12.5`: nothing else is a number.
    private func parsed(_ text: Text) -> Value {
        let unsigned = text.scalars.first == "-" ? text.scalars.dropFirst() : text.scalars[...]
        let pieces = unsigned.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        let isNumber = (1...2).contains(pieces.count) && pieces.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
        return isNumber ? ExactDecimal(text.string).map(Value.decimal) ?? .absent : .absent
    }

    /// The fewest digits that tell it apart, as PostgreSQL writes them: `0.1`, `1`, `1e+15`.
    private func shortest(_ number: Double) -> String {
        guard let exact = ExactDecimal(String(describing: number.magnitude)) else { return String(describing: number) }
        let sign = number.sign == .minus ? "-" : ""
        var digits = Substring(exact.units.digits)
        let exponent = exact.isZero ? 0 : digits.count - 1 - exact.scale
        while digits.count > 1, digits.last == "0" { digits = digits.dropLast() }
        guard !(-4..<15).contains(exponent) else {
            var text = exact.text
            if text.contains(".") { while text.last == "0" || text.last == "." { if text.removeLast() == "." { break } } }
            return sign + text
        }
        let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
        return sign + digits.prefix(1) + fraction + "e" + (exponent < 0 ? "-" : "+") + padded(abs(exponent), 2)
    }
}
