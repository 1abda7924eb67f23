import ImpactSemantics
import PostgresSQL

/// The shapes that the generated files give.
extension Emission {
    func shape(_ model: ModelPlan) -> TableShape {
        TableShape(
            TableName(schema, model.name), .rows, columns: model.columns.map(\.shape), key: KeyShape(of: model.name, model.key),
            foreignKeys: references(of: model).map { ForeignKeyShape(of: model.name, $0) },
            indexes: model.indexed.map { IndexShape(of: model.name, [$0]) }, lifecycle: model.lifecycle)
    }

    func shape(_ metric: MetricPlan, _ kind: TableShape.Kind) -> TableShape {
        TableShape(
            TableName(schema, metric.name), kind, columns: metric.columns.map(\.shape),
            groups: metric.columns.filter(\.isKey).map(\.name), key: kind == .view ? nil : KeyShape(of: metric.name, metric.key),
            lifecycle: metric.lifecycle)
    }

    /// The views; and of a history what is behind them, which has a past.
    func shapes(_ metric: MetricPlan, _ secret: SecretMetric, isHistory: Bool) -> [TableShape] {
        let views = secret.views.map { view in
            TableShape(
                TableName(schema, view.name), .view, columns: view.columns.map(\.shape),
                lifecycle: metric.lifecycle.with(String(view.name.dropFirst(metric.name.count))))
        }
        return views + (isHistory ? [secret.cells.shape(metric)] : [])
    }
}

extension ModelPlan {
    /// Columns that refer to another table, unless the key's own index begins with them.
    var indexed: [String] { columns.filter { $0.reference != nil && $0.name != key.first }.map(\.name) }
}

extension ColumnPlan {
    fileprivate var shape: ColumnShape { ColumnShape(name, type, isRequired: isRequired, lifecycle: lifecycle) }
}

extension SecretCells {
    /// The table of figures, whose columns are renamed with the columns that show them.
    fileprivate func shape(_ metric: MetricPlan) -> TableShape {
        let lifecycles = Dictionary(metric.columns.map { ($0.name, $0.lifecycle) }) { first, _ in first }
        return TableShape(
            figures, .history,
            columns: figureColumns.map {
                ColumnShape(
                    $0.name, $0.type, isRequired: $0.isRequired,
                    lifecycle: Lifecycle(renamedFrom: lifecycles[$0.name]?.renamedFrom))
            },
            groups: figureKey + dimensionNames, key: KeyShape(of: figures.name, figureKey),
            lifecycle: Lifecycle(renamedFrom: metric.lifecycle.renamedFrom.map { Self.tableNames(of: $0)[1] }))
    }
}
