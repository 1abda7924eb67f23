import ImpactSemantics
import PostgresSQL

extension Emission {
    func metric(_ metric: MetricPlan) -> MetricScript {
        switch metric.form {
        case .view: view(metric)
        case .table: kept(metric, .table)
        case .history: kept(metric, .history)
        }
    }

    private func title(_ metric: MetricPlan) -> String { "\(metric.name): \(metric.documentation.firstLine)" }

    private func columns(_ metric: MetricPlan) -> [ScriptColumn] { metric.columns.map { ScriptColumn(name: $0.name, type: $0.type) } }

    /// Computed when it is read. Dropped first, since a view cannot lose a column.
    private func view(_ metric: MetricPlan) -> MetricScript {
        let name = TableName(schema, metric.name)
        let statements: [Statement] =
            [.dropView(name), .createReaderView(name, metric.select), .commentOnView(name, metric.documentation)]
            + metric.columns.map { .commentOnColumn(schema: schema, table: metric.name, column: $0.name, $0.documentation) }
        return MetricScript(
            name: metric.name, kind: .view, columns: columns(metric), table: nil,
            refresh: file("metabase/metrics/\(metric.name).sql", title(metric), statements))
    }

    private func kept(_ metric: MetricPlan, _ kind: MetricScript.Kind) -> MetricScript {
        let create = Statement.createTable(
            schema: schema, table: metric.name, columns: metric.columns.map { $0.tableColumn(isRequired: $0.isRequired) }, key: metric.key,
            foreignKeys: [])
        // A measure added later finds the table of a history as it is, with its past.
        let additions = metric.columns.filter { kind == .history && !$0.isKey }.map {
            Statement.addColumnIfMissing(schema: schema, table: metric.name, column: $0.tableColumn(isRequired: false))
        }
        return MetricScript(
            name: metric.name, kind: kind, columns: columns(metric),
            table: file(
                "metabase/tables/\(metric.name).sql", title(metric),
                [create] + additions + comments(metric.name, metric.documentation, metric.columns)),
            refresh: refresh(metric))
    }

    private func refresh(_ metric: MetricPlan) -> ScriptFile {
        let target = TableName(schema, metric.name)
        let path = "metabase/metrics/\(metric.name).sql"
        if metric.key == [Metric.date] {
            return file(
                path, title(metric) + " One row per period, written again only where it differs.",
                [.upsert(into: target, columns: metric.columns.map(\.name), key: metric.key, metric.select)])
        }
        var period: SQLExpression?
        if case .history(let history) = metric.form { period = .binary(.equal, .column("published", Metric.date), history.period) }
        let staged = TableName(staging, metric.name)
        let columns = metric.columns.map { $0.tableColumn(isRequired: $0.isRequired) }
        let key = metric.columns.filter(\.isKey).map(\.name)
        return file(
            path,
            title(metric) + (period == nil ? " Only what changed is written." : " The rows of one period; only what changed is written."),
            [
                .stage(staged, metric.select),
                .deleteUnlike(from: target, notIn: staged, columns: columns, key: key, among: period),
                .insertMissing(into: target, from: staged, columns: columns, key: key),
                .dropTable(staged),
            ])
    }
}
