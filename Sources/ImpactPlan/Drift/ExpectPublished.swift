import ImpactSemantics
import PostgresSQL

/// A published table or view as its generated file makes it.
package struct ExpectedPublished: Sendable, Equatable {
    package struct Column: Sendable, Equatable {
        package let name: String
        package let isRequired: Bool
        package let comment: String
    }

    package let name: String
    package let comment: String
    package let columns: [Column]
    package let key: [String]
    /// `entreprise` refers to `impact.entreprises`: the columns, and the table.
    package let references: [ExpectedReference]
    /// Of a view, its SELECT.
    package let definition: String?
}

package struct ExpectedReference: Sendable, Hashable {
    package let columns: [String]
    package let table: String

    package init(columns: [String], table: String) {
        self.columns = columns
        self.table = table
    }
}

extension Expectations {
    /// The same, with what the target is to hold.
    func publishing(_ models: [ModelPlan], _ metrics: [MetricPlan]) -> Expectations {
        var expectations = self
        expectations.published = Dictionary(
            (models.map(ExpectedPublished.init) + metrics.flatMap(ExpectedPublished.of)).map { ($0.name, $0) }
        ) { first, _ in first }
        return expectations
    }
}

extension Expectations {
    /// The same, where several servers share the rows of some models.
    ///
    /// - Parameters:
    ///   - view: what readers see of those.
    ///   - references: what a model's own table keeps.
    func spreading(_ models: [ModelPlan], view: (ModelPlan) -> Select?, references: (ModelPlan) -> [ForeignKey]) -> Expectations {
        var expectations = self
        for model in models {
            expectations.published[model.name] =
                view(model).map { ExpectedPublished.view(model.name, model.documentation, model.columns, $0) }
                ?? ExpectedPublished(model, references(model))
        }
        return expectations
    }
}

extension ExpectedPublished {
    fileprivate init(_ model: ModelPlan) { self.init(model, model.columns.compactMap(\.reference)) }

    fileprivate init(_ model: ModelPlan, _ foreignKeys: [ForeignKey]) {
        let references = foreignKeys.map { ExpectedReference(columns: $0.columns, table: $0.table) }
        self.init(
            name: model.name, comment: model.documentation, columns: model.columns.map(Column.init), key: model.key,
            references: references, definition: nil)
    }

    fileprivate static func of(_ metric: MetricPlan) -> [ExpectedPublished] {
        if let secret = metric.secret {
            return secret.views.map { view($0.name, $0.documentation, $0.columns, $0.select) }
        }
        if case .view = metric.form { return [view(metric.name, metric.documentation, metric.columns, metric.select)] }
        return [
            ExpectedPublished(
                name: metric.name, comment: metric.documentation, columns: metric.columns.map(Column.init), key: metric.key, references: [],
                definition: nil)
        ]
    }

    fileprivate static func view(_ name: String, _ comment: String, _ columns: [ColumnPlan], _ select: Select) -> ExpectedPublished {
        ExpectedPublished(
            name: name, comment: comment, columns: columns.map(Column.init), key: [], references: [],
            definition: Renderer().render(select, indent: 0))
    }
}

extension ExpectedPublished.Column {
    fileprivate init(_ column: ColumnPlan) {
        self.init(name: column.name, isRequired: column.isRequired, comment: column.documentation)
    }
}
