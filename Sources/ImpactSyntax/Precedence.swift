import ImpactDiagnostics
import SwiftSyntax

/// Precedence climbing over the flat `a && b == c ? d : e` that the parser leaves: Swift's precedences for
/// the operators of the language, without rewriting the tree, so positions stay.
extension Conversion {
    mutating func fold(_ sequence: SequenceExprSyntax) -> ExpressionSyntax.Kind {
        let elements = Array(sequence.elements)
        guard elements.count < 400 else {
            report("too-deep", sequence, "the expression has too many operators", help: "name its parts with `private let`")
            return .missing
        }
        var position = 0
        return climb(elements, &position, minimum: 0).kind
    }

    /// What operators of other languages are here.
    private static let operatorsElsewhere = ["<>": "!=", "===": "==", "…": "...", "&": "&&", "|": "||", "=>": ">=", "=<": "<="]

    private enum Infix {
        case binary(OperatorSyntax)
        case ternary(ExprSyntax)
    }

    private mutating func climb(_ elements: [ExprSyntax], _ position: inout Int, minimum: Int) -> ExpressionSyntax {
        var left = expression(elements[position])
        position += 1
        while position + 1 < elements.count {
            guard let infix = infix(elements[position]) else {
                position = elements.count
                return ExpressionSyntax(.missing, left.range)
            }
            let (level, isRight) = precedence(infix)
            if level < minimum { break }
            position += 1
            let right = climb(elements, &position, minimum: isRight ? level : level + 1)
            left = join(left, infix, right)
        }
        return left
    }

    private mutating func join(_ left: ExpressionSyntax, _ infix: Infix, _ right: ExpressionSyntax) -> ExpressionSyntax {
        let range = left.range.union(right.range)
        switch infix {
        case .binary(let symbol): return ExpressionSyntax(.binary(symbol, left, right), range)
        case .ternary(let middle):
            return ExpressionSyntax(.conditional(left, then: expression(middle), else: right), range)
        }
    }

    private mutating func infix(_ node: ExprSyntax) -> Infix? {
        if let ternary = node.as(UnresolvedTernaryExprSyntax.self) { return .ternary(ternary.thenExpression) }
        if let binary = node.as(BinaryOperatorExprSyntax.self) {
            if let symbol = OperatorSyntax(rawValue: binary.operator.text) { return .binary(symbol) }
            report(
                "unknown-operator", binary, "there is no operator `\(binary.operator.text)`",
                help: Self.operatorsElsewhere[binary.operator.text].map { "write `\($0)`" })
            return nil
        }
        let isAssignment = node.is(AssignmentExprSyntax.self)
        report(
            "unsupported", node, isAssignment ? "`=` assigns, which an expression cannot do" : "the language has no such operator",
            help: isAssignment ? "compare with `==`" : nil)
        return nil
    }

    private func precedence(_ infix: Infix) -> (level: Int, isRight: Bool) {
        guard case .binary(let symbol) = infix else { return (1, true) }
        return switch symbol {
        case .or: (2, false)
        case .and: (3, false)
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: (4, false)
        case .coalesce: (5, true)
        case .closedRange, .halfOpenRange: (6, false)
        case .plus, .minus: (7, false)
        case .times, .divided, .remainder: (8, false)
        }
    }
}
