import ImpactDiagnostics
import SwiftSyntax

extension Conversion {
    func isTest(_ node: FunctionDeclSyntax) -> Bool {
        node.attributes.contains { element in
            if case .attribute(let attribute) = element { attribute.attributeName.trimmedDescription == "test" } else { false }
        }
    }

    /// `@test("…", today: "…") func name() { given(…) expect(…) }`
    mutating func test(_ node: FunctionDeclSyntax) -> TestSyntax {
        let attributes = convert(node.attributes)
        for attribute in attributes where attribute.name.text != "test" {
            diagnostics.report(
                Diagnostic(
                    "unknown-attribute", at: attribute.range, "`@\(attribute.name.text)` has no meaning on a test", help: "remove it"))
        }
        if !node.signature.parameterClause.parameters.isEmpty || node.signature.returnClause != nil {
            report("unsupported", node.signature, "a test takes nothing and gives nothing", help: "write `func \(node.name.text)()`")
        }
        if node.body == nil {
            report("missing-body", node.name, "`\(node.name.text)` has no body", help: "write `{ given(…) expect(…) }` after it")
        }
        return TestSyntax(
            name: name(node.name), attribute: attributes.first { $0.name.text == "test" } ?? noAttribute(node),
            statements: node.body.map { $0.statements.map { expression(item: $0) } } ?? [])
    }

    private func noAttribute(_ node: FunctionDeclSyntax) -> AttributeSyntax {
        AttributeSyntax(name: NameSyntax("test", range(node.name)), arguments: [], range: range(node.name))
    }
}
