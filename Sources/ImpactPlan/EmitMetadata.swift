import ConcurrentMap
import ImpactSemantics
import PostgresSQL

/// The table that Metabase's sync reads by its name, and shows to nobody.
package enum MetabaseMetadata {
    package static let table = "_metabase_metadata"
}

extension Emission {
    /// `metabase/metadata.sql`: at each sync Metabase sets these properties. Comments do less: they arrive once, and
    /// only where nobody wrote a description.
    var metadata: ScriptFile {
        let table = TableName(schema, MetabaseMetadata.table)
        let columns = ["keypath", "value"]
        let header =
            "What Metabase shows of what is published: names, descriptions, kinds of columns. Its sync reads this table, and hides it."
        let entries = concurrentMap(described, \.entries).flatMap { $0 }
        let creation = Statement.createTable(
            schema: schema, table: MetabaseMetadata.table, columns: columns.map { TableColumn($0, "text", isRequired: true) },
            key: ["keypath"], foreignKeys: [])
        return file(
            "metabase/metadata.sql", header,
            [
                creation, .delete(from: table, where: []),
                .insertRows(into: table, columns: columns, entries.map { [.string($0.path), .string($0.value)] }),
            ])
    }

    var described: [DescribedTable] {
        let models = concurrentMap(plan.models) { DescribedTable($0.name, $0.documentation, $0.presentation, $0.columns) }
        let metrics = plan.metrics.flatMap { metric in
            metric.published.map { name, documentation, columns in
                DescribedTable(name, documentation, name == metric.name ? metric.presentation : Presentation(), columns)
            }
        }
        return models + metrics + [synchronizationDescription]
    }

    private var synchronizationDescription: DescribedTable {
        let words = SynchronizationWords(plan.settings.language)
        return DescribedTable(words.table, words.meaning, Presentation(), words.columnPlans)
    }
}

extension MetricPlan {
    /// The name that people read.
    package var shownName: String { presentation.displayName ?? DisplayNames(documentation).of(name) }
}

struct DescribedTable {
    let name: String
    let documentation: String
    let presentation: Presentation
    let columns: [ColumnPlan]
    /// From its own description, and from those of its columns too.
    private let ownNames: DisplayNames
    private let displayNames: DisplayNames
    /// By the names of the columns.
    private let columnNames: [String: DisplayNames]

    init(_ name: String, _ documentation: String, _ presentation: Presentation, _ columns: [ColumnPlan]) {
        self.name = name
        self.documentation = documentation
        self.presentation = presentation
        self.columns = columns
        let names = columns.map { ($0.name, DisplayNames($0.documentation)) }
        ownNames = DisplayNames(documentation)
        displayNames = DisplayNames(joining: [ownNames] + names.map(\.1))
        columnNames = Dictionary(names) { first, _ in first }
    }

    /// `entreprise.ajoutee_le.display_name`, and what it is.
    var entries: [(path: String, value: String)] {
        let own = [
            (name + ".display_name", shown),
            (name + ".description", documentation),
        ]
        return own + columns.flatMap(entries)
    }

    /// The names that people read.
    var shown: String { presentation.displayName ?? ownNames.of(name) }
    func shown(_ column: ColumnPlan) -> String {
        // « Entreprise » leads to the entreprise; nobody asks for its identifier.
        let bare = column.presentation.semantic == .foreignKey ? column.name.dropping(ending: "_id") : column.name
        return column.presentation.displayName ?? displayNames.of(bare, own: columnNames[column.name])
    }

    private func entries(_ column: ColumnPlan) -> [(path: String, value: String)] {
        let path = "\(name).\(column.name)."
        return [(path + "display_name", shown(column)), (path + "description", column.documentation)]
            + (column.presentation.semantic.map { [(path + "semantic_type", $0.metabase)] } ?? [])
    }
}

extension String {
    fileprivate func dropping(ending: String) -> String { hasSuffix(ending) && self != ending ? String(dropLast(ending.count)) : self }
}
