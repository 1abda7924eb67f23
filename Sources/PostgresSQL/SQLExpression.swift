/// A PostgreSQL expression. Only the renderer turns it into text, and quotes every name and literal in it.
package indirect enum SQLExpression: Sendable, Hashable {
    case column(String?, String)
    case string(String)
    case integer(Int)
    /// Digits, as written.
    case number(String)
    case boolean(Bool)
    case null
    /// `interval '1 month'`
    case interval(Int, String)
    case binary(SQLOperator, SQLExpression, SQLExpression)
    case and([SQLExpression])
    case or([SQLExpression])
    case not(SQLExpression)
    case negate(SQLExpression)
    /// `x IS NULL`, `x IS NOT TRUE`
    case test(SQLExpression, SQLTest)
    case isIn(SQLExpression, [SQLExpression], isNegated: Bool)
    case between(SQLExpression, SQLExpression, SQLExpression)
    case call(String, [SQLExpression])
    /// `count(*) FILTER (WHERE …)`: no argument is `*`.
    case aggregate(String, [SQLExpression], isDistinct: Bool, filter: [SQLExpression])
    /// `array_agg(x ORDER BY y DESC)`
    case ordered(String, [SQLExpression], by: [OrderTerm], filter: [SQLExpression])
    /// `(array)[1]`
    case element(SQLExpression, Int)
    /// `count(*) OVER (PARTITION BY … ORDER BY …)`, of the one row that is `before` by an interval, or of all up to this one.
    case over(SQLExpression, partition: [SQLExpression], order: [OrderTerm], before: SQLExpression? = nil)
    case cast(SQLExpression, String)
    case atTimeZone(SQLExpression, String)
    case extract(String, SQLExpression)
    case choice(subject: SQLExpression?, branches: [SQLBranch], otherwise: SQLExpression?)
    case exists(Select, isNegated: Bool)
    case scalar(Select)
    case array([SQLExpression])
    case row([SQLExpression])
    /// Text of a `sql("…")` that the compiler has vetted; the one door by which text enters.
    case unsafeVetted([SQLPart])
}

package enum SQLPart: Sendable, Hashable {
    case text(String)
    case expression(SQLExpression)
}

package struct SQLBranch: Sendable, Hashable {
    package let condition: SQLExpression
    package let value: SQLExpression

    package init(_ condition: SQLExpression, _ value: SQLExpression) {
        self.condition = condition
        self.value = value
    }
}

package enum SQLOperator: String, Sendable, Hashable {
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case distinct = "IS DISTINCT FROM"
    case notDistinct = "IS NOT DISTINCT FROM"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case remainder = "%"
    case concatenation = "||"
    case jsonMember = "->"
    case jsonText = "->>"
    case jsonPathText = "#>>"
    case jsonHasKey = "?"
    case shiftedRight = ">>"
    case shiftedLeft = "<<"
    case bitAnd = "&"
    case matches = "~"
}

package enum SQLTest: String, Sendable, Hashable {
    case isNull = "IS NULL"
    case isNotNull = "IS NOT NULL"
    case isTrue = "IS TRUE"
    case isNotTrue = "IS NOT TRUE"
    case isFalse = "IS FALSE"
    case isNotFalse = "IS NOT FALSE"
}

/// PostgreSQL's precedences, from loosest to tightest.
enum Precedence: Int, Comparable {
    case or, and, not, test, comparison, membership, other, additive, multiplicative, timeZone, negation, cast, atom

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension SQLOperator {
    var precedence: Precedence {
        switch self {
        case .distinct, .notDistinct: .test
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
        case .plus, .minus: .additive
        case .times, .divided, .remainder: .multiplicative
        default: .other
        }
    }

    /// `a || b || c` needs no parentheses; `a < b < c` is no expression at all.
    var isAssociative: Bool { precedence >= .other }
}

extension SQLExpression {
    var precedence: Precedence {
        switch self {
        case .or(let parts), .and(let parts):
            if parts.count == 1 { parts[0].precedence } else if case .or = self { .or } else { .and }
        case .not, .exists(_, isNegated: true): .not
        case .test: .test
        case .binary(let symbol, _, _): symbol.precedence
        case .isIn, .between: .membership
        case .atTimeZone: .timeZone
        case .negate: .negation
        case .cast: .cast
        case .integer(let number): number < 0 ? .negation : .atom
        case .number(let digits): digits.hasPrefix("-") ? .negation : .atom
        default: .atom
        }
    }
}
