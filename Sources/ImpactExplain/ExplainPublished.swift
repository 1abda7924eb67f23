import ImpactDiagnostics
import ImpactPlan
import ImpactSemantics
import PostgresSQL

/// What is exposed: tables and metrics, and their columns.
extension Explainer {
    func explanation(of model: Model) -> Explanation {
        var found = begin(model.name, .model, model.documentation, model.range)
        found.facts =
            [
                Explanation.Fact("rows", "one a row of \(model.source), the table \(entity(of: model))"),
                Explanation.Fact("clearance", clearance(model)),
            ] + fact("kept rows", cleared.rows[model.name].map { originNames($0.filter) } ?? [])
        found.columns = model.columns.map { Explanation.Fact($0.name, summary($0.type.description, flow(model.name, $0.name))) }
        found.sqlFile = "replica/\(model.name).sql"
        found.sql = file("replica/\(model.name).sql")
        found.usedBy = uses.of(table: model.name)
        return found
    }

    func explanation(of column: ModelColumn, in model: Model) -> Explanation {
        var found = begin("\(model.name).\(column.name)", .column, column.documentation, column.range)
        found.facts =
            [Explanation.Fact("type", column.type.description + (column.isKey ? ", part of the key" : ""))]
            + facts(flow(model.name, column.name), ceiling: clearance(model))
        found.sqlFile = "replica/\(model.name).sql"
        found.sql = selected(column.name, plan.models.first { $0.name == model.name }?.select)
        found.usedBy = uses.of(column: column.name, of: model.name)
        return found
    }

    func explanation(of metric: Metric) -> Explanation {
        var found = begin(metric.name, .metric, metric.documentation, metric.range)
        let hidden = metric.secrecy.map { "cells of fewer than \($0.atLeast) units are hidden" }
        found.facts =
            [Explanation.Fact("rows of", metric.table ?? "what each measure says")]
            + [
                Explanation.Fact(
                    "by", metric.dimensions.isEmpty ? "nothing: one row" : metric.dimensions.map(\.name).joined(separator: ", "))
            ]
            + [Explanation.Fact("form", form(metric))] + (hidden.map { [Explanation.Fact("threshold", $0)] } ?? [])
        found.columns = (metric.dimensions.map { ($0.name, $0.value.type) } + metric.measures.map { ($0.name, $0.type) }).map {
            name, type in
            Explanation.Fact(name, summary(type.description, flow(metric.name, name)))
        }
        found.sqlFile = "metabase/metrics/\(metric.name).sql"
        found.sql = file("metabase/metrics/\(metric.name).sql")
        found.usedBy = uses.of(table: metric.name)
        return found
    }

    func explanation(of group: Dimension, in metric: Metric) -> Explanation {
        var found = begin("\(metric.name).\(group.name)", .group, group.documentation, group.range)
        found.facts =
            [Explanation.Fact("type", group.value.type.description)] + fact("reads", uses.reads(of: group.value))
            + facts(flow(metric.name, group.name), ceiling: ceiling(metric))
        found.sqlFile = "metabase/metrics/\(metric.name).sql"
        found.usedBy = uses.of(column: group.name, of: metric.name)
        return found
    }

    func explanation(of measure: Measure, in metric: Metric) -> Explanation {
        var found = begin("\(metric.name).\(measure.name)", .measure, measure.documentation, measure.range)
        found.facts =
            [Explanation.Fact("type", measure.type.description), Explanation.Fact("over time", Self.overTime(measure.additivity))]
            + fact("reads", uses.reads(of: measure.value)) + facts(flow(metric.name, measure.name), ceiling: ceiling(metric))
        found.sqlFile = "metabase/metrics/\(metric.name).sql"
        found.usedBy = uses.of(column: measure.name, of: metric.name)
        return found
    }

    // MARK: - Words

    private func entity(of model: Model) -> String { project.sources[model.source]?.entity ?? model.source }

    private func clearance(_ model: Model) -> String {
        if let anonymity = model.anonymity { return "anonymous, in classes of at least \(anonymity.size)" }
        return model.clearance.rawValue
    }

    private func ceiling(_ metric: Metric) -> String {
        metric.secrecy.map { "\(metric.clearance.rawValue), from \($0.atLeast) units on" } ?? metric.clearance.rawValue
    }

    private func form(_ metric: Metric) -> String {
        switch metric.form {
        case .view: "a view, computed whenever it is read"
        case .table: "a table, computed by each run"
        case .history(let history): "a \(history.rawValue) history, of which the past is kept"
        }
    }

    private static func overTime(_ additivity: Additivity) -> String {
        switch additivity {
        case .flow: "figures of several periods add up"
        case .stock: "a level: those of several moments do not add up"
        case .none: "a share, an average or a distinct count: it does not add up"
        }
    }

    /// The expression of the SELECT by that name; of classes, the one below the count.
    private func selected(_ name: String, _ select: Select?) -> String? {
        guard let select else { return nil }
        let inner = select.with.lazy.compactMap { table -> String? in
            if case .select(let inner) = table.body, table.name == "exposed" { selected(name, inner) } else { nil }
        }.first
        if let inner { return inner }
        let column = select.columns.first { column in
            if let alias = column.alias { return alias == name }
            if case .column(_, name) = column.value { return true }
            return false
        }
        return column.map { Renderer().render($0.value) }
    }
}
