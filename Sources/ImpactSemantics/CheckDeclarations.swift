import ImpactDiagnostics
import ImpactSyntax

extension Checker {
    /// Sorts the structs by what their attributes say they are.
    mutating func collectDeclarations() {
        for declaration in syntax.structs { collect(declaration) }
        for function in syntax.functions { collect(function) }
        let hasOther = !syntax.bindings.isEmpty || !syntax.functions.isEmpty || !syntax.structs.isEmpty
        if modelSyntax.isEmpty, !diagnostics.hasErrors {
            report(
                "nothing-exposed", TextRange(file: 0, start: 0, end: 0),
                hasOther ? "no model is declared, so nothing would be published" : "the project is empty",
                help: "expose a source: `@model(from: Utilisateur.self) struct utilisateurs { … }`")
        }
    }

    private static let kinds = ["source", "reference", "model", "metric"]

    private mutating func collect(_ declaration: StructSyntax) {
        let kinds = declaration.attributes.filter { Self.kinds.contains($0.name.text) }
        guard kinds.count == 1, let kind = kinds.first else {
            return report(
                "unknown-kind", declaration.name.range,
                kinds.isEmpty
                    ? "`\(declaration.name.text)` says neither what it holds nor what it exposes"
                    : "`\(declaration.name.text)` is several things at once",
                help:
                    "write one of @source(\"table\"), @reference(\"file.csv\"), @model(from: Source.self), @metric(from: model.self) above it"
            )
        }
        checkAttributes(of: declaration, kind.name.text)
        let name = declaration.name.text
        if let earlier = declared[name] { return reportDuplicate(declaration.name, earlier) }
        declared[name] = declaration.name
        switch kind.name.text {
        case "source", "reference": sourceSyntax[name] = declaration
        case "model": modelSyntax[name] = declaration
        default: metricSyntax.append(declaration)
        }
        reportDuplicateMembers(of: declaration)
    }

    private mutating func checkAttributes(of declaration: StructSyntax, _ kind: String) {
        let published = ["model", "metric"].contains(kind) ? Self.tableAttributes : []
        let allowed = [kind] + (kind == "source" ? ["unique"] : kind == "model" ? ["check"] : []) + published
        for attribute in declaration.attributes where !allowed.contains(attribute.name.text) {
            report(
                "unknown-attribute", attribute.range, "`@\(attribute.name.text)` says nothing about a \(kind)",
                help: suggestion(for: attribute.name.text, among: allowed))
        }
    }

    private mutating func collect(_ function: FunctionSyntax) {
        if let earlier = functions[function.name.text] { return reportDuplicate(function.name, earlier.name) }
        if Self.builtinFunctions.contains(function.name.text) {
            return report(
                "duplicate-name", function.name.range, "`\(function.name.text)` is a function of the language", help: "choose another name")
        }
        functions[function.name.text] = function
    }

    mutating func reportDuplicate(_ name: NameSyntax, _ earlier: NameSyntax) {
        report(
            "duplicate-name", name.range, "`\(name.text)` is declared twice",
            labels: [.init(earlier.range, "first declared here")], help: "rename one of them")
    }

    private mutating func reportDuplicateMembers(of declaration: StructSyntax) {
        // A private column may share the name of the column it serves; two of one kind may not.
        var seen: [String: NameSyntax] = [:]
        for member in declaration.members {
            if let earlier = seen[member.name.text] { reportDuplicate(member.name, earlier) }
            seen[member.name.text] = member.name
        }
    }

    /// The value of an argument that must be a plain text: no interpolation.
    func text(_ value: ExpressionSyntax) -> String? {
        guard case .string(let segments) = value.kind else { return nil }
        var text = ""
        for segment in segments {
            guard case .literal(let piece) = segment else { return nil }
            text += piece
        }
        return text
    }
}
