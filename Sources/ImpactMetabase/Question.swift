import ImpactPlan
import ImpactSemantics

/// A metric as people look at it.
package struct Question: Sendable, Equatable {
    package enum Display: String, Sendable { case scalar, line, bar, table }

    /// The metric's, or that of a view of its totals.
    package let key: String
    /// The key that it had before it was renamed.
    let formerKey: String?
    package let name: String
    let documentation: String
    let table: String
    package let display: Display
    /// Along the axis, then in colors.
    let dimensions: [String]
    let figures: [String]
    /// What its rows are told apart by: rows are shown in that order.
    let order: [String]
}

extension Question {
    /// One of the metric, and one of each of its totals, which nobody can add up where cells are hidden.
    static func all(of metric: MetricPlan, _ settings: ProjectSettings, _ names: ShownNames) -> [Question] {
        metric.published.map { Question($0, of: metric, settings, names) }
    }

    private init(_ view: MetricPlan.Published, of metric: MetricPlan, _ settings: ProjectSettings, _ names: ShownNames) {
        let words = MetricWords(settings.language)
        let groups = view.columns.filter(\.isKey)
        // Time first: it is what one looks along.
        let axes = groups.filter { $0.type == "date" } + groups.filter { $0.type != "date" }
        let figures = Self.figures(metric, words)
        key = "\(settings.schema).\(view.name)"
        formerKey = metric.lifecycle.renamedFrom.map { "\(settings.schema).\($0)\(view.name.dropFirst(metric.name.count))" }
        // The date of a history is when, and not what by.
        let isHistory = if case .history = metric.form { true } else { false }
        let dimensions = axes.filter { !isHistory || $0.name != Metric.date }.map { names.of($0.name, in: view.name) }
        name = view.name == metric.name ? metric.shownName : words.total(of: metric.shownName, by: dimensions)
        documentation = view.documentation
        table = view.name
        display = Self.display(axes, figures)
        self.dimensions = axes.map(\.name)
        self.figures = axes.count < 2 ? figures.map(\.name) : [Self.foremost(figures)].compactMap { $0?.name }
        order = axes.map(\.name)
    }

    /// Not what a share is of: it stands in the table beside it.
    private static func figures(_ metric: MetricPlan, _ words: MetricWords) -> [ColumnPlan] {
        let figures = metric.columns.filter { !$0.isKey }
        let parts = Set(figures.flatMap { [$0.name + words.numeratorEnding, $0.name + words.denominatorEnding] })
        return figures.filter { !parts.contains($0.name) }
    }

    /// A single figure; along time; by groups; what no drawing shows well.
    private static func display(_ axes: [ColumnPlan], _ figures: [ColumnPlan]) -> Display {
        switch axes.count {
        case 0: figures.count == 1 ? .scalar : .table
        case 1, 2: axes[0].type == "date" ? .line : .bar
        default: .table
        }
    }

    /// Of groups side by side one figure is drawn: a share, which can be compared, where there is one.
    private static func foremost(_ figures: [ColumnPlan]) -> ColumnPlan? {
        figures.first { $0.presentation.semantic == .percentage } ?? figures.first
    }

    /// As Metabase takes it, but for its description and its collection; nil where Metabase does not know its table yet.
    func content(in database: KnownDatabase) -> JSON? {
        guard let table = database.tables[table] else { return nil }
        let order = order.compactMap { table.fields[$0] }.map { JSON.list(["asc", ["field", .number($0.id), nil]]) }
        var query: [String: JSON] = ["source-table": .number(table.id)]
        if !order.isEmpty { query["order-by"] = .list(order) }
        return [
            "name": .text(name), "display": .text(display.rawValue), "visualization_settings": settings, "type": "question",
            "dataset_query": ["database": .number(database.id), "type": "query", "query": .object(query)],
        ]
    }

    private var settings: JSON {
        switch display {
        case .table: [:]
        case .scalar: ["scalar.field": .text(figures.first ?? "")]
        case .line, .bar: ["graph.dimensions": .list(dimensions.map(JSON.text)), "graph.metrics": .list(figures.map(JSON.text))]
        }
    }
}
