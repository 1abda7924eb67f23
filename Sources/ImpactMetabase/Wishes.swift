import ImpactPlan
import ImpactSemantics

/// What Metabase should hold of a project.
package struct Wishes: Sendable {
    /// A column of which Metabase should do something that no row of `_metabase_metadata` says.
    struct Field: Sendable, Equatable {
        let table, column: String
        /// Whether its values are listed for people to choose from; keys are never kept.
        let values: Values?
        /// The column whose text stands for the key.
        let shownBy: (table: String, column: String)?
        /// Nobody reads it in a list: the page of a row has it.
        let isOfDetail: Bool

        enum Values: String { case list, none }

        static func == (one: Field, other: Field) -> Bool { (one.table, one.column) == (other.table, other.column) }
    }

    let schema: String
    let language: String
    /// The name of the connection in Metabase, where it is made.
    let database: String
    /// Somebody said that name.
    let isNamed: Bool
    /// Where it is to be found; nil where nobody said.
    let details: DatabaseDetails?
    let collection: String
    /// Columns of each published table.
    let tables: [(name: String, columns: [String])]
    let fields: [Field]
    let questions: [Question]

    package init(_ plan: Plan, database: String?, collection: String?, at details: DatabaseDetails?) {
        schema = plan.settings.schema
        language = plan.settings.language
        let name = schema.prefix(1).uppercased() + schema.dropFirst()
        self.database = database ?? name
        isNamed = database != nil
        self.details = details
        self.collection = collection ?? name
        tables = plan.publishedTables.map { ($0.name, $0.columns.map(\.name)) }
        fields = plan.publishedTables.flatMap { table in table.columns.compactMap { Field($0, of: table.name, plan) } }
        let names = ShownNames(plan)
        questions = plan.metrics.flatMap { Question.all(of: $0, plan.settings, names) }
    }

    var dashboardName: String { language == "fr" ? "Indicateurs" : "Metrics" }
    var dashboardKey: String { schema + "/dashboard" }
    var collectionKey: String { schema + "/collection" }
}

extension Wishes.Field {
    /// Nil where Metabase's own way is the right one.
    init?(_ column: ColumnPlan, of table: String, _ plan: Plan) {
        self.table = table
        self.column = column.name
        // A token, or the number of a row that says nothing: told apart by machines.
        isOfDetail = column.isKey && column.type == "uuid" && plan.models.contains { $0.name == table }
        switch column.presentation.semantic {
        case .category where column.type == "text": values = .list
        case .primaryKey, .foreignKey: values = Wishes.Field.Values.none
        default:
            guard isOfDetail else { return nil }
            values = nil
        }
        let target = plan.models.first { $0.name == column.reference?.table }
        shownBy = target.flatMap { target in
            target.columns.first { $0.presentation.semantic == .name }.map { (target.name, $0.name) }
        }
    }
}
