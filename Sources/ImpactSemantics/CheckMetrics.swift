import ImpactDiagnostics
import ImpactSyntax

extension Checker {
    mutating func checkMetrics() {
        guard !diagnostics.hasErrors else { return }
        for declaration in metricSyntax { check(metric: declaration) }
        if !diagnostics.hasErrors { reportNeighbors() }
        reportDerivedNames()
        reportIndexNames()
    }

    private static let settings = [
        "from", "where", "history", "as", "clearance", "unit", "atLeast", "dominance", "secret", "totals", "because",
    ]

    private mutating func check(metric declaration: StructSyntax) {
        let name = declaration.name.text
        checkTableName(name, declaration.name.range)
        guard let attribute = declaration.attributes.first(where: { $0.name.text == "metric" }) else { return }
        let settings = MetricSettings(attribute)
        for argument in attribute.arguments where !Self.settings.contains(argument.label?.text ?? "") {
            report(
                "unknown-setting", argument.label?.range ?? argument.value.range, "a metric has no setting `\(argument.label?.text ?? "")`",
                help: suggestion(for: argument.label?.text ?? "", among: Self.settings))
        }
        guard let table = table(of: settings, named: name), let form = form(settings, table) else { return }
        metricFacts = Facts()
        let filter = table.name.flatMap { table in settings["where"].map { condition($0, in: rowEnvironment(ofTable: table)) } }
        if table.name == nil, let filter = settings["where"] { reportNoRows(filter.range, "a condition") }
        metricFacts = Facts(filter)
        let dimensions = declaration.members.compactMap { dimension($0, of: declaration, table.name, form) }
        let measures = measures(of: declaration, table.name, filter?.conjuncts ?? [], dimensions)
        if case .view = form { reportToday([filter].compactMap { $0 } + dimensions.map(\.value) + measures.map(\.value)) }
        reportShape(measures, dimensions, declaration, form)
        let metric = Metric(
            name: name, documentation: documentation(of: declaration, "a metric"), table: table.name, filter: filter,
            dimensions: dimensions,
            measures: measures, form: form, clearance: metricClearance(settings),
            secrecy: secrecy(settings, table.name, measures, dimensions), lifecycle: lifecycle(of: declaration),
            presentation: presentation(of: declaration), range: declaration.name.range)
        project.metrics.append(metric)
        if metric.history != nil { project.tables[name] = metric.exposed }
    }

    // MARK: - Settings

    /// Nil when it is wrong; without a name where no `from:` is given.
    private mutating func table(of settings: MetricSettings, named metric: String) -> (name: String?, Bool)? {
        guard let value = settings["from"] else { return (nil, true) }
        if case .array(let elements) = value.kind { return union(of: elements, value.range, metric).map { ($0, true) } }
        guard let name = typeName(value), project.table(name) != nil else {
            report(
                "unknown-name", value.range, "a metric is computed from an exposed table",
                help: suggestion(
                    for: typeName(value) ?? "", among: project.models.map(\.name),
                    otherwise:
                        "write `from: \(project.models.first?.name ?? "entreprise").self`; a history stands above what is made from it"))
            return nil
        }
        return (name, true)
    }

    /// `entreprise.self`
    func typeName(_ value: ExpressionSyntax) -> String? {
        guard case .member(let base, let name, false) = value.kind, name.text == "self", case .name(let type) = base.kind else {
            return nil
        }
        return type
    }

    /// `from: [bdese.self, bges.self]`: the columns that all have, and `table`, which says of which each row is.
    private mutating func union(of elements: [ExpressionSyntax], _ range: TextRange, _ metric: String) -> String? {
        let names = elements.compactMap { typeName($0) }
        let models = names.compactMap { project.model($0) }
        guard models.count == elements.count, models.count >= 2, Set(names).count == names.count else {
            report(
                "unknown-name", range, "rows are taken together from several models, each once",
                help: "write `from: [bdese.self, bges.self]`")
            return nil
        }
        let shared = models[0].columns.compactMap { first -> ModelColumn? in
            let same = models.compactMap { model in model.columns.first { $0.name == first.name && $0.type.scalar == first.type.scalar } }
            guard same.count == models.count, first.name != ExposedTable.member else { return nil }
            let isOptional = same.contains { $0.type.isOptional }
            let isReference = Set(same.map(\.referencedModel)).count == 1
            let kind = isReference ? first.value.kind : .column(.element(level: 0, of: .model(models[0].name)), first.name)
            return ModelColumn(
                name: first.name, documentation: first.documentation,
                value: Expression(kind, first.type.optional(if: isOptional), first.range), isKey: false,
                stockOver: same.compactMap(\.stockOver).first, range: first.range)
        }
        let text = Expression(.literal(.string(models[0].name)), ValueType(.string), range)
        let member = ModelColumn(name: ExposedTable.member, documentation: "", value: text, isKey: false, range: range)
        let name = metric + " rows"
        project.tables[name] = ExposedTable(name: name, origin: .union(names), columns: [member] + shared)
        return name
    }

    private mutating func form(_ settings: MetricSettings, _ table: (name: String?, Bool)) -> Metric.Form? {
        if let value = settings["history"] {
            guard case .implicitMember(let name) = value.kind, let history = Metric.History(rawValue: name.text) else {
                report("unknown-name", value.range, "there is no such history", help: "there are `.daily`, `.weekly` and `.monthly`")
                return nil
            }
            if let form = settings["as"] { report("wrong-arguments", form.range, "a history is a table", help: "remove `as:`") }
            return .history(history)
        }
        guard let value = settings["as"] else {
            // What goes through a history is light: it has one row a period.
            let isLight = table.name.map { project.model($0) == nil && project.metrics.contains { $0.name == table.name } } ?? false
            return isLight ? .view : .table
        }
        guard case .implicitMember(let name) = value.kind, ["view", "table"].contains(name.text) else {
            report("unknown-name", value.range, "a metric is published `as: .table` or `as: .view`")
            return nil
        }
        return name.text == "view" ? .view : .table
    }

    private mutating func metricClearance(_ settings: MetricSettings) -> Clearance {
        guard let value = settings["clearance"] else { return .anonymous }
        guard case .implicitMember(let name) = value.kind, let clearance = Clearance(rawValue: name.text) else {
            report(
                "unknown-name", value.range, "there is no such clearance",
                help: "write `clearance: .pseudonymous`, or none for `.anonymous`")
            return .anonymous
        }
        return clearance
    }

    mutating func reportNoRows(_ range: TextRange, _ what: String) {
        report(
            "source-expected", range, "\(what) is about rows, and the metric does not say of which table",
            help: "write `from: \(project.models.first?.name ?? "entreprise").self`")
    }

    private mutating func reportShape(_ measures: [Measure], _ dimensions: [Dimension], _ declaration: StructSyntax, _ form: Metric.Form) {
        if measures.isEmpty, !diagnostics.hasErrors {
            report("nothing-exposed", declaration.name.range, "`\(declaration.name.text)` has no measure")
        }
        reportRepeated(dimensions.map { ($0.name, $0.range) } + measures.map { ($0.name, $0.range) })
        let periods = dimensions.filter { $0.unit != nil }
        if periods.count > 1 {
            report(
                "several-periods", periods[1].range, "a metric has one period, and `\(periods[0].name)` is one already",
                help: "write a metric for each")
        }
        guard let window = measures.first(where: \.value.hasWindow) else { return }
        if case .history = form {
            report(
                "period-expected", window.range, "other periods are not at hand where a history is written",
                help: "write a metric `from: \(declaration.name.text).self`, by `\(Metric.date)`")
        } else if periods.isEmpty {
            report("period-expected", window.range, "the metric is by no period", help: "write `@by(.month) let mois = …` above")
        }
    }

    /// The parts of a ratio have names too.
    private mutating func reportRepeated(_ columns: [(name: String, range: TextRange)]) {
        var seen: [String: TextRange] = [:]
        for (name, range) in columns {
            if let earlier = seen[name], earlier != range {
                report(
                    "duplicate-name", range, "`\(name)` is a column already: a ratio publishes its parts beside it",
                    labels: [.init(earlier, "of this one")], help: "choose another name, or write the ratio of measures that have names")
            }
            seen[name] = range
        }
    }

    /// A view is computed whenever it is read, when no run says which day it is.
    private mutating func reportToday(_ values: [Expression]) {
        for value in values {
            if let range = value.firstToday {
                report(
                    "today-in-view", range, "a view is read on any day, and `today` is that of a run",
                    help: "publish the metric `as: .table`")
            }
        }
    }
}

/// The labelled arguments of `@metric(…)`.
struct MetricSettings {
    let attribute: AttributeSyntax

    init(_ attribute: AttributeSyntax) { self.attribute = attribute }

    subscript(_ label: String) -> ExpressionSyntax? { attribute.arguments.first { $0.label?.text == label }?.value }
}

extension Metric {
    /// A history as a metric made from it sees it.
    fileprivate var exposed: ExposedTable {
        func column(_ name: String, _ documentation: String, _ type: ValueType, stockOver: String?) -> ModelColumn {
            let value = Expression(.column(.element(level: 0, of: .model(self.name)), name), type, range)
            return ModelColumn(name: name, documentation: documentation, value: value, isKey: false, stockOver: stockOver, range: range)
        }
        let date = column(Self.date, "", ValueType(.date), stockOver: nil)
        let groups = dimensions.map { column($0.name, $0.documentation, $0.value.type, stockOver: nil) }
        // What a measure was before it was there is not known.
        let figures = measures.map { column($0.name, $0.documentation, $0.type.optional, stockOver: Self.date) }
        return ExposedTable(name: name, origin: .table, columns: [date] + groups + figures)
    }
}

extension Expression {
    fileprivate var firstToday: TextRange? {
        if kind == .today { return range }
        return everyPart.lazy.compactMap(\.firstToday).first
    }
}
