import ImpactDiagnostics
import ImpactSyntax

/// `spread: entreprise.self`: several servers share the rows, those that refer to one `entreprise` together.
extension Checker {
    mutating func checkSpread(_ value: ExpressionSyntax) {
        guard let name = typeName(value) else {
            return report("unknown-name", value.range, "`spread` names an exposed table", help: "write `spread: entreprise.self`")
        }
        project.settings.spread = name
    }

    /// Once the models are known.
    mutating func checkSpread() {
        guard !diagnostics.hasErrors, let name = project.settings.spread, let range = project.settings.places["spread"] else { return }
        guard let model = project.model(name) else {
            return report(
                "unknown-name", range, "`\(name)` is no exposed table", help: suggestion(for: name, among: project.models.map(\.name)))
        }
        guard model.keys.count == 1, let type = model.keys.first?.type.scalar, model.anonymity == nil, type.isHashed else {
            return report(
                "type-mismatch", range,
                "rows are spread by a key of one column, `Int`, `String` or `UUID`, and that of `\(name)` is another",
                help: "spread by another table")
        }
        // The longest of the names that come with it.
        checkIdentifier(project.settings.coordinator, range)
    }
}

extension ScalarType {
    /// Whether a server can be told from the hash of its values.
    package var isHashed: Bool { [.int, .string, .uuid].contains(self) }
}
