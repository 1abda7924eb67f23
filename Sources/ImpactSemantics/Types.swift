/// The few types of the language. Each is one PostgreSQL type.
package enum ScalarType: String, Sendable, Hashable, CaseIterable {
    case int = "Int"
    case string = "String"
    case bool = "Bool"
    case decimal = "Decimal"
    case double = "Double"
    case date = "Date"
    case timestamp = "Timestamp"
    case uuid = "UUID"
    case json = "JSON"
    /// The type of `nil`: it agrees with every optional.
    case null = "nil"
    /// The type of an expression already reported: it agrees with everything, so one mistake is one message.
    case unknown = "?"

    package var isNumeric: Bool { self == .int || self == .decimal || self == .double }
    package var isTemporal: Bool { self == .date || self == .timestamp }
    package var isOrdered: Bool { isNumeric || isTemporal || self == .string }

    /// The names a program may write.
    package static let named = allCases.filter { $0 != .null && $0 != .unknown }
}

package struct ValueType: Sendable, Hashable, CustomStringConvertible {
    package let scalar: ScalarType
    package let isOptional: Bool

    package init(_ scalar: ScalarType, isOptional: Bool = false) {
        self.scalar = scalar
        self.isOptional = isOptional
    }

    package static let unknown = ValueType(.unknown)
    package var optional: ValueType { ValueType(scalar, isOptional: true) }
    package var required: ValueType { ValueType(scalar) }
    package func optional(if condition: Bool) -> ValueType { condition ? optional : self }

    package var description: String {
        scalar == .null ? "nil" : scalar.rawValue + (isOptional ? "?" : "")
    }

    /// The type both branches of a choice have, or nil when there is none.
    func unified(with other: ValueType) -> ValueType? {
        let isOptional = isOptional || other.isOptional
        if scalar == .unknown || other.scalar == .unknown { return .unknown }
        if scalar == .null { return ValueType(other.scalar, isOptional: true) }
        if other.scalar == .null || scalar == other.scalar { return ValueType(scalar, isOptional: isOptional) }
        return nil
    }
}
