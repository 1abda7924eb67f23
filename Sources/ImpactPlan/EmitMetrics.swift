import ImpactSemantics
import PostgresSQL

extension Emission {
    func metric(_ metric: MetricPlan) -> MetricScript {
        var script = statements(metric)
        // Rows that several servers share are other ones each time.
        guard plan.spread == nil else { return script }
        script.inputs = script.refresh.tables(of: schema).subtracting([metric.name]).sorted()
        script.readsToday = script.refresh.text.contains("impact.today")
        return script
    }

    private func statements(_ metric: MetricPlan) -> MetricScript {
        if let secret = metric.secret { return self.secret(metric, secret) }
        return switch metric.form {
        case .view: view(metric)
        case .table: kept(metric, .table)
        case .history: kept(metric, .history)
        }
    }

    private func title(_ metric: MetricPlan) -> String { "\(metric.name): \(metric.documentation.firstLine)" }

    private func published(_ metric: MetricPlan) -> [ScriptTable] {
        [ScriptTable(name: metric.name, columns: metric.columns.map { ScriptColumn(name: $0.name, type: $0.type) })]
    }

    /// Computed when it is read. Dropped first, since a view cannot lose a column.
    private func view(_ metric: MetricPlan) -> MetricScript {
        let name = TableName(schema, metric.name)
        let statements = view(name, metric.documentation, metric.columns, metric.select)
        return MetricScript(
            name: metric.name, kind: .view, published: published(metric), table: nil,
            refresh: file("metabase/metrics/\(metric.name).sql", title(metric), statements), shapes: [shape(metric, .view)])
    }

    private func view(_ name: TableName, _ documentation: String, _ columns: [ColumnPlan], _ select: Select) -> [Statement] {
        [.dropView(name), .createReaderView(name, select), .commentOnView(name, documentation)]
            + columns.map { .commentOnColumn(schema: name.schema, table: name.name, column: $0.name, $0.documentation) }
    }

    /// The figures are kept where readers cannot see them, since hidden ones have a past; what they see are views.
    private func secret(_ metric: MetricPlan, _ secret: SecretMetric) -> MetricScript {
        let cells = secret.cells
        let additions = cells.measures.map {
            Statement.addColumnIfMissing(
                schema: staging, table: cells.figures.name, column: TableColumn($0.name, $0.type, isRequired: false))
        }
        let views = secret.views.flatMap { view(TableName(schema, $0.name), $0.documentation, $0.columns, $0.select) }
        let isHistory = if case .history = metric.form { true } else { false }
        return MetricScript(
            name: metric.name, kind: isHistory ? .history : .table,
            published: secret.views.map {
                ScriptTable(name: $0.name, columns: $0.columns.map { ScriptColumn(name: $0.name, type: $0.type) })
            },
            // What a cell was is told by other conditions once they change; what was shown of the past is kept.
            internalTables: [cells.states.name] + (isHistory ? [] : [cells.figures.name]),
            table: file("metabase/tables/\(metric.name).sql", title(metric), cells.internalTables + (isHistory ? additions : []) + views),
            refresh: file(
                "metabase/metrics/\(metric.name).sql", title(metric) + " Small cells are hidden, and others that would tell of them.",
                spread(cells.refresh, of: metric.name)), kept: cells.kept, shapes: shapes(metric, secret, isHistory: isHistory))
    }

    private func kept(_ metric: MetricPlan, _ kind: MetricScript.Kind) -> MetricScript {
        // The groups, absent values among them or not: a primary key has none of those.
        let key = metric.columns.filter(\.isKey).map(\.name)
        let kept = KeptTable(of: metric.name, schema, metric.name, internal: staging, key: key)
        let create = Statement.createTable(
            schema: schema, table: metric.name, columns: metric.columns.map { $0.tableColumn(isRequired: $0.isRequired) }, key: metric.key,
            foreignKeys: [])
        // A measure added later finds the table of a history as it is, with its past.
        let additions = metric.columns.filter { kind == .history && !$0.isKey }.map {
            Statement.addColumnIfMissing(schema: schema, table: metric.name, column: $0.tableColumn(isRequired: false))
        }
        return MetricScript(
            name: metric.name, kind: kind, published: published(metric),
            table: file(
                "metabase/tables/\(metric.name).sql", title(metric),
                [create] + additions + comments(metric.name, metric.documentation, metric.columns)),
            refresh: refresh(metric, kept), kept: kept,
            shapes: [shape(metric, kind == .history ? .history : .rows)])
    }

    private func refresh(_ metric: MetricPlan, _ kept: KeptTable) -> ScriptFile {
        var period: SQLExpression?
        if case .history(let history) = metric.form { period = .binary(.equal, .column("published", Metric.date), history.period) }
        let staged = TableName(staging, metric.name)
        let columns = metric.columns.map { $0.tableColumn(isRequired: $0.isRequired) }
        return file(
            "metabase/metrics/\(metric.name).sql",
            title(metric) + (period == nil ? " Only what changed is written." : " The rows of one period; only what changed is written."),
            kept.beginning + [
                spread([.stage(staged, metric.select)], of: metric.name)[0], kept.moveUnlike(staged, columns, among: period),
                .insertMissing(into: TableName(schema, metric.name), from: staged, columns: columns, key: kept.key), .dropTable(staged),
            ])
    }
}
