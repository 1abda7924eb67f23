import ImpactDiagnostics

/// A project whose names, types and grain are right. Whether it may be published is the next stage's question.
package struct CheckedProject: Sendable {
    package var settings = ProjectSettings()
    package var sources: [String: Source] = [:]
    /// Tables of production, by the names of their own, and reference lists: names in SQL must hide none of them.
    package private(set) var storedTables: Set<String> = []
    package private(set) var lists: [String] = []
    /// In the order of the text.
    package private(set) var models: [Model] = []
    package var metrics: [Metric] = []
    /// Histories and unions, which metrics read as they read models.
    package var tables: [String: ExposedTable] = [:]
    private var positions: [String: Int] = [:]

    package func model(_ name: String) -> Model? { positions[name].map { models[$0] } }

    /// What a metric may go through by that name.
    package func table(_ name: String) -> ExposedTable? {
        tables[name] ?? model(name).map { ExposedTable(name: name, origin: .table, columns: $0.columns) }
    }

    /// The tables whose rows a metric goes through by that name: itself, or those of a union.
    package func members(of table: String) -> [String] {
        if case .union(let members)? = self.table(table)?.origin { members } else { [table] }
    }

    /// What tells the rows of a collection apart where nothing else does.
    package func keys(of collection: Collection) -> [Expression] {
        guard case .source(let name) = collection.element, let key = sources[name]?.key else { return [] }
        return [Expression(.column(collection.row, key.name), key.type, key.range)]
    }

    mutating func declare(_ source: Source) {
        sources[source.name] = source
        if source.isReference { lists.append(source.name) } else { storedTables.insert(source.entity) }
    }

    mutating func append(_ model: Model) {
        positions[model.name] = models.count
        models.append(model)
    }
}

/// `let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")`
package struct ProjectSettings: Sendable {
    /// The schema that readers see.
    package var schema = "impact"
    /// The roles that read it.
    package var readers: [String] = []
    /// The role with which the runner reads production.
    package var sourceReader = "impact_reader"
    /// The role with which the runner publishes; nil where it is named as the schema.
    var namedPublisher: String?
    package var timeZone = "Europe/Paris"
    package var language = "fr"
    /// The SELECTs are views that a DBA installs in production, and the runner's role can read nothing else.
    package var isHardened = false
    /// The model whose rows several servers share among them, each with the rows that refer to it; nil where one server holds all.
    package var spread: String?
    /// Where each is written, by its label; the project itself by none.
    package var places: [String: TextRange] = [:]

    /// Where staging and the ledger live; readers have no right on it.
    package var internalSchema: String { schema + "_internal" }
    package var publisher: String { namedPublisher ?? schema }
    /// The role that owns what is published. Nobody logs in as it.
    package var owner: String { schema + "_owner" }
    /// Where the views of a hardened project live, in production.
    package var viewSchema: String { schema + "_views" }
    /// Where the rows of a publication that is under way are, on each of the servers that share them.
    package var arrivingSchema: String { schema + "_arriving" }
    /// The role by which the server that Metabase reads asks those that hold the rows.
    package var coordinator: String { schema + "_coordinator" }
}

/// A table that is exposed.
package struct Model: Sendable {
    package let name: String
    package let documentation: String
    package let source: String
    package let clearance: Clearance
    package let filter: Expression?
    /// Classes of fewer units are left out.
    package let anonymity: Anonymity?
    package let columns: [ModelColumn]
    package let assertions: [Assertion]
    /// `refresh: .full`: every run reads all of its rows.
    package var isRefreshedWhole = false
    package let lifecycle: Lifecycle
    package var presentation = Presentation()
    package let range: TextRange

    package var keys: [ModelColumn] { columns.filter(\.isKey) }
}

/// `kAnonymous: 5, unit: user, lDiverse: (statut, 2)`: rows alike in all their columns but the diverse one form a class.
///
/// In all of them, and not only in those labelled quasi: how many companies a person has is harmless as a figure of the
/// service, and tells that person apart in a row of their own.
package struct Anonymity: Sendable {
    /// Units that a class has at least.
    package let size: Int
    /// What is counted, and protected: a person, a company. Nil when each row is one.
    package let unit: Expression?
    package let diversity: Diversity?

    package struct Diversity: Sendable {
        package let column: String
        /// Values of the column that a class has at least.
        package let values: Int
    }

    /// The column that takes the place of a key.
    package let row: String
}

package struct ModelColumn: Sendable {
    package let name: String
    package let documentation: String
    package let value: Expression
    package let isKey: Bool
    /// The column that says when: this one is a level at that moment, and levels do not add up over moments.
    package var stockOver: String?
    package var lifecycle = Lifecycle()
    package var presentation = Presentation()
    package let range: TextRange

    package var type: ValueType { value.type }

    /// The exposed table whose key it holds.
    package var referencedModel: String? {
        if case .reference(let model, _, _) = value.kind { model } else { nil }
    }
}
