import ImpactDiagnostics
import ImpactSyntax

/// `@display` and `@semantic`, on what is published.
extension Checker {
    static let tableAttributes = lifecycleAttributes + ["display"]
    static let columnAttributes = tableAttributes + ["semantic"]

    mutating func presentation(of declaration: StructSyntax) -> Presentation {
        Presentation(displayName: displayName(declaration.attributes))
    }

    mutating func presentation(of member: VariableSyntax, _ type: ScalarType) -> Presentation {
        Presentation(displayName: displayName(member.attributes), semantic: semantic(member, type))
    }

    /// `@display("Date de création")`
    private mutating func displayName(_ attributes: [AttributeSyntax]) -> String? {
        guard let attribute = attributes.first(where: { $0.name.text == "display" }) else { return nil }
        let given = attribute.arguments
        guard given.count == 1, given[0].label == nil, let name = text(given[0].value), name.contains(where: { !$0.isWhitespace }) else {
            report(
                "wrong-arguments", attribute.range, "`@display` gives the name that people read in Metabase",
                help: "write `@display(\"Date de création\")`")
            return nil
        }
        return name
    }

    /// `@semantic(.category)`
    private mutating func semantic(_ member: VariableSyntax, _ type: ScalarType) -> SemanticType? {
        guard let attribute = member.attributes.first(where: { $0.name.text == "semantic" }) else { return nil }
        guard attribute.arguments.count == 1, attribute.arguments[0].label == nil,
            case .implicitMember(let name) = attribute.arguments[0].value.kind
        else {
            report(
                "wrong-arguments", attribute.range, "`@semantic` says what `\(member.name.text)` is to Metabase",
                help: "write `@semantic(.category)`")
            return nil
        }
        guard let semantic = SemanticType.declarable.first(where: { $0.rawValue == name.text }) else {
            let known = SemanticType.declarable.map(\.rawValue)
            report(
                "unknown-name", name.range, "Metabase is told no kind of column `.\(name.text)`",
                help: suggestion(for: name.text, among: known) ?? "one of \(known.map { "`.\($0)`" }.joined(separator: ", "))")
            return nil
        }
        if type != .unknown, !semantic.fits(type) {
            report("type-mismatch", attribute.range, "`\(member.name.text)` is \(type.rawValue), and no `.\(name.text)`")
        }
        return semantic
    }
}
