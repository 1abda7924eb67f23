/// What keeps a table as it is, and what puts back what a catalog said.
package enum UndoStatement: Sendable {
    /// A copy of columns and rows, without keys.
    case keepWhole(TableName, as: TableName)
    /// Its keys come later, by their own statements.
    case createTable(TableName, [TableColumn])
    /// In PostgreSQL's own words: `PRIMARY KEY (key)`
    case addConstraint(TableName, String, definition: String)
    /// In PostgreSQL's own words, a whole statement: `CREATE INDEX companies_name ON …`
    case createIndex(definition: String)
    /// In PostgreSQL's own words, with its semicolon.
    case createView(TableName, query: String)
    case grant(Rights, on: TableName, to: String?)
    case revoke(Rights, on: TableName, from: String?)
    case checkReferences

    package struct Rights: Sendable, Hashable {
        package let privileges: [String]
        /// Nil for all of the table.
        package let column: String?
        package let isGrantable: Bool

        package init(_ privileges: [String], column: String?, isGrantable: Bool) {
            self.privileges = privileges
            self.column = column
            self.isGrantable = isGrantable
        }
    }
}

extension Renderer {
    func render(_ statement: UndoStatement) -> String {
        switch statement {
        case .keepWhole(let table, let kept): "CREATE TABLE \(kept.text) AS TABLE \(table.text);"
        case .createTable(let table, let columns):
            "CREATE TABLE \(table.text) (\n"
                + columns.map { "    " + $0.text }.joined(separator: ",\n")
                + "\n);"
        case .addConstraint(let table, let name, let definition):
            "ALTER TABLE \(table.text) ADD CONSTRAINT \(identifier(name)) \(definition);"
        case .createIndex(let definition): definition + ";"
        case .createView(let view, let query): "CREATE VIEW \(view.text) AS\n\(query)"
        case .grant(let rights, let table, let role):
            "GRANT \(words(rights)) ON \(table.text) TO \(name(role))\(rights.isGrantable ? " WITH GRANT OPTION" : "");"
        case .revoke(let rights, let table, let role): "REVOKE \(words(rights)) ON \(table.text) FROM \(name(role));"
        case .checkReferences: "SET CONSTRAINTS ALL IMMEDIATE;"
        }
    }

    /// `SELECT (name), REFERENCES (name)`
    private func words(_ rights: UndoStatement.Rights) -> String {
        rights.privileges.map { $0 + (rights.column.map { " (\(identifier($0)))" } ?? "") }.joined(separator: ", ")
    }

    private func name(_ role: String?) -> String { role.map { identifier($0) } ?? "PUBLIC" }
}

extension UndoStatement {
    var isLine: Bool {
        switch self {
        case .createTable, .createView: false
        default: true
        }
    }
}
