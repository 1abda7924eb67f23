/// How Metabase shows a table or a column: `@display("Date de création")`, `@semantic(.category)`.
package struct Presentation: Sendable, Equatable {
    /// The name that people read; nil where it is made of the column's own.
    package var displayName: String?
    /// What the column is to Metabase; nil where the value says it.
    package var semantic: SemanticType?

    package init(displayName: String? = nil, semantic: SemanticType? = nil) {
        self.displayName = displayName
        self.semantic = semantic
    }
}

/// What a column is, in the words of Metabase: it chooses filters and drawings by them.
package enum SemanticType: String, Sendable, CaseIterable {
    case category, name, title, country, state, city, zipCode, url
    case quantity, percentage, score, currency
    case creationDate, creationTimestamp, updatedDate, updatedTimestamp
    // By what the models say, and not for authors to declare.
    case primaryKey, foreignKey

    package static let declarable = allCases.filter { $0 != .primaryKey && $0 != .foreignKey }

    /// As Metabase spells it: `type/Category`.
    package var metabase: String {
        switch self {
        case .primaryKey: "type/PK"
        case .foreignKey: "type/FK"
        case .url: "type/URL"
        default: "type/" + rawValue.prefix(1).uppercased() + rawValue.dropFirst()
        }
    }

    /// Whether a column of that type can be one.
    func fits(_ type: ScalarType) -> Bool {
        switch self {
        case .quantity, .percentage, .score, .currency: type.isNumeric
        case .creationDate, .updatedDate: type == .date
        case .creationTimestamp, .updatedTimestamp: type == .timestamp
        case .category: !type.isTemporal
        default: type == .string
        }
    }
}

// MARK: - What the value says

extension ModelColumn {
    package var semantic: SemanticType? {
        presentation.semantic ?? (referencedModel != nil ? .foreignKey : isKey ? .primaryKey : value.semantic)
    }
}

extension Dimension {
    /// What a metric is by is what people filter by; a period is a date, which needs no word.
    package var semantic: SemanticType? { presentation.semantic ?? (unit == nil && !value.type.scalar.isTemporal ? .category : nil) }
}

extension Measure {
    package var semantic: SemanticType? { presentation.semantic ?? value.semantic }
}

extension Expression {
    fileprivate var semantic: SemanticType? {
        if type.scalar == .bool { return .category }
        switch kind {
        case .named(_, let named), .measure(_, let named): return named.expression.semantic
        case .local(_, let value), .disclosed(let value, _, _), .window(_, let value): return value.semantic
        case .conditional(_, let then, let otherwise): return then.isLabel && otherwise.isLabel ? .category : nil
        case .choice(_, let branches, let otherwise): return (branches.map(\.value) + [otherwise]).allSatisfy(\.isLabel) ? .category : nil
        case .generalized(_, .bucketed), .domain: return .category
        case .aggregate(let function, _, _): return function.semantic
        case .summary(let summary): return summary.function.semantic
        case .ratio(let part, let whole): return part.isPart(of: whole) ? .percentage : nil
        default: return nil
        }
    }

    /// One of the texts that the models name, or nothing.
    private var isLabel: Bool {
        if case .literal(let literal) = kind { return type.scalar == .string || literal == .null }
        return type.scalar == .null || semantic == .category && type.scalar == .string
    }

    /// `count(where: a && b)` counts some of what `count(where: a)` does, so that their quotient is between 0 and 1.
    private func isPart(of whole: Expression) -> Bool {
        guard let part = summary, let whole = whole.summary, part.function.isCount else { return false }
        return part.function == whole.function && part.operand == whole.operand && Set(whole.filters).isSubset(of: part.filters)
    }

    private var summary: Summary? {
        switch kind {
        case .measure(_, let named): named.expression.summary
        case .summary(let summary): summary
        default: nil
        }
    }
}

extension AggregateFunction {
    fileprivate var isCount: Bool { self == .count || self == .countDistinct }
    fileprivate var semantic: SemanticType? { isCount || self == .sum ? .quantity : nil }
}
