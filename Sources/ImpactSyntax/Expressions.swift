import ImpactDiagnostics

/// An expression as it is written.
package struct ExpressionSyntax: Sendable {
    package indirect enum Kind: Sendable {
        /// A hole the parser has already reported.
        case missing
        case integer(String)
        case decimal(String)
        case string([StringSegmentSyntax])
        case boolean(Bool)
        case null
        /// `email`, `today`, `self`
        case name(String)
        /// `.month`
        case implicitMember(NameSyntax)
        /// `user.email`, or with `isOptional` `user?.email`
        case member(ExpressionSyntax, NameSyntax, isOptional: Bool)
        case call(ExpressionSyntax, [ArgumentSyntax])
        case `subscript`(ExpressionSyntax, [ArgumentSyntax])
        case array([ExpressionSyntax])
        /// `(statut, 2)`, which only `lDiverse:` takes.
        case tuple([ExpressionSyntax])
        /// `1...`, or `...100` when it has no lower bound, which only `@check` takes.
        case openRange(ExpressionSyntax, isUpward: Bool)
        case not(ExpressionSyntax)
        case negate(ExpressionSyntax)
        case binary(OperatorSyntax, ExpressionSyntax, ExpressionSyntax)
        case conditional(ExpressionSyntax, then: ExpressionSyntax, else: ExpressionSyntax)
        case choice(subject: ExpressionSyntax, cases: [CaseSyntax])
    }

    package let kind: Kind
    package let range: TextRange

    package init(_ kind: Kind, _ range: TextRange) {
        self.kind = kind
        self.range = range
    }
}

/// A piece of `"\(code) - \(libelle)"`.
package enum StringSegmentSyntax: Sendable {
    case literal(String)
    case interpolation(ExpressionSyntax)
}

/// The operators of the language, which are Swift's with Swift's precedences.
package enum OperatorSyntax: String, Sendable {
    case or = "||"
    case and = "&&"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case coalesce = "??"
    case closedRange = "..."
    case halfOpenRange = "..<"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case remainder = "%"
}

/// `case "0-9", "10-49": "PME"`, or `default: …` when there is no pattern.
package struct CaseSyntax: Sendable {
    package let patterns: [ExpressionSyntax]
    package let value: ExpressionSyntax
    package let range: TextRange
}
