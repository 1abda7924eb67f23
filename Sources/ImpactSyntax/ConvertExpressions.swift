import ImpactDiagnostics
import SwiftSyntax

extension Conversion {
    /// Later stages recurse over the tree; a document no person wrote must not exhaust their stack.
    static let deepest = 150

    mutating func expression(_ node: ExprSyntax) -> ExpressionSyntax {
        guard depth < Self.deepest else {
            report("too-deep", node, "the expression is nested too deeply", help: "name its parts with `private let`")
            return ExpressionSyntax(.missing, range(node))
        }
        depth += 1
        defer { depth -= 1 }
        return ExpressionSyntax(kind(of: node), range(node))
    }

    private mutating func kind(of node: ExprSyntax) -> ExpressionSyntax.Kind {
        switch node.as(ExprSyntaxEnum.self) {
        case .integerLiteralExpr(let literal): .integer(literal.literal.text)
        case .floatLiteralExpr(let literal): .decimal(literal.literal.text)
        case .booleanLiteralExpr(let literal): .boolean(literal.literal.text == "true")
        case .stringLiteralExpr(let literal): string(literal)
        case .nilLiteralExpr: .null
        case .declReferenceExpr(let reference) where reference.moduleSelector != nil: cast(reference)
        case .declReferenceExpr(let reference): .name(name(reference.baseName).text)
        case .memberAccessExpr(let access): member(access)
        case .functionCallExpr(let call): self.call(call)
        case .subscriptCallExpr(let call): .subscript(expression(call.calledExpression), arguments(call.arguments))
        case .arrayExpr(let array): .array(array.elements.map { expression($0.expression) })
        case .prefixOperatorExpr(let prefix): self.prefix(prefix)
        case .postfixOperatorExpr(let postfix) where postfix.operator.text == "...":
            .openRange(expression(postfix.expression), isUpward: true)
        case .sequenceExpr(let sequence): fold(sequence)
        case .tupleExpr(let tuple) where tuple.elements.count == 1: expression(tuple.elements.first!.expression).kind
        case .tupleExpr(let tuple) where tuple.elements.count > 1: .tuple(tuple.elements.map { expression($0.expression) })
        case .switchExpr(let choice): self.choice(choice)
        case .ifExpr(let conditional): self.conditional(conditional)
        case .missingExpr: .missing
        default: unsupported(node)
        }
    }

    /// `effectif::text`, which Swift reads as a name of a module.
    private mutating func cast(_ node: DeclReferenceExprSyntax) -> ExpressionSyntax.Kind {
        report("unsupported", node, "`::` means nothing here", help: "convert it: `Int(x)`, `Decimal(x)`, `Double(x)` or `String(x)`")
        return .missing
    }

    private mutating func unsupported(_ node: ExprSyntax) -> ExpressionSyntax.Kind {
        let (what, help) = Self.unknown(node)
        report("unsupported", node, "the language has no \(what)", help: help)
        return .missing
    }

    private static func unknown(_ node: ExprSyntax) -> (what: String, help: String?) {
        switch node.as(ExprSyntaxEnum.self) {
        case .forceUnwrapExpr:
            ("`!` after a value", "`??` gives a value where there is none, and `?.` follows a relation that may be absent")
        case .closureExpr: ("closures", "write the condition as an argument: `count(where: role == \"lecteur\")`")
        case .asExpr: ("`as`", "convert it: `Int(x)`, `Decimal(x)`, `Double(x)` or `String(x)`")
        case .isExpr: ("`is`", "whether there is a value: `x != nil`")
        case .dictionaryExpr: ("dictionaries", "write a `switch`, or a reference list: `@reference(\"file.csv\")`")
        case .tryExpr: ("errors", "remove `try`")
        case .awaitExpr: ("waiting", "remove `await`")
        default: ("such expression", nil)
        }
    }

    private mutating func member(_ node: MemberAccessExprSyntax) -> ExpressionSyntax.Kind {
        if node.declName.moduleSelector != nil { return cast(node.declName) }
        let member = name(node.declName.baseName)
        guard let base = node.base else { return .implicitMember(member) }
        if let chained = base.as(OptionalChainingExprSyntax.self) {
            return .member(expression(chained.expression), member, isOptional: true)
        }
        return .member(expression(base), member, isOptional: false)
    }

    private mutating func call(_ node: FunctionCallExprSyntax) -> ExpressionSyntax.Kind {
        if let closure = node.trailingClosure {
            report(
                "unsupported", closure, "a closure has no meaning here",
                help: "write the condition as an argument: `count(where: role == \"lecteur\")`")
            return .missing
        }
        return .call(expression(node.calledExpression), arguments(node.arguments))
    }

    mutating func arguments(_ list: LabeledExprListSyntax) -> [ArgumentSyntax] {
        list.map { ArgumentSyntax(label: $0.label.map { name($0) }, value: expression($0.expression)) }
    }

    private mutating func prefix(_ node: PrefixOperatorExprSyntax) -> ExpressionSyntax.Kind {
        switch node.operator.text {
        case "!": return .not(expression(node.expression))
        case "-": return .negate(expression(node.expression))
        case "...": return .openRange(expression(node.expression), isUpward: false)
        case let other:
            report("unsupported", node.operator, "there is no prefix operator `\(other)`")
            return .missing
        }
    }

    private mutating func string(_ node: StringLiteralExprSyntax) -> ExpressionSyntax.Kind {
        if let plain = node.representedLiteralValue { return .string([.literal(plain)]) }
        return .string(
            node.segments.flatMap { segment -> [StringSegmentSyntax] in
                switch segment {
                case .stringSegment(let text): return [.literal(unescaped(text, of: node))]
                case .expressionSegment(let inner):
                    if inner.expressions.count != 1 { report("unsupported", inner, "an interpolation is one expression") }
                    return inner.expressions.prefix(1).map { .interpolation(expression($0.expression)) }
                }
            })
    }

    /// swift-syntax gives the represented value of whole literals only: make one of the segment.
    private func unescaped(_ segment: StringSegmentSyntax_, of node: StringLiteralExprSyntax) -> String {
        let alone = node.with(\.segments, StringLiteralSegmentListSyntax([.stringSegment(segment)]))
        return alone.representedLiteralValue ?? segment.content.text
    }

    private mutating func choice(_ node: SwitchExprSyntax) -> ExpressionSyntax.Kind {
        var cases: [CaseSyntax] = []
        for element in node.cases {
            guard case .switchCase(let one) = element else {
                report("unsupported", element, "a `switch` has cases only")
                continue
            }
            cases.append(CaseSyntax(patterns: patterns(one.label), value: value(one.statements, one), range: range(one)))
        }
        return .choice(subject: expression(node.subject), cases: cases)
    }

    private mutating func patterns(_ label: SwitchCaseSyntax.Label) -> [ExpressionSyntax] {
        guard case .case(let label) = label else { return [] }
        return label.caseItems.compactMap { item in
            if let clause = item.whereClause {
                report("unsupported", clause, "a case has no `where`", help: "use `if … else` for conditions of several values")
            }
            guard let pattern = item.pattern.as(ExpressionPatternSyntax.self) else {
                report("unsupported", item.pattern, "a case is a value, a range, or `nil`")
                return nil
            }
            return expression(pattern.expression)
        }
    }

    /// `if a { x } else if b { y } else { z }` is `a ? x : b ? y : z`.
    private mutating func conditional(_ node: IfExprSyntax) -> ExpressionSyntax.Kind {
        guard node.conditions.count == 1, case .expression(let condition)? = node.conditions.first?.condition else {
            let binds = node.conditions.contains { $0.condition.is(OptionalBindingConditionSyntax.self) }
            report(
                "unsupported", node.conditions, "the condition of an `if` is one expression",
                help: binds ? "compare with `nil`, or give the other value: `effectif ?? 0`" : "join conditions with `&&`")
            return .missing
        }
        let then = value(node.body.statements, node.body)
        let otherwise: ExpressionSyntax
        switch node.elseBody {
        case .codeBlock(let block): otherwise = value(block.statements, block)
        case .ifExpr(let next): otherwise = expression(ExprSyntax(next))
        case nil:
            report("missing-else", node.ifKeyword, "the `if` has no `else`, so it may have no value", help: "add `else { nil }`")
            return .missing
        }
        return .conditional(expression(condition), then: then, else: otherwise)
    }

    private mutating func value(_ items: CodeBlockItemListSyntax, _ node: some SyntaxProtocol) -> ExpressionSyntax {
        guard items.count == 1, let item = items.first else {
            report("missing-value", node, "one expression belongs here")
            return ExpressionSyntax(.missing, range(node))
        }
        return expression(item: item)
    }

    mutating func expression(item: CodeBlockItemSyntax) -> ExpressionSyntax {
        switch item.item {
        case .expr(let node): return expression(node)
        case .stmt(let statement):
            if let inner = statement.as(ExpressionStmtSyntax.self) { return expression(inner.expression) }
            if let inner = statement.as(ReturnStmtSyntax.self)?.expression { return expression(inner) }
        case .decl: break
        }
        let help = item.item.is(GuardStmtSyntax.self) ? "write `condition ? value : other`, or `value ?? other`" : nil
        report("unsupported", item, "one expression belongs here", help: help)
        return ExpressionSyntax(.missing, range(item))
    }
}

/// swift-syntax's own node, whose name the project's tree also uses.
typealias StringSegmentSyntax_ = SwiftSyntax.StringSegmentSyntax
