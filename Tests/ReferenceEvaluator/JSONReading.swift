/// RFC 8259, for texts that hold JSON. Nil where the text is none.
package func readJSON(_ text: Text) -> JSONValue? {
    var reader = JSONReader(rest: text.scalars[...])
    guard let value = reader.value() else { return nil }
    reader.skipBlanks()
    return reader.rest.isEmpty ? value : nil
}

private struct JSONReader {
    var rest: ArraySlice<Unicode.Scalar>

    mutating func skipBlanks() { rest = rest.drop { " \t\n\r".unicodeScalars.contains($0) } }

    private mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.unicodeScalars) else { return false }
        rest = rest.dropFirst(text.unicodeScalars.count)
        return true
    }

    mutating func value() -> JSONValue? {
        skipBlanks()
        if take("null") { return .null }
        if take("true") { return .bool(true) }
        if take("false") { return .bool(false) }
        switch rest.first {
        case "\"": return string().map(JSONValue.string)
        case "[": return array()
        case "{": return object()
        default: return number()
        }
    }

    private mutating func array() -> JSONValue? {
        var elements: [JSONValue] = []
        let isRight = items("[", "]") { reader in
            guard let element = reader.value() else { return false }
            elements.append(element)
            return true
        }
        return isRight ? .array(elements) : nil
    }

    private mutating func object() -> JSONValue? {
        var members: [Text: JSONValue] = [:]
        let isRight = items("{", "}") { reader in
            reader.skipBlanks()
            guard let name = reader.string() else { return false }
            reader.skipBlanks()
            guard reader.take(":"), let value = reader.value() else { return false }
            members[name] = value
            return true
        }
        return isRight ? .object(members) : nil
    }

    private mutating func items(_ start: String, _ end: String, _ item: (inout JSONReader) -> Bool) -> Bool {
        guard take(start) else { return false }
        skipBlanks()
        if take(end) { return true }
        while item(&self) {
            skipBlanks()
            if take(end) { return true }
            guard take(",") else { return false }
        }
        return false
    }

    private mutating func string() -> Text? {
        guard take("\"") else { return nil }
        var scalars: [Unicode.Scalar] = []
        while let next = rest.popFirst() {
            if next == "\"" { return Text(scalars) }
            guard next.value >= 32 else { return nil }
            guard let scalar = next == "\\" ? escaped() : next else { return nil }
            scalars.append(scalar)
        }
        return nil
    }

    /// What follows a backslash; pairs of surrogates are not written by these tests.
    private mutating func escaped() -> Unicode.Scalar? {
        let plain: [Unicode.Scalar: Unicode.Scalar] = [
            "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{c}", "n": "\n", "r": "\r", "t": "\t",
        ]
        guard let kind = rest.popFirst() else { return nil }
        guard kind == "u" else { return plain[kind] }
        let digits = String(String.UnicodeScalarView(rest.prefix(4)))
        rest = rest.dropFirst(4)
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    }

    private mutating func number() -> JSONValue? {
        let found = rest.prefix { "+-.eE0123456789".unicodeScalars.contains($0) }
        rest = rest.dropFirst(found.count)
        return ExactDecimal(String(String.UnicodeScalarView(found))).map(JSONValue.number)
    }
}
