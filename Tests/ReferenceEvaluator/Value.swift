import ImpactSemantics

/// What an expression is worth for one row.
package enum Value: Hashable, Sendable {
    case absent
    case int(Int)
    case decimal(ExactDecimal)
    case double(Double)
    case text(Text)
    case bool(Bool)
    /// Days since 1970-01-01.
    case date(Int)
    /// Microseconds since 1970-01-01 00:00 UTC.
    case instant(Int)
    case uuid(Text)
    case json(JSONValue)

    package static func text(_ text: String) -> Value { .text(Text(text)) }
    package var isAbsent: Bool { self == .absent }
    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    package var int: Int? { if case .int(let value) = self { value } else { nil } }
    package var text: Text? { if case .text(let value) = self { value } else { nil } }
    package var json: JSONValue? { if case .json(let value) = self { value } else { nil } }
    /// A condition counts as false where it is absent.
    package var holds: Bool { self == .bool(true) }
}

/// A text as PostgreSQL knows it: code points, equal only when all are. Swift's `String` takes "é" and "e" with an accent for one.
package struct Text: Hashable, Sendable, Comparable {
    package let scalars: [Unicode.Scalar]

    package init(_ scalars: some Sequence<Unicode.Scalar>) { self.scalars = Array(scalars) }
    package init(_ text: String) { scalars = Array(text.unicodeScalars) }

    package var string: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The order of the collation `C.UTF-8`, which the throw-away servers have.
    package static func < (left: Self, right: Self) -> Bool { left.scalars.lexicographicallyPrecedes(right.scalars) }
}

/// The run would stop on this row: a number too large for its type, a text that is no JSON. A value there is none.
package struct Stop: Error, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}

/// The order of two present values of one type; nil for types that have none.
package func isLess(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.int(let a), .int(let b)), (.date(let a), .date(let b)), (.instant(let a), .instant(let b)): a < b
    case (.decimal(let a), .decimal(let b)): a < b
    case (.double(let a), .double(let b)): a < b
    case (.text(let a), .text(let b)): a < b
    default: nil
    }
}
