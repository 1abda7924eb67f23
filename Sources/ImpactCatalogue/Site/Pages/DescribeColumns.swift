import ImpactPlan
import ImpactSemantics

extension Site {
    /// What is known of a published column.
    func entry(_ column: ColumnPlan, of table: String, kept: [Fact] = []) -> ColumnEntry {
        ColumnEntry(
            id: Place.id(ofColumn: column.name), name: column.name, shown: called(column.name, in: table),
            badges: column.isKey ? [labels.key] : [],
            warnings: warnings(column.lifecycle), definition: documentation(description(of: column, table)),
            facts: fact(labels.type, type(of: column)) + kept + fact(labels.feeds, uses(of: Cell(exposed: table, column.name))))
    }

    func warnings(_ lifecycle: Lifecycle) -> [Prose] { lifecycle.deprecation.map { [prose(tongue.deprecation($0).sentence)] } ?? [] }

    /// Without the sentence of a deprecation, which stands above it.
    private func description(of column: ColumnPlan, _ table: String) -> String {
        let own =
            project.model(table)?.columns.first { $0.name == column.name }?.documentation
            ?? metric(table)?.dimensions.first { $0.name == column.name }?.documentation
            ?? metric(table)?.measures.first { $0.name == column.name }?.documentation
        return own ?? column.documentation
    }

    func metric(_ name: String) -> Metric? { project.metrics.first { $0.name == name } }

    private func type(of column: ColumnPlan) -> String {
        tongue.type(column.type) + (column.isRequired ? "" : ", \(labels.optional)")
    }

    private func uses(of cell: Cell) -> [Prose] {
        let found = provenance.uses[cell] ?? []
        return found.isEmpty ? [] : [names(found)]
    }

    // MARK: - Of models

    func entry(_ column: ColumnPlan, of model: Model) -> ColumnEntry {
        guard let declared = model.columns.first(where: { $0.name == column.name }) else { return entry(column, of: model.name) }
        let checks = model.assertions.filter { $0.columns == [column.name] }
        return entry(
            column, of: model.name,
            kept: rule(declared.value) + fact(labels.unit, unit(of: declared.value)) + values(declared, checks)
                + fact(labels.refersTo, declared.referencedModel.map { [Prose([link(to: $0)])] } ?? [])
                + fact(labels.origin, origins(of: Cell(exposed: model.name, column.name)))
                + fact(labels.sensitivity, sensitivity(of: Cell(exposed: model.name, column.name))))
    }

    func rule(_ value: Expression) -> [Fact] {
        fact(labels.rule, [prose((sayings.rule(value) ?? labels.computedOtherwise).sentence)])
    }

    func unit(of value: Expression) -> String? {
        switch value.kind {
        case .generalized(_, .truncated(let unit)): tongue.unit(unit)
        case .ratio: labels.share
        case .named(_, let inner), .measure(_, let inner): unit(of: inner.expression)
        case .disclosed(let inner, _, _), .local(_, let inner): unit(of: inner)
        default: nil
        }
    }

    /// The texts that a check allows, or a choice ends in; and what else is checked.
    private func values(_ column: ModelColumn, _ checks: [Assertion]) -> [Fact] {
        let isListed = checks.contains { if case .oneOf = $0.kind { true } else { false } }
        let found = isListed ? nil : column.value.outcomes.map { $0.map { tongue.literal(.string($0)) }.joined(separator: ", ") }
        return fact(labels.values, found) + checks.flatMap { fact(labels.checks, tongue.check($0)) }
    }

    /// What its value is made of, then what finds the rows.
    private func origins(of cell: Cell) -> [Prose] {
        let made = provenance.origins[cell] ?? []
        let all = treatment(cell)?.flow.origins.map { Cell(production: $0.table, $0.column) } ?? []
        var others: [Cell] = []
        for other in all where !made.contains(other) && !others.contains(other) { others.append(other) }
        guard !made.isEmpty else { return [] }
        guard !others.isEmpty else { return [names(made)] }
        return [names(made), Prose(spans: prose(labels.alsoReads + " ").spans + names(others).spans)]
    }

    func sensitivity(of cell: Cell) -> String? { treatment(cell).map { register($0) } }

    /// `identifiante par recoupement, ramenée au mois`
    private func register(_ treatment: ColumnTreatment) -> String {
        let rules = treatment.flow.rules.map(tongue.register.rule).joined(separator: " ; ")
        return tongue.register.sensitivity(of: treatment.flow) + (rules.isEmpty ? "" : " (\(rules))")
    }

    private func treatment(_ cell: Cell) -> ColumnTreatment? {
        cleared.treatments.first { $0.table == cell.table.name && $0.column == cell.column }
    }
}

extension String {
    /// With a capital and a full stop.
    var sentence: String {
        guard let first, !first.isUppercase, first != "`", first != "«" else { return hasSuffix(".") ? self : self + "." }
        return first.uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".")
    }
}
