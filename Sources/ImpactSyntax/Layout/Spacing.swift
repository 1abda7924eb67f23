import SwiftSyntax

/// Whether two tokens of a line are apart.
struct Spacing {
    private let left: TokenSyntax
    private let right: TokenSyntax

    init(_ left: TokenSyntax, _ right: TokenSyntax) {
        self.left = left
        self.right = right
    }

    var isSpaced: Bool { rule ?? wasSpaced }

    private var wasSpaced: Bool { !left.trailingTrivia.isEmpty || !right.leadingTrivia.isEmpty }

    /// Nil where the author's way stays: `-x`, `1...9`, `a?.b`.
    private var rule: Bool? {
        if right.tokenKind == .endOfFile { return false }
        if [")", "]", ","].contains(right.text) || ["(", "["].contains(left.text) { return false }
        if left.text == "," { return true }
        if right.text == "(", right.parent?.is(FunctionCallExprSyntax.self) == true { return false }
        if right.text == ":" { return right.isOfTernary }
        if left.text == ":" { return true }
        if left.text == "{" || right.text == "}" { return !(left.text == "{" && right.text == "}") }
        if right.text == "{" { return true }
        if left.text == "}" { return ![".", "?"].contains(right.text) }
        return left.isApart || right.isApart ? true : nil
    }
}

extension TokenSyntax {
    fileprivate var isOfTernary: Bool { parent?.is(UnresolvedTernaryExprSyntax.self) == true }

    /// An operator with a space on either side. Ranges are written closely, which the lexer tells from `1 ... -2`.
    fileprivate var isApart: Bool {
        switch tokenKind {
        case .equal, .arrow, .infixQuestionMark: true
        case .binaryOperator(let sign): !["...", "..<"].contains(sign)
        default: false
        }
    }
}
