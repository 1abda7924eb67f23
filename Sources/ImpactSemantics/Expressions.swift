import ImpactDiagnostics

/// A checked expression: names are resolved, functions are inlined, types are known.
///
/// Two expressions are equal when they mean the same, wherever they were written: that is how the lowering
/// joins a row once however many columns read it.
package struct Expression: Sendable, Hashable {
    package let kind: Kind
    package let type: ValueType
    package let range: TextRange

    package init(_ kind: Kind, _ type: ValueType, _ range: TextRange) {
        self.kind = kind
        self.type = type
        self.range = range
    }

    /// Presence is part of the meaning: what is known to be there is compared otherwise in SQL.
    package static func == (left: Self, right: Self) -> Bool {
        left.type.isOptional == right.type.isOptional && left.kind == right.kind
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(kind) }

    package indirect enum Kind: Sendable, Hashable {
        case literal(Literal)
        case column(Row, String)
        /// A private column, or an exposed one another column reads.
        case named(String, NamedExpression)
        /// A `let` inside a function; the name serves the SQL.
        case local(String, Expression)
        case today
        case isPresent(Row)
        /// Swift's `==`: two absent values are equal, and the result is never absent.
        case equal(Expression, Expression)
        case compare(Comparison, Expression, Expression)
        case and(Expression, Expression)
        case or(Expression, Expression)
        case not(Expression)
        case arithmetic(Arithmetic, Expression, Expression)
        case negate(Expression)
        case conditional(Expression, then: Expression, else: Expression)
        case choice(subject: Expression, branches: [Branch], otherwise: Expression)
        case coalesce(Expression, Expression)
        /// `["0-9", "10-49"].contains(effectif)`
        case isOne(Expression, of: [Expression])
        case isIn(Expression, ClosedInterval)
        /// `[a, b, c].count(of: true)`
        case countEqual([Expression], to: Expression)
        case interpolation([Expression])
        case call(ScalarFunction, [Expression])
        case aggregate(AggregateFunction, Collection, Expression?)
        case exists(Collection)
        /// A JSON object of the collection's rows: `indicateurs.keyed(by: schema_id, reponse)`.
        case keyed(Collection, key: Expression, value: Expression)
        case sql([SQLPiece])
        case pseudonym(Expression, domain: String)
        /// Coarser than it was; its sensitivity stays.
        case generalized(Expression, Generalization)
        /// `email.domain(among: ["beta.gouv.fr"], otherwise: "autre")`: one of the texts the project names, and no other.
        case domain(Expression, among: [String], otherwise: String)
        /// What the rows say, once `of` is the one: where a computed column discloses, which row it is about stays as it was.
        case disclosed(Expression, of: Row?, because: String)
        /// The key of an exposed row, as the model that exposes it writes it; absent where that model's filter drops the row.
        case reference(model: String, key: Expression, exposedIf: Expression?)
        /// Of the rows of a metric's group.
        case summary(Summary)
        /// Another measure of the metric.
        case measure(String, NamedExpression)
        /// Absent where the second is zero.
        case ratio(Expression, over: Expression)
        /// A measure of other periods.
        case window(Window, Expression)
        case invalid
    }
}

/// What a name stands for. Names are unique in a model, so that comparing them is enough: following each would take a
/// time that doubles with every column that reads another twice.
package struct NamedExpression: Sendable, Hashable {
    package let expression: Expression

    package init(expression: Expression) { self.expression = expression }

    package static func == (left: Self, right: Self) -> Bool { true }
    package func hash(into hasher: inout Hasher) {}
}

package enum Literal: Sendable, Hashable {
    case integer(Int)
    /// Digits as written: `0.85`.
    case decimal(String)
    case string(String)
    case boolean(Bool)
    case null
}

package enum Comparison: String, Sendable, Hashable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
}

package enum Arithmetic: String, Sendable, Hashable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case remainder = "%"
    /// By what may be zero: the result is then absent, and the run goes on.
    case dividedSafely = "/ "
    case remainderSafely = "% "
}

/// `case nil, 0, 10...20: value`
package struct Branch: Sendable, Hashable {
    package enum Pattern: Sendable, Hashable {
        case value(Expression)
        case interval(ClosedInterval)
    }

    package let patterns: [Pattern]
    package let value: Expression
}

/// `10...20`, or `10..<20` when it is half open.
package struct ClosedInterval: Sendable, Hashable {
    package let lower: Expression
    package let upper: Expression
    package let isHalfOpen: Bool
}

/// A rule that makes a value coarser.
package enum Generalization: Sendable, Hashable {
    case truncated(DateUnit)
    /// Labelled bands, open at both ends: the bounds rise.
    case bucketed([Literal])
    /// To the nearest multiple.
    case rounded(Literal)
    /// Top- and bottom-coded.
    case clamped(Literal, Literal)
    /// The département of a French postcode.
    case department
}

package enum DateUnit: String, Sendable, Hashable, CaseIterable { case day, week, month, quarter, year }

package enum AggregateFunction: String, Sendable, Hashable { case count, countDistinct, sum, min, max, average, last }

/// Functions of one row, each with one PostgreSQL spelling.
package enum ScalarFunction: Sendable, Hashable {
    case year, month, day
    case adding(DateUnit)
    case daysSince
    case lowercased, uppercased, trimmed, characterCount
    case prefix, suffix, hasPrefix, hasSuffix, containsText
    case toInt, toDecimal, toDouble, toString, parseDecimal
    case absolute
    case least, greatest
    case isEmptyText
    case jsonMember, jsonText, jsonDecimal, jsonBool, jsonCount, jsonHasKey, jsonIsEmpty, jsonEmbedded
}

package enum SQLPiece: Sendable, Hashable {
    case text(String)
    case value(Expression)
}
