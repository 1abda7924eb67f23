/// Statements of the generated files, each rendered with its semicolon.
package struct TableColumn: Sendable, Equatable {
    package let name: String
    package let type: String
    package let isRequired: Bool

    package init(_ name: String, _ type: String, isRequired: Bool) {
        self.name = name
        self.type = type
        self.isRequired = isRequired
    }
}

extension TableColumn {
    /// `annee integer NOT NULL`
    var text: String { identifier(name) + " " + type + (isRequired ? " NOT NULL" : "") }
}

package struct ForeignKey: Sendable, Hashable {
    package let columns: [String]
    package let table: String
    package let references: [String]

    package init(columns: [String], table: String, references: [String]) {
        self.columns = columns
        self.table = table
        self.references = references
    }
}

package enum Statement: Sendable {
    case select(Select)
    case createSchema(String)
    case createTable(schema: String, table: String, columns: [TableColumn], key: [String], foreignKeys: [ForeignKey])
    /// With a barrier: no condition of the reader is evaluated on rows the view leaves out.
    case createView(TableName, Select)
    case createUnloggedTable(schema: String, table: String, columns: [TableColumn])
    /// A table of which each of several servers holds the rows that the hash of a column leads to.
    case createSpreadTable(TableName, columns: [TableColumn], by: String)
    /// The rows of a query, kept.
    case createTableAs(TableName, Select)
    case insertRows(into: TableName, columns: [String], [[SQLExpression]])
    case addColumnIfMissing(schema: String, table: String, column: TableColumn)
    case dropNotNull(schema: String, table: String, column: String)
    case createIndex(schema: String, table: String, columns: [String])
    case commentOnTable(schema: String, table: String, String)
    case commentOnColumn(schema: String, table: String, column: String, String)
    /// A table of the same columns as another, without its keys.
    case createLike(TableName, TableName)
    /// Rows leave, and are kept in a table of the same columns.
    case moveUnlike(UnlikeRows, to: TableName)
    /// All rows of a table of the same columns.
    case restore(into: TableName, from: TableName)
    /// Rows of the source whose key the target has not.
    case insertNew(into: TableName, from: TableName, columns: [String], key: [String])
    /// The rows of a query, kept in a table for the statements that follow; no write-ahead log.
    case stage(TableName, Select)
    case dropTable(TableName)
    case dropTableIfExists(TableName)
    case dropView(TableName)
    case createReaderView(TableName, Select)
    /// In the place of the one that is there, of the same columns: who may read that may read this.
    case replaceReaderView(TableName, Select)
    case commentOnView(TableName, String)
    /// Rows of the source that the target has not, column for column.
    case insertMissing(into: TableName, from: TableName, columns: [TableColumn], key: [String])
    /// Rows of one query, appended.
    case insert(into: TableName, columns: [String], Select)
    /// All rows, or those where the conditions hold.
    case delete(from: TableName, where: [SQLExpression])
    case grantColumns([String], on: String, to: String)
    case grantSelect([TableName], to: String)
    case grantUsage(schema: String, to: String)
    case grantTables([TableName], to: String)
    case revokePublic(schema: String)
    case alterTable(TableName, TableAlteration)
    case truncate(TableName)
    case dropIndex(TableName)
    case renameIndex(TableName, to: String)
    case comment(String)
    case role(RoleStatement)
    case undo(UndoStatement)
}

/// Rows of a table that another has not, column for column; of those that hold the condition, if there is one.
package struct UnlikeRows: Sendable {
    let table: TableName
    let other: TableName
    let columns: [TableColumn]
    let key: [String]
    let condition: SQLExpression?

    package init(
        of table: TableName, notIn other: TableName, columns: [TableColumn], key: [String], among condition: SQLExpression? = nil
    ) {
        self.table = table
        self.other = other
        self.columns = columns
        self.key = key
        self.condition = condition
    }
}

package struct TableName: Sendable, Hashable {
    package let schema: String
    package let name: String

    package init(_ schema: String, _ name: String) {
        self.schema = schema
        self.name = name
    }

    package var text: String { qualifier + identifier(name) }

    /// `impact.`
    package var qualifier: String { identifier(schema) + "." }
}
