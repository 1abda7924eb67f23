/// What a row is a row of.
package enum RowSource: Sendable, Hashable {
    case source(String)
    case model(String)
    /// A member of a JSON object: `key` and `value`.
    case entry
    /// An element of a JSON array: `value`.
    case item
}

/// An expression that stands for at most one row.
package indirect enum Row: Sendable, Hashable {
    /// The row that a model (level 0) or a collection operation (its level) goes through.
    case element(level: Int, of: RowSource)
    case toOne(Row, relation: String, target: String)
    /// `caracteristiques.last(by: annee)`; without order, a row the grain check proved unique.
    case pick(Collection, order: Expression?, isLast: Bool)
    /// `Pays[code]`
    case lookup(source: String, key: Expression)
    case coalesce(Row, Row)
    /// The exposed row that a reference refers to, in a metric: `entreprise_id.effectif`.
    case referenced(Row, by: String, in: String)
    /// `private let derniere = …`
    case named(String, Row)

    package var source: RowSource {
        switch self {
        case .element(_, let source): source
        case .toOne(_, _, let target): .source(target)
        case .pick(let collection, _, _): collection.element
        case .lookup(let source, _): .source(source)
        case .coalesce(let first, _): first.source
        case .referenced(_, _, let model): .model(model)
        case .named(_, let row): row.source
        }
    }
}

/// Rows of one kind, filtered: never a value of its own, always the operand of an operation.
package struct Collection: Sendable, Hashable {
    package indirect enum Base: Sendable, Hashable {
        /// The rows of the other side of a relation.
        case inverse(Row, relation: String, target: String)
        /// Every row of a reference list.
        case all(String)
        /// Every row of an exposed table (in metrics).
        case model(String)
        /// The rows of an exposed table that refer to this one (in metrics).
        case referring(Row, from: String, by: String)
        case entries(Expression)
        case items(Expression)
    }

    package let base: Base
    /// Conditions on `.element(level: level)`, all of which hold.
    package var filters: [Expression]
    package let level: Int
    /// The private column it was named by; equal lists are equal whatever their names.
    package var name: String?

    package static func == (left: Self, right: Self) -> Bool {
        left.base == right.base && left.filters == right.filters && left.level == right.level
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(base)
        hasher.combine(filters)
        hasher.combine(level)
    }

    package var element: RowSource {
        switch base {
        case .inverse(_, _, let target): .source(target)
        case .all(let source): .source(source)
        case .model(let model): .model(model)
        case .referring(_, let model, _): .model(model)
        case .entries: .entry
        case .items: .item
        }
    }

    package var row: Row { .element(level: level, of: element) }
}
