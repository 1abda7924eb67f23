import ImpactPlan
import ImpactSemantics

extension Site {
    var tablePages: [TablePage] {
        plan.models.compactMap { plan in project.model(plan.name).map { page($0, plan) } }
            + plan.metrics.compactMap { plan in metric(plan.name).map { page($0, plan) } } + [freshnessPage]
    }

    private func frame(of table: String) -> Frame { frame(called(table), at: Place.page(table)) }

    // MARK: - Models

    private func page(_ model: Model, _ plan: ModelPlan) -> TablePage {
        TablePage(
            frame: frame(of: model.name), name: model.name, shown: called(model.name), kind: labels.model,
            warnings: warnings(model.lifecycle),
            definition: documentation(model.documentation), facts: facts(model), questions: questions(model),
            columns: plan.columns.map { entry($0, of: model) },
            drawings: [TablePage.Figure(drawing: drawings.columns(of: model.name, named: model.columns.map(\.name)))])
    }

    private func facts(_ model: Model) -> [Fact] {
        let source = project.sources[model.source]
        let checks = model.assertions.filter { $0.columns.count != 1 || !$0.isOfOneValue }
        return fact(labels.row, [prose(tongue.rowOf(source?.entity ?? model.source).sentence)] + documentation(source?.documentation ?? ""))
            + fact(labels.keptRows, kept(model)) + privacy(model)
            + fact(labels.checks, checks.map { prose(tongue.check($0).sentence) })
            + fact(labels.refreshed, stamp(model.name) + [prose(tongue.freshness(of: model.name, in: freshness))])
    }

    private func kept(_ model: Model) -> [Prose] {
        guard let filter = model.filter else { return [prose(labels.allRows.sentence)] }
        if let sentence = sayings.sentence(filter) { return [prose(sentence.sentence)] }
        return cleared.rows[model.name].map { registeredPresence($0, tongue.register).map(prose) } ?? []
    }

    private func privacy(_ model: Model) -> [Fact] {
        let words = tongue.register
        return fact(labels.privacy, model.anonymity.map { words.anonymity($0) } ?? words.clearance(model.clearance))
    }

    // MARK: - Metrics

    private func page(_ metric: Metric, _ plan: MetricPlan) -> TablePage {
        let columns = plan.published.first?.columns ?? plan.columns
        return TablePage(
            frame: frame(of: metric.name), name: metric.name, shown: called(metric.name), kind: labels.metric,
            warnings: warnings(metric.lifecycle),
            definition: documentation(metric.documentation), facts: facts(metric, plan), questions: questions(metric),
            columns: columns.map { entry($0, of: metric) },
            drawings: [
                TablePage.Figure(
                    drawing: drawings.columns(
                        of: metric.name, named: metric.dimensions.map(\.name) + metric.measures.map(\.name)))
            ])
    }

    private func facts(_ metric: Metric, _ plan: MetricPlan) -> [Fact] {
        fact(labels.computedFrom, counting(metric))
            + fact(labels.onlyWhere, metric.filter.flatMap { sayings.sentence($0) }?.sentence)
            + fact(labels.row, (groups(metric).isEmpty ? tongue.oneRow : tongue.rowPer(groups(metric))).sentence)
            + fact(labels.since, since(metric)) + fact(labels.secrecy, metric.secrecy.map { tongue.register.secrecy(metric, $0) })
            + fact(labels.totals, plan.published.dropFirst().map { Prose(codes: [$0.name]) })
            + fact(
                labels.refreshed,
                stamp(metric.name) + [prose(tongue.form(metric.form)), prose(tongue.freshness(of: metric.name, in: freshness))])
    }

    /// The rows it goes through, and what is read besides.
    private func counting(_ metric: Metric) -> [Prose] {
        let read = (provenance.tables[metric.name] ?? []).map(\.name)
        let own = metric.table.map { project.members(of: $0) } ?? read
        let others = read.filter { !own.contains($0) }
        return [linked(tongue.rows(of: own).sentence)] + (others.isEmpty ? [] : [linked(tongue.alsoRead(others))])
    }

    /// The period of a history first.
    private func groups(_ metric: Metric) -> [String] {
        let history = metric.history.map { [tongue.unit($0.unit)] } ?? []
        return history + metric.dimensions.map { $0.unit.map { tongue.unit($0) } ?? tongue.valueOf($0.name) }
    }

    private func since(_ metric: Metric) -> String {
        if let history = metric.history { return tongue.history(history.unit) }
        return metric.period?.unit.map { tongue.periods($0) } ?? tongue.situation
    }

    private func entry(_ column: ColumnPlan, of metric: Metric) -> ColumnEntry {
        let cell = Cell(exposed: metric.name, column.name)
        let dimension = metric.dimensions.first { $0.name == column.name }
        let measure = metric.measures.first { $0.name == column.name }
        guard let value = dimension?.value ?? measure?.value else { return entry(column, of: metric.name) }
        let unit = dimension?.unit.map { tongue.unit($0) } ?? self.unit(of: value)
        return entry(
            column, of: metric.name,
            kept: rule(value) + fact(labels.unit, unit) + fact(labels.values, dimension?.value.outcomes.map(listed))
                + fact(labels.adding, measure.map { adding($0, metric) } ?? [])
                + fact(labels.origin, provenance.origins[cell].map { $0.isEmpty ? [] : [names($0)] } ?? [])
                + fact(labels.sensitivity, sensitivity(of: cell)))
    }

    private func listed(_ texts: [String]) -> String { texts.map { tongue.literal(.string($0)) }.joined(separator: ", ") }

    private func adding(_ measure: Measure, _ metric: Metric) -> [Prose] {
        let own = prose(tongue.additivity(measure.additivity, over: metric.period?.unit))
        guard metric.secrecy != nil, case .flow = measure.additivity else { return [own] }
        return [own, prose(tongue.hiddenCells)]
    }

    // MARK: - Freshness

    /// What the table of freshness said when the page was written.
    private func stamp(_ table: String) -> [Prose] {
        guard let published else { return [] }
        return [prose(published[table].map { tongue.stamp($0) } ?? tongue.notPublished)]
    }

    private var freshnessPage: TablePage {
        return TablePage(
            frame: frame(of: freshness.table), name: freshness.table, shown: called(freshness.table), kind: labels.freshness,
            warnings: [],
            definition: documentation(freshness.meaning), facts: [], questions: [],
            columns: freshness.columnPlans.map { entry($0, of: freshness.table) }, drawings: [])
    }
}

extension Assertion {
    /// Said beside the column.
    fileprivate var isOfOneValue: Bool {
        switch kind {
        case .range, .oneOf: true
        case .unique, .rows, .freshness: false
        }
    }
}
