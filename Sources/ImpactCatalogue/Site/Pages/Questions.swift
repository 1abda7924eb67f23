import ImpactSemantics

/// Questions that a table answers, derived from what it is made of.
extension Site {
    /// One for each figure, by all that the metric is by.
    func questions(_ metric: Metric) -> [Question] {
        let words = MetricWords(project.settings.language)
        let endings = [words.numeratorEnding, words.denominatorEnding]
        let names = Set(metric.measures.map(\.name))
        let parts = names.filter { name in endings.contains { name.hasSuffix($0) && names.contains(String(name.dropLast($0.count))) } }
        return metric.measures.filter { !parts.contains($0.name) }.map { question($0, of: metric) }
    }

    private func question(_ measure: Measure, of metric: Metric) -> Question {
        let dimensions = metric.dimensions.filter { $0.unit == nil }
        let unit = metric.period?.unit ?? metric.history?.unit
        let by = ((metric.history == nil ? [] : [Metric.date]) + metric.dimensions.map(\.name)).map { called($0, in: metric.name) }
        let text = tongue.question(
            measure.documentation.phrase, isCount: measure.type.scalar == .int, by: dimensions.map(group), each: unit, isQuoted: !isOurs)
        return Question(
            question: [prose(text)], recipe: [linked(tongue.recipe(metric.name, measure: called(measure.name, in: metric.name), by: by))])
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
        return [(listed, nil), (moment, DateUnit.month)].compactMap { column, unit in
            column.map { column in
                let name = called(column.name, in: model.name)
                let by = unit == nil ? tongue.literal(.string(name)) : tongue.month(of: name)
                return Question(
                    question: [prose(tongue.question(rowsOf: called(model.name), by: by))],
                    recipe: [linked(tongue.recipe(countingRowsOf: model.name, by: name))])
            }
        }
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
