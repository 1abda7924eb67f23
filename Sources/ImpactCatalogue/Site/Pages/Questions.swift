import ImpactSemantics

/// Questions that a table answers, derived from what it is made of.
extension Site {
    /// One for each figure, by all that the metric is by.
    func questions(_ metric: Metric) -> [Question] {
        let words = MetricWords(project.settings.language)
        let endings = [words.numeratorEnding, words.denominatorEnding]
        let names = Set(metric.measures.map(\.name))
        let parts = names.filter { name in endings.contains { name.hasSuffix($0) && names.contains(String(name.dropLast($0.count))) } }
        let asked = metric.measures.filter { !parts.contains($0.name) }
        let questions = asked.compactMap { question($0, of: metric) }
        // A metric that answers none would look as if it were good for nothing.
        return questions.isEmpty ? asked.prefix(1).map { quoted($0, of: metric) } : questions
    }

    private func question(_ measure: Measure, of metric: Metric) -> Question? {
        guard isOurs else { return quoted(measure, of: metric) }
        let text = tongue.question(
            measure.documentation.phrase, isCount: measure.type.scalar == .int, by: groups(of: metric), over: pace(of: measure, in: metric))
        return text.map { Question(question: [prose($0)], recipe: recipe(measure, of: metric)) }
    }

    private func quoted(_ measure: Measure, of metric: Metric) -> Question {
        let text = tongue.question(
            quoting: measure.documentation.phrase, by: groups(of: metric), over: pace(of: measure, in: metric))
        return Question(question: [prose(text)], recipe: recipe(measure, of: metric))
    }

    private func recipe(_ measure: Measure, of metric: Metric) -> [Prose] {
        let by = ((metric.history == nil ? [] : [Metric.date]) + metric.dimensions.map(\.name)).map { called($0, in: metric.name) }
        return [linked(tongue.recipe(metric.name, measure: called(measure.name, in: metric.name), by: by))]
    }

    private func groups(of metric: Metric) -> [String] { metric.dimensions.filter { $0.unit == nil }.map(group) }

    private func pace(of measure: Measure, in metric: Metric) -> Pace? {
        if let history = metric.history { return .along(history.unit) }
        return metric.period?.unit.map { if case .flow = measure.additivity { .each($0) } else { .along($0) } }
    }

    /// `Taille, d'après l'effectif déclaré.` is said `par taille`.
    private func group(_ dimension: Dimension) -> String {
        guard isOurs, let head = dimension.documentation.split(whereSeparator: { ",.;:(\n".contains($0) }).first else {
            return dimension.name.replacing("_", with: " ")
        }
        return String(head).decapitalized
    }

    private var isOurs: Bool { project.settings.language == tongue.language.rawValue }

    /// By what has few values that the models name, and over time.
    func questions(_ model: Model) -> [Question] {
        let listed = model.columns.first { column in
            column.value.outcomes != nil || model.assertions.contains { $0.isListing(column.name) }
        }
        let moment = model.columns.first { $0.type.scalar.isTemporal && !$0.type.isOptional }
        return [listed.map { question(model, by: $0.name, each: nil) }, moment.map { question(model, by: $0.name, each: .month) }]
            .compactMap { $0 }
    }

    private func question(_ model: Model, by column: String, each unit: DateUnit?) -> Question {
        let (table, name) = (called(model.name), called(column, in: model.name))
        let text =
            !isOurs
            ? tongue.question(quotingRowsOf: table, by: name, each: unit)
            : unit.map { tongue.question(rowsOf: table, each: $0, of: name) } ?? tongue.question(rowsOf: table, by: name)
        return Question(question: [prose(text)], recipe: [linked(tongue.recipe(countingRowsOf: model.name, by: name))])
    }
}

extension Assertion {
    fileprivate func isListing(_ column: String) -> Bool {
        if case .oneOf(column, _) = kind { true } else { false }
    }
}

extension String {
    /// Its first line without the full stop.
    fileprivate var phrase: String {
        let line = split(separator: "\n").first.map(String.init) ?? self
        return line.hasSuffix(".") ? String(line.dropLast()) : line
    }

    /// `VSME` stays.
    var decapitalized: String { dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst() }
}
