import ImpactDiagnostics
import ImpactSyntax

extension Checker {
    mutating func lookUp(_ name: NameSyntax, in environment: Environment) -> Meaning {
        if let found = declared(name, in: environment) { return found }
        reportUnknown(name, environment)
        return .unknown
    }

    /// What the name means, if it means anything.
    mutating func declared(_ name: NameSyntax, in environment: Environment) -> Meaning? {
        for frame in environment.frames.reversed() {
            if let found = lookUp(name, frame, environment) { return found }
        }
        switch name.text {
        case "today": return .value(Expression(.today, ValueType(.date), name.range))
        case "self":
            if let row = environment.selfRow { return .row(row, isOptional: false, isChained: false) }
        case "$0":
            if let row = environment.elementRow { return .row(row, isOptional: false, isChained: false) }
        default: break
        }
        if let found = metricName(name, in: environment) { return found }
        return project.sources[name.text] == nil ? nil : .source(name.text)
    }

    private mutating func lookUp(_ name: NameSyntax, _ frame: Environment.Frame, _ environment: Environment) -> Meaning? {
        switch frame {
        case .row(let row, let isOptional): return member(name, of: row, isOptional: isOptional, environment)
        case .locals(let bindings), .models(let bindings): return bindings[name.text].map { meaning(of: $0, name, environment) }
        case .measures(let measures): return measures[name.text].map { measure($0, name) }
        case .referring(let row): return referring(name, to: row, environment)
        case .privates(let view):
            guard let member = modelMembers[view.model]?[name.text], member.isPrivate else { return nil }
            return self.member(member, of: view, environment)
        case .exposed(let view):
            guard let member = modelMembers[view.model]?[name.text], !member.isPrivate else { return nil }
            return self.member(member, of: view, environment)
        }
    }

    private mutating func reportUnknown(_ name: NameSyntax, _ environment: Environment) {
        var place: String?
        for case .row(let row, _) in environment.frames { place = describe(row.source) }
        if place == nil, reportRowsColumn(name, environment) { return }
        let message =
            switch name.text {
            case "self", "$0": "`\(name.text)` stands for no row here"
            default: "`\(name.text)` is not declared" + (place.map { ": it is neither a column of `\($0)` nor a name of this model" } ?? "")
            }
        // What is being defined is no way to define it.
        let visible = visibleNames(environment).filter { shown in !open.contains { $0.name.hasSuffix(".\(shown)") } }
        let known = NamesElsewhere.value(name.text) ?? whereElse(name.text, environment)
        report("unknown-name", name.range, message, help: known ?? suggestion(for: name.text, among: visible))
    }

    /// A column by its name in production, or of a source that a relation leads to.
    private func whereElse(_ name: String, _ environment: Environment) -> String? {
        for case .row(let row, _) in environment.frames.reversed() {
            guard case .source(let source) = row.source, let found = project.sources[source] else { continue }
            if let column = found.columns.first(where: { $0.column == name }) { return "`\(name)` is declared as `\(column.name)`" }
            for relation in found.relations where project.sources[relation.target]?.column(name) != nil {
                guard case .toOne(_, _, let isOptional, _) = relation.kind else { continue }
                return "`\(relation.target)` has it: `\(relation.name)\(isOptional ? "?" : "").\(name)`"
            }
        }
        return nil
    }

    /// In a metric: a column of its rows where a figure of many of them is expected.
    private mutating func reportRowsColumn(_ name: NameSyntax, _ environment: Environment) -> Bool {
        guard case .groups(let table?)? = environment.metric, project.table(table)?.column(name.text) != nil else { return false }
        report(
            "unknown-name", name.range, "`\(name.text)` is a column of `\(table)`, and a figure is made of many rows",
            help:
                "group by it with `@by let …`, or say what of them: `sum(\(name.text))`, `max(\(name.text))`, `count(distinct: \(name.text))`"
        )
        return true
    }

    private func visibleNames(_ environment: Environment) -> [String] {
        environment.frames.reversed().flatMap { frame -> [String] in
            switch frame {
            case .row(let row, _): memberNames(of: row.source)
            case .locals(let bindings), .models(let bindings): bindings.keys.sorted()
            case .measures(let measures): measures.keys.sorted()
            case .referring(let row): referringTables(to: row).map(\.table).sorted()
            case .privates(let view), .exposed(let view): modelMembers[view.model].map { $0.keys.sorted() } ?? []
            }
        }
    }

    func memberNames(of source: RowSource) -> [String] {
        switch source {
        case .source(let name):
            let declared = project.sources[name].map { $0.columns.map(\.name) + $0.relations.map(\.name) } ?? []
            return declared + (computed[name].map { $0.keys.sorted() } ?? [])
        case .model(let name): return project.table(name)?.columns.map(\.name) ?? []
        case .entry: return ["key", "value"]
        case .item: return ["value"]
        }
    }

    /// A column of a model seen from a row. In the model's own SELECT it is named, so that the SQL can name it too.
    private mutating func member(_ member: VariableSyntax, of view: ModelView, _ environment: Environment) -> Meaning {
        let model = view.model
        if view.isOwn, let known = meanings[model]?[member.name.text] {
            if case .collection = known {} else { return known }
        }
        guard opensDefinition(member.range) else { return .unknown }
        var inner = modelEnvironment(model, view.row, isOptional: view.isOptional, isOwn: view.isOwn)
        if !view.isOwn { inner.depth = environment.depth }
        let found = define(NameSyntax("\(model).\(member.name.text)", member.name.range)) { checker -> Meaning in
            let first = checker.meaning(ofColumn: member, in: inner)
            guard case .collection = first else { return first }
            // A list takes the level of the place that goes through it.
            inner.depth = environment.depth
            return checker.meaning(ofColumn: member, in: inner)
        }
        guard let found else { return .unknown }
        let named = view.isOwn ? self.named(found, member.name.text) : found
        if view.isOwn { meanings[model, default: [:]][member.name.text] = named }
        return named
    }

    private func named(_ meaning: Meaning, _ name: String) -> Meaning {
        switch meaning {
        case .value(let value):
            // What is already as short as its name needs none.
            switch value.kind {
            case .column, .literal, .invalid, .reference: return meaning
            default: return .value(Expression(.named(name, NamedExpression(expression: value)), value.type, value.range))
            }
        case .row(let row, let isOptional, let isChained): return .row(.named(name, row), isOptional: isOptional, isChained: isChained)
        case .collection(var collection):
            collection.name = name
            return .collection(collection)
        default: return meaning
        }
    }

    mutating func meaning(ofColumn member: VariableSyntax, in environment: Environment) -> Meaning {
        switch member.value {
        case .initial(let syntax): return meaning(syntax, in: environment)
        case .computed(let body): return body.bindings.isEmpty ? meaning(body.value, in: environment) : .unknown
        case .none:
            // `let siren` is the source's column of that name.
            guard case .row(let row, let isOptional)? = environment.frames.first(where: { if case .row = $0 { true } else { false } })
            else { return .unknown }
            if let found = self.member(member.name, of: row, isOptional: isOptional, environment) { return found }
            // Of `let appellation: nom` the type is what is wrong.
            if let type = member.type, !ScalarType.named.contains(where: { $0.rawValue == type.name.text }) { return .unknown }
            report(
                "unknown-name", member.name.range, "`\(describe(row.source))` has no column `\(member.name.text)`",
                help: suggestion(for: member.name.text, among: memberNames(of: row.source)))
            return .unknown
        }
    }

    private mutating func meaning(of binding: Binding, _ name: NameSyntax, _ environment: Environment) -> Meaning {
        switch binding {
        case .placeholder(.collection(let collection)):
            return .collection(Collection(base: collection.base, filters: [], level: environment.depth))
        case .placeholder(let meaning): return meaning
        case .argument(let syntax, var captured, let parameter, let outer, let found):
            guard opensDefinition(syntax.range) else { return .unknown }
            if environment.depth <= captured.depth, environment.facts == captured.facts { return found }
            let inner = open
            open = outer
            defer { open = inner }
            captured.depth = max(captured.depth, environment.depth)
            captured.facts.formUnion(environment.facts)
            return checked(meaning(syntax, in: captured), syntax.range, against: parameter)
        case .local(let syntax, var captured):
            guard opensDefinition(syntax.range) else { return .unknown }
            captured.depth = max(captured.depth, environment.depth)
            captured.facts.formUnion(environment.facts)
            let found = meaning(syntax, in: captured)
            guard case .value(let value) = found else { return found }
            return .value(Expression(.local(name.text, value), value.type, value.range))
        }
    }
}
