/// One thing to do to a Metabase, in the words of the project.
package enum MetabaseStep: Sendable, Equatable {
    case register(database: String, schema: String)
    /// Metabase does not know all that is published.
    case synchronize(database: String)
    case listValues(String, String)
    case keepNoValues(String, String)
    case keepToDetail(String, String)
    case show(String, String, by: String, String)
    case createCollection(String)
    case create(Question)
    case update(Question, id: Int)
    /// Its metric is gone.
    case trash(String, id: Int)
    case createDashboard(String)
    case updateDashboard(String, id: Int)
    case forgetValues(String, String)
    /// Metabase does not know the column any more, and keeps its values all the same.
    case forgetAllValues(database: String)
}

/// What there is to do, and what is left as people made it.
package struct MetabasePlan: Sendable, Equatable {
    /// The connection that reads it already, under another name.
    package var taken: String?
    package let steps: [MetabaseStep]
    package let left: [String]
}

extension MetabaseStep: CustomStringConvertible {
    package var description: String {
        switch self {
        case .register(let database, let schema):
            "register   the database « \(database) », of which Metabase reads the schema \(schema) alone"
        case .synchronize(let database): "sync       « \(database) », until Metabase knows all that is published"
        case .listValues(let table, let column): "list       the values of \(table).\(column), to choose from"
        case .keepNoValues(let table, let column): "keep none  of the values of \(table).\(column)"
        case .keepToDetail(let table, let column): "hide       \(table).\(column) from lists: the page of a row has it"
        case .show(let table, let column, let other, let name): "show       \(table).\(column) by \(other).\(name)"
        case .createCollection(let name): "create     the collection « \(name) »"
        case .create(let question): "create     the question « \(question.name) », \(question.display.rawValue)"
        case .update(let question, _): "update     the question « \(question.name) », \(question.display.rawValue)"
        case .trash(let name, _): "trash      the question « \(name) », whose metric is gone"
        case .createDashboard(let name): "create     the dashboard « \(name) »"
        case .updateDashboard(let name, _): "update     the dashboard « \(name) »"
        case .forgetValues(let table, let column): "forget     the values that Metabase keeps of \(table).\(column)"
        case .forgetAllValues(let database):
            "forget     all values that Metabase keeps of « \(database) », which does not know that column any more"
        }
    }
}
