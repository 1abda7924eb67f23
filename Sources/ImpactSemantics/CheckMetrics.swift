import ImpactDiagnostics
import ImpactSyntax

extension Checker {
    mutating func checkMetrics() {
        guard !diagnostics.hasErrors else { return }
        for declaration in metricSyntax { check(metric: declaration) }
    }

    private mutating func check(metric declaration: StructSyntax) {
        checkTableName(declaration.name.text, declaration.name.range)
        guard let attribute = declaration.attributes.first(where: { $0.name.text == "metric" }) else { return }
        for argument in attribute.arguments where !["from", "history"].contains(argument.label?.text) {
            report(
                "unknown-setting", argument.label?.range ?? argument.value.range, "a metric has no setting `\(argument.label?.text ?? "")`",
                help: suggestion(for: argument.label?.text ?? "", among: ["from", "history"]))
        }
        guard let history = history(attribute) else { return }
        let environment = metricEnvironment(attribute)
        let measures = declaration.members.compactMap { measure($0, of: declaration, in: environment) }
        if measures.isEmpty, !diagnostics.hasErrors {
            report("nothing-exposed", declaration.name.range, "`\(declaration.name.text)` has no measure")
        }
        project.metrics.append(
            Metric(
                name: declaration.name.text, documentation: documentation(of: declaration, "a metric"), history: history,
                measures: measures, range: declaration.name.range))
    }

    private mutating func history(_ attribute: AttributeSyntax) -> Metric.History? {
        guard let value = attribute.arguments.first(where: { $0.label?.text == "history" })?.value else {
            report("missing-history", attribute.range, "the metric does not say which history it keeps", help: "write `history: .daily`")
            return nil
        }
        guard case .implicitMember(let name) = value.kind, let history = Metric.History(rawValue: name.text) else {
            report("unknown-name", value.range, "a history is `.daily`, `.weekly` or `.monthly`")
            return nil
        }
        return history
    }

    /// The models are lists by their names; with `from:`, the rows of one are counted by bare `count(where:)`.
    private mutating func metricEnvironment(_ attribute: AttributeSyntax) -> Environment {
        var lists: [String: Binding] = [:]
        for model in project.models {
            lists[model.name] = .placeholder(.collection(Collection(base: .model(model.name), filters: [], level: 1)))
        }
        return Environment(frames: [.models(lists)], metricModel: metricModel(attribute))
    }

    private mutating func metricModel(_ attribute: AttributeSyntax) -> String? {
        guard let value = attribute.arguments.first(where: { $0.label?.text == "from" })?.value else { return nil }
        guard case .member(let base, let name, false) = value.kind, name.text == "self", case .name(let model) = base.kind,
            project.model(model) != nil
        else {
            report(
                "unknown-name", value.range, "a metric is computed from an exposed table",
                help: "write `from: \(project.models.first?.name ?? "entreprise").self`")
            return nil
        }
        return model
    }

    private mutating func measure(_ member: VariableSyntax, of declaration: StructSyntax, in environment: Environment) -> ModelColumn? {
        checkMemberAttributes(member, [])
        inlined = 0
        if member.isPrivate {
            report(
                "unsupported", member.range, "a metric has no private measures", help: "write the expression where it is used, or a `func`")
        }
        guard case .initial(let syntax) = member.value else {
            report(
                "value-expected", member.range, "the measure `\(member.name.text)` has no value",
                help: "write `let \(member.name.text) = bdese.count(where: …)`")
            return nil
        }
        checkIdentifier(member.name.text, member.range)
        if member.documentation == nil {
            report(
                "missing-description", member.range,
                "`\(declaration.name.text).\(member.name.text)` has no description, and Metabase would show none",
                help: "write a `///` comment above it")
        }
        if member.name.text == "date" {
            report("duplicate-name", member.range, "`date` is the period of the history", help: "choose another name")
        }
        let value = value(syntax, in: environment)
        guard value.type.scalar != .unknown else { return nil }
        guard value.type.scalar.isNumeric else {
            report("type-mismatch", member.range, "a measure is a number, and this is \(value.type)")
            return nil
        }
        return ModelColumn(
            name: member.name.text, documentation: member.documentation ?? "", value: value, isKey: false, range: member.range)
    }
}
