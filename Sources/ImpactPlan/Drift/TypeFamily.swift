import ImpactSemantics

/// Which types of PostgreSQL a declared type stands for, given what the generated SQL does with it.
package struct TypeFamily {
    enum Answer: Equatable {
        case yes
        case no(because: String?)
    }

    private let type: ScalarType

    init(_ type: ScalarType) { self.type = type }

    func accepts(_ column: CatalogColumn) -> Answer {
        if type == .string, column.isEnum { return .yes }
        if Self.stored[type]?.contains(column.type) == true { return .yes }
        return .no(because: Self.reasons["\(type.rawValue) \(column.type)"])
    }

    /// What a column of that type would be declared as.
    package static func declaring(_ column: CatalogColumn) -> ScalarType? {
        if column.isEnum { return .string }
        return ScalarType.named.first { stored[$0]?.contains(column.type) == true }
    }

    /// Why a column of that type is none that the language reads: known of some.
    package static func reason(against column: CatalogColumn) -> String? {
        reasons.first { $0.key.hasSuffix(" " + column.type) }?.value
    }

    private static let stored: [ScalarType: Set<String>] = [
        .int: ["int2", "int4", "int8"], .string: ["text", "varchar", "bpchar"], .bool: ["bool"], .decimal: ["numeric"],
        .double: ["float4", "float8"], .date: ["date"], .timestamp: ["timestamptz"], .uuid: ["uuid"], .json: ["jsonb"],
    ]

    private static let reasons = [
        "Timestamp timestamp": "without its time zone, which moment it is depends on who reads it",
        "JSON json": "`json` keeps a text as it was written, repeated keys too: the SQL reads `jsonb`",
        "String citext": "`citext` compares without case, and `==` does not",
        "Decimal float8": "`double precision` is not exact: its sums depend on the order of the rows",
        "Decimal int4": "whole numbers divide to whole numbers", "Decimal int8": "whole numbers divide to whole numbers",
    ]
}
