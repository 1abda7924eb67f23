import ImpactDiagnostics
import ImpactSyntax

/// `@renamed` and `@deprecated`, on what is published.
extension Checker {
    static let lifecycleAttributes = ["renamed", "deprecated"]

    func lifecycle(of declaration: StructSyntax) -> Lifecycle { lifecycle(declaration.attributes) }
    func lifecycle(of member: VariableSyntax) -> Lifecycle { lifecycle(member.attributes) }

    private func lifecycle(_ attributes: [AttributeSyntax]) -> Lifecycle {
        Lifecycle(
            renamedFrom: attributes.first { $0.name.text == "renamed" }.flatMap(oldName),
            deprecation: attributes.first { $0.name.text == "deprecated" }.flatMap(deprecation))
    }

    // MARK: - Mistakes

    /// Of tables, then of the columns of each.
    mutating func checkLifecycles() {
        let tables = syntax.structs.filter { declaration in
            declaration.attributes.contains { ["model", "metric"].contains($0.name.text) }
        }
        check(tables.map { Named(name: $0.name, attributes: $0.attributes) }, "a table")
        for table in tables {
            let columns = table.members.filter { !$0.isPrivate }
            check(columns.map { Named(name: NameSyntax($0.name.text, $0.range), attributes: $0.attributes) }, "a column")
            for member in table.members where member.isPrivate { reportPrivate(member) }
        }
    }

    private struct Named {
        let name: NameSyntax
        let attributes: [AttributeSyntax]
    }

    private mutating func check(_ declared: [Named], _ what: String) {
        let names = Dictionary(declared.map { ($0.name.text, $0.name) }) { first, _ in first }
        var renamed: [String: AttributeSyntax] = [:]
        for one in declared {
            for attribute in one.attributes where attribute.name.text == "deprecated" { checkDeprecated(attribute) }
            let attributes = one.attributes.filter { $0.name.text == "renamed" }
            for attribute in attributes { checkRenamed(attribute, one.name, names, &renamed, what) }
            if attributes.count > 1 {
                report("wrong-arguments", attributes[1].range, "\(what) has one name before", help: "keep the one that is published")
            }
        }
    }

    private mutating func checkRenamed(
        _ attribute: AttributeSyntax, _ name: NameSyntax, _ names: [String: NameSyntax], _ renamed: inout [String: AttributeSyntax],
        _ what: String
    ) {
        guard let old = oldName(attribute), !old.isEmpty, old != name.text else {
            return report(
                "wrong-arguments", attribute.range, "`@renamed` says by which other name `\(name.text)` was published",
                help: "write `@renamed(from: \"ancien_nom\")`")
        }
        checkIdentifier(old, attribute.range)
        if let declared = names[old] {
            report(
                "old-name-declared", attribute.range, "`\(old)` is still declared, so `\(name.text)` is no other name of it",
                labels: [.init(declared.range, "declared here")],
                help: "remove `@renamed`, and both are published; or remove `\(old)`")
        }
        if let earlier = renamed[old] {
            report(
                "renamed-twice", attribute.range, "`\(old)` has become another already",
                labels: [.init(earlier.range, "here")], help: "\(what) that is renamed goes on under one name")
        }
        renamed[old] = attribute
    }

    private mutating func checkDeprecated(_ attribute: AttributeSyntax) {
        guard deprecation(attribute) == nil else { return }
        report(
            "wrong-arguments", attribute.range, "`@deprecated` says what to use instead, and until which day the name is kept",
            help: "write `@deprecated(\"utiliser effectif\", until: \"2027-03-01\")`")
    }

    private mutating func reportPrivate(_ member: VariableSyntax) {
        for attribute in member.attributes where Self.columnAttributes.contains(attribute.name.text) {
            report(
                "unknown-attribute", attribute.range,
                "`@\(attribute.name.text)` is about published names, and `\(member.name.text)` is private",
                help: "remove it")
        }
    }

    // MARK: - Arguments

    /// `@renamed(from: "taille")`
    private func oldName(_ attribute: AttributeSyntax) -> String? {
        guard attribute.arguments.count == 1, attribute.arguments[0].label?.text == "from" else { return nil }
        return text(attribute.arguments[0].value)
    }

    /// `@deprecated("utiliser effectif", until: "2027-03-01")`
    private func deprecation(_ attribute: AttributeSyntax) -> Deprecation? {
        guard attribute.arguments.map({ $0.label?.text }) == [nil, "until"], let advice = text(attribute.arguments[0].value),
            !advice.isEmpty, let until = text(attribute.arguments[1].value), isDay(until)
        else { return nil }
        return Deprecation(advice: advice, until: until)
    }
}
