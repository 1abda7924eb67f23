import PostgresSQL

/// A table whose replaced rows are kept until the next publication, so that `rollback` can put them back.
package struct KeptTable: Sendable, Equatable {
    /// Where it is, and where its previous rows are.
    package let schema: String
    package let table: String
    package let internalSchema: String
    /// What tells its rows apart; nothing where they may be alike.
    package let key: [String]
    /// A column that says why a row's figures are hidden, if some are.
    package let hiding: String?
    /// `metabase/rollback/….sql`, for one publication.
    package let rollback: ScriptFile

    package var previous: String { Self.previous(of: table) }

    /// `companies_previous`
    package static func previous(of table: String) -> String { table + "_previous" }

    /// - Parameter name: of the model or metric.
    package init(
        of name: String, _ schema: String, _ table: String, internal internalSchema: String, key: [String] = [], hiding: String? = nil
    ) {
        self.schema = schema
        self.table = table
        self.internalSchema = internalSchema
        self.key = key
        self.hiding = hiding
        let (target, kept) = (TableName(schema, table), TableName(internalSchema, Self.previous(of: table)))
        let publication = SQLExpression.cast(.call("current_setting", [.string("impact.publication")]), "xid")
        rollback = ScriptFile(
            path: "metabase/rollback/\(name).sql",
            text: Renderer().render(
                [
                    .delete(from: target, where: [.binary(.equal, .column(table, "xmin"), publication)]),
                    .restore(into: target, from: kept), .delete(from: kept, where: []),
                ], under: "\(name): what the publication `impact.publication` wrote leaves, what it replaced comes back."))
    }
}

extension KeptTable {
    private var target: TableName { TableName(schema, table) }
    private var kept: TableName { TableName(internalSchema, previous) }

    /// The table of the rows that a publication replaces, empty.
    var beginning: [Statement] { [.createLike(kept, target), .delete(from: kept, where: [])] }

    /// Rows that are gone or otherwise leave.
    func moveUnlike(_ staged: TableName, _ columns: [TableColumn], among condition: SQLExpression? = nil) -> Statement {
        .moveUnlike(UnlikeRows(of: target, notIn: staged, columns: columns, key: key, among: condition), to: kept)
    }

    /// A model's rows: those that are gone or otherwise leave, then new ones come.
    ///
    /// - Parameter condition: of the published rows that were looked at, where not all were.
    package func loading(from staged: String, columns: [String], among condition: SQLExpression? = nil) -> [Statement] {
        let source = TableName(internalSchema, staged)
        let declared = columns.map { TableColumn($0, "", isRequired: key.contains($0)) }
        return beginning + [
            moveUnlike(source, declared, among: condition), .insertNew(into: target, from: source, columns: columns, key: key),
        ]
    }
}
