import ConcurrentMap
import ImpactDiagnostics
import ImpactSyntax

extension Checker {
    mutating func checkModels() {
        let declarations = syntax.structs.filter { modelSyntax[$0.name.text]?.range == $0.range }
        for declaration in declarations {
            modelMembers[declaration.name.text] = Dictionary(declaration.members.map { ($0.name.text, $0) }) { first, _ in first }
        }
        checkApart(declarations)
        reportReferenceCycles(declarations)
    }

    /// What a model says hangs on no other being looked at before: what is read of one is looked up, and looked at then. So that each part of
    /// them can be checked from here on by itself; a mistake that two of them come upon is told once.
    private mutating func checkApart(_ declarations: [StructSyntax]) {
        let parts = stride(from: 0, to: declarations.count, by: Self.modelsTogether).map { first in
            declarations[first..<min(first + Self.modelsTogether, declarations.count)]
        }
        let before = self
        let checked = concurrentMap(parts) { part in
            var checker = before
            for declaration in part { checker.check(declaration) }
            return checker
        }
        for checker in checked { absorb(checker) }
    }

    private static var modelsTogether: Int { 64 }

    private mutating func absorb(_ other: Checker) {
        for model in other.project.models { project.append(model) }
        modelFacts.merge(other.modelFacts) { mine, _ in mine }
        meanings.merge(other.meanings) { mine, others in mine.merging(others) { mine, _ in mine } }
        diagnostics.report(contentsOf: other.diagnostics)
    }

    func modelAttribute(_ declaration: StructSyntax) -> AttributeSyntax? {
        declaration.attributes.first { $0.name.text == "model" }
    }

    /// `from: Entreprise.self`
    func modelSource(_ declaration: StructSyntax) -> String? {
        guard let value = modelAttribute(declaration)?.arguments.first(where: { $0.label?.text == "from" })?.value,
            case .member(let base, let name, false) = value.kind, name.text == "self", case .name(let source) = base.kind
        else { return nil }
        return source
    }

    /// What names mean in a model, seen from one row of its source.
    func modelEnvironment(_ model: String, _ row: Row, isOptional: Bool = false, isOwn: Bool) -> Environment {
        let view = ModelView(model: model, row: row, isOptional: isOptional, isOwn: isOwn)
        let frames: [Environment.Frame] = [.exposed(view), .row(row, isOptional: isOptional), .privates(view)]
        return Environment(frames: frames, selfRow: row, facts: isOwn ? modelFacts[model] ?? Facts() : Facts())
    }

    mutating func filter(of declaration: StructSyntax, in environment: Environment) -> Expression? {
        guard let syntax = modelAttribute(declaration)?.arguments.first(where: { $0.label?.text == "where" })?.value else { return nil }
        return condition(syntax, in: environment)
    }

    private mutating func check(_ declaration: StructSyntax) {
        let name = declaration.name.text
        checkTableName(name, declaration.name.range)
        guard let source = checkedSource(of: declaration) else { return }
        let row = Row.element(level: 0, of: .source(source))
        let filter = self.filter(of: declaration, in: modelEnvironment(name, row, isOwn: true))
        modelFacts[name] = Facts(filter)
        meanings[name] = nil
        let environment = modelEnvironment(name, row, isOwn: true)
        let columns = declaration.members.compactMap { column($0, of: declaration, in: environment) }
        let anonymity = anonymity(of: declaration, columns, in: environment)
        reportMissing(columns, declaration)
        project.append(
            Model(
                name: name, documentation: documentation(of: declaration, "a model"), source: source,
                clearance: clearance(of: declaration), filter: filter, anonymity: anonymity, columns: columns,
                assertions: assertions(of: declaration, columns), isRefreshedWhole: isRefreshedWhole(declaration),
                lifecycle: lifecycle(of: declaration), presentation: presentation(of: declaration), range: declaration.name.range))
    }

    private mutating func checkedSource(of declaration: StructSyntax) -> String? {
        guard let attribute = modelAttribute(declaration) else { return nil }
        let settings = ["from", "where", "clearance", "kAnonymous", "unit", "lDiverse", "refresh"]
        for argument in attribute.arguments where !settings.contains(argument.label?.text ?? "") {
            report(
                "unknown-setting", argument.label?.range ?? argument.value.range, "a model has no setting `\(argument.label?.text ?? "")`",
                help: suggestion(for: argument.label?.text ?? "", among: settings))
        }
        guard let source = modelSource(declaration) else {
            report(
                "source-expected", attribute.range, "`\(declaration.name.text)` does not say which source it exposes",
                help: "write `@model(from: \(meantSource(attribute) ?? "Utilisateur").self)`")
            return nil
        }
        guard let found = project.sources[source] else {
            report(
                "unknown-name", attribute.range, "there is no source `\(source)`",
                help: suggestion(for: source, among: project.sources.keys.sorted()))
            return nil
        }
        if found.isReference {
            report("source-expected", attribute.range, "`\(source)` is a reference list, and a model exposes rows of production")
        }
        return source
    }

    /// Of `from: Entreprise`, `from: "entreprises_entreprise"`.
    private func meantSource(_ attribute: AttributeSyntax) -> String? {
        guard let value = attribute.arguments.first(where: { $0.label?.text == "from" })?.value else { return nil }
        if case .name(let name) = value.kind { return closeName(to: name, among: project.sources.keys.sorted()) }
        let table = text(value)
        return project.sources.values.first { $0.entity == table }?.name
    }

    mutating func documentation(of declaration: StructSyntax, _ what: String) -> String {
        if declaration.documentation == nil {
            report(
                "missing-description", declaration.name.range,
                "`\(declaration.name.text)` has no description, and Metabase would show none",
                help: "write a `///` comment above \(what): two slashes are a note to oneself")
        }
        return declaration.documentation ?? ""
    }

    mutating func clearance(of declaration: StructSyntax) -> Clearance {
        guard let value = modelAttribute(declaration)?.arguments.first(where: { $0.label?.text == "clearance" })?.value else {
            return .anonymous
        }
        guard case .implicitMember(let name) = value.kind, let clearance = Clearance(rawValue: name.text) else {
            report(
                "unknown-name", value.range, "there is no such clearance",
                help: "write `clearance: .pseudonymous`, or none for `.anonymous`")
            return .anonymous
        }
        return clearance
    }

    private mutating func reportMissing(_ columns: [ModelColumn], _ declaration: StructSyntax) {
        let hasExposed = declaration.members.contains { !$0.isPrivate }
        if !hasExposed {
            report(
                "nothing-exposed", declaration.name.range, "`\(declaration.name.text)` exposes no column",
                help: "write `@key let … = …` in it")
        } else if setting("kAnonymous", of: declaration) == nil,
            !declaration.members.contains(where: { member in member.attributes.contains { $0.name.text == "key" } })
        {
            report(
                "missing-key", declaration.name.range, "`\(declaration.name.text)` has no key",
                help: "write `@key` before the column that identifies a row")
        }
    }

    // MARK: - Columns

    private mutating func column(_ member: VariableSyntax, of declaration: StructSyntax, in environment: Environment) -> ModelColumn? {
        checkMemberAttributes(member, ["key", "stock", "check"] + Self.columnAttributes)
        inlined = 0
        let model = declaration.name.text
        if case .computed = member.value {
            report("unsupported", member.range, "a column of a model is written `let \(member.name.text) = …`")
            return nil
        }
        var inner = environment
        if member.isPrivate {
            let privates = Environment(frames: [environment.frames[2]], selfRow: environment.selfRow, facts: environment.facts)
            checkPrivate(member, lookUp(member.name, in: privates))
            return nil
        }
        checkIdentifier(member.name.text, member.range)
        checkPublishedColumn(member)
        inner.facts = environment.facts
        let found = define(NameSyntax("\(model).\(member.name.text)", member.range)) { checker in
            var place = member.range
            if case .initial(let syntax) = member.value { place = syntax.range }
            return checker.value(checker.meaning(ofColumn: member, in: inner), place)
        }
        guard let value = found.map({ contracted($0, member) }), value.type.scalar != .unknown else {
            // What has no value has been reported; if ever it was not, silence would lose a column.
            if !diagnostics.hasErrors { report("value-expected", member.range, "the value of `\(member.name.text)` cannot be made out") }
            return nil
        }
        guard isPublishable(value, member) else { return nil }
        warnIfExact(value, member, of: declaration)
        return ModelColumn(
            name: member.name.text, documentation: description(of: member, value, model), value: value,
            isKey: member.attributes.contains { $0.name.text == "key" }, stockOver: stock(member, declaration),
            lifecycle: lifecycle(of: member), presentation: presentation(of: member, value.type.scalar), range: member.range)
    }

    /// `@stock(over: annee)`: a level at each value of that column.
    private mutating func stock(_ member: VariableSyntax, _ declaration: StructSyntax) -> String? {
        guard let attribute = member.attributes.first(where: { $0.name.text == "stock" }) else { return nil }
        let names = declaration.members.filter { !$0.isPrivate && $0.name.text != member.name.text }.map(\.name.text)
        guard attribute.arguments.count == 1, attribute.arguments[0].label?.text == "over",
            case .name(let over) = attribute.arguments[0].value.kind, names.contains(over)
        else {
            report(
                "wrong-arguments", attribute.range, "`@stock` names the exposed column that says when `\(member.name.text)` is",
                help: "write `@stock(over: annee)`")
            return nil
        }
        return over
    }

    private mutating func checkPrivate(_ member: VariableSyntax, _ meaning: Meaning) {
        if let key = member.attributes.first(where: { $0.name.text == "key" }) {
            report(
                "key-is-private", key.range, "the key `\(member.name.text)` is not exposed",
                help: "remove `private`, or write `@key` on an exposed column")
        }
        guard let type = member.type else { return }
        if case .value(let value) = meaning {
            if value.type.scalar != .unknown { _ = contracted(value, member) }
        } else if case .unknown = meaning {
        } else {
            report(
                "type-mismatch", type.range, "`\(member.name.text)` names rows, and a type is that of one value", help: "remove the type")
        }
    }

    /// `let appellation: nom`, where a type stands after `:` and a value after `=`.
    private func valueHelp(_ name: String, _ member: VariableSyntax) -> String? {
        if case .none = member.value, closeName(to: name, among: ScalarType.named.map(\.rawValue)) == nil {
            "a value follows `=`: `let \(member.name.text) = \(name)`"
        } else {
            nil
        }
    }

    /// `let siren: String = …` is a promise that is checked.
    private mutating func contracted(_ value: Expression, _ member: VariableSyntax) -> Expression {
        guard let declared = member.type else { return value }
        guard let scalar = ScalarType.named.first(where: { $0.rawValue == declared.name.text }), !declared.isArray else {
            report(
                "unknown-type", declared.range, "there is no type `\(declared.name.text)`",
                help: NamesElsewhere.type(declared.name.text) ?? valueHelp(declared.name.text, member)
                    ?? suggestion(for: declared.name.text, among: ScalarType.named.map(\.rawValue)))
            return value
        }
        let adapted = self.adapted(value, to: ValueType(scalar))
        guard agrees(adapted.type, ValueType(scalar, isOptional: declared.isOptional), declared.range) else { return invalid(member.range) }
        if adapted.type.isOptional, !declared.isOptional {
            report(
                "may-be-absent", declared.range, "`\(member.name.text)` may be absent",
                help: "write `\(scalar.rawValue)?`, or give a value for that case with `??`")
        }
        let type = adapted.type.scalar == .null ? ValueType(scalar, isOptional: true) : adapted.type
        return Expression(adapted.kind, type, adapted.range)
    }

    private mutating func isPublishable(_ value: Expression, _ member: VariableSyntax) -> Bool {
        let isKey = member.attributes.contains { $0.name.text == "key" }
        if isKey, value.type.isOptional {
            report(
                "optional-key", member.range, "the key `\(member.name.text)` may be absent",
                help: "give a value for that case with `??`, or drop such rows with `where:`")
        }
        if value.type.scalar == .json {
            report(
                "unpublishable-type", member.range, "`\(member.name.text)` is JSON, which Metabase would unfold key by key",
                help: "expose a part of it: `[\"key\"].text`, `.count`")
            return false
        }
        if value.type.scalar == .null {
            report(
                "unpublishable-type", member.range, "`\(member.name.text)` is always absent",
                help: "give it a type: `let \(member.name.text): String? = nil`")
            return false
        }
        return true
    }

    /// Its own comment, or that of the source's column it exposes as it is.
    private mutating func description(of member: VariableSyntax, _ value: Expression, _ model: String) -> String {
        if let own = member.documentation { return own }
        if case .column(let row, let name) = value.kind, case .source(let source) = row.source,
            let inherited = project.sources[source]?.column(name)?.documentation
        {
            return inherited
        }
        report(
            "missing-description", member.range, "`\(model).\(member.name.text)` has no description, and Metabase would show none",
            help: "write a `///` comment above it: two slashes are a note to oneself")
        return ""
    }

    // MARK: - References between models

    /// Tables are created in an order in which each finds those it refers to.
    private mutating func reportReferenceCycles(_ declarations: [StructSyntax]) {
        guard !diagnostics.hasErrors else { return }
        var done: Set<String> = []
        for model in project.models { visit(model, [], &done) }
    }

    private mutating func visit(_ model: Model, _ path: [String], _ done: inout Set<String>) {
        guard !done.contains(model.name) else { return }
        for column in model.columns {
            guard let name = column.referencedModel, name != model.name, let next = project.model(name) else { continue }
            if let start = (path + [model.name]).firstIndex(of: name) {
                let cycle = ((path + [model.name])[start...] + [name]).map { "`\($0)`" }.joined(separator: " → ")
                report(
                    "cycle", column.range, "models refer to each other in a circle: \(cycle)",
                    help: "expose one of these keys without a reference: `let \(column.name) = \(column.name).id`")
                continue
            }
            visit(next, path + [model.name], &done)
        }
        done.insert(model.name)
    }
}
