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
    /// What the deletion takes away, kept in a table of the same columns.
    indirect case keepDeleted(in: TableName, Statement)
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
    /// Rows of the target that the source has not, column for column; of those that hold the condition, if there is one.
    case deleteUnlike(from: TableName, notIn: TableName, columns: [TableColumn], key: [String], among: SQLExpression?)
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

extension Renderer {
    package func render(_ statements: [Statement]) -> String {
        var text = ""
        for (index, statement) in statements.enumerated() {
            // One-line statements of one kind stand together, and a comment with what it is about.
            let continues = index > 0 && (statement.isLine && statements[index - 1].isLine || statements[index - 1].isComment)
            if index > 0, !continues { text += "\n" }
            text += render(statement) + "\n"
        }
        return text
    }

    package func render(_ statement: Statement) -> String {
        switch statement {
        case .select(let select): return render(select, indent: 0) + ";"
        case .createSchema(let schema): return "CREATE SCHEMA IF NOT EXISTS \(identifier(schema));"
        case .createTable(let schema, let table, let columns, let key, let foreignKeys):
            return createTable(TableName(schema, table), columns, key, foreignKeys)
        case .createView(let view, let select):
            return "CREATE OR REPLACE VIEW \(view.text) WITH (security_barrier) AS\n\(render(select, indent: 0));"
        case .createUnloggedTable(let schema, let table, let columns):
            let lines = columns.map { "    \(identifier($0.name)) \($0.type)" }
            return "CREATE UNLOGGED TABLE \(TableName(schema, table).text) (\n\(lines.joined(separator: ",\n"))\n);"
        case .createSpreadTable(let table, let columns, let key):
            return "CREATE TABLE \(table.text) (\n\(lines(columns))\n) PARTITION BY HASH (\(identifier(key)));"
        case .createTableAs(let table, let select): return "CREATE TABLE \(table.text) AS\n\(render(select, indent: 0));"
        case .insertRows(let table, let columns, let rows):
            let lines = rows.map { row in "    (\(row.map { render($0) }.joined(separator: ", ")))" }
            return "INSERT INTO \(table.text) (\(names(columns)))\nVALUES\n\(lines.joined(separator: ",\n"));"
        case .addColumnIfMissing(let schema, let table, let column):
            return
                "ALTER TABLE \(TableName(schema, table).text) ADD COLUMN IF NOT EXISTS \(identifier(column.name)) \(column.type)\(column.isRequired ? " NOT NULL" : "");"
        case .dropNotNull(let schema, let table, let column):
            return "ALTER TABLE \(TableName(schema, table).text) ALTER COLUMN \(identifier(column)) DROP NOT NULL;"
        case .createIndex(let schema, let table, let columns):
            let name = ([table] + columns).joined(separator: "_")
            return "CREATE INDEX IF NOT EXISTS \(identifier(name)) ON \(TableName(schema, table).text) (\(names(columns)));"
        case .commentOnTable(let schema, let table, let text):
            return "COMMENT ON TABLE \(TableName(schema, table).text) IS \(literal(text));"
        case .commentOnColumn(let schema, let table, let column, let text):
            return "COMMENT ON COLUMN \(TableName(schema, table).text).\(identifier(column)) IS \(literal(text));"
        case .createLike(let table, let other): return "CREATE TABLE IF NOT EXISTS \(table.text) (LIKE \(other.text));"
        case .keepDeleted(let table, let deletion): return keepDeleted(table, deletion)
        case .restore(let table, let kept): return "INSERT INTO \(table.text)\nSELECT * FROM \(kept.text);"
        case .insertNew(let target, let source, let columns, let key):
            let isSame = key.map { "published.\(identifier($0)) = staged.\(identifier($0))" }.joined(separator: "\n        AND ")
            return insertion(
                target, source, columns, "NOT EXISTS (\n    SELECT 1\n    FROM \(target.text) AS published\n    WHERE \(isSame)\n)", key)
        case .stage(let table, let select): return "CREATE UNLOGGED TABLE \(table.text) AS\n\(render(select, indent: 0));"
        case .dropTable(let table): return "DROP TABLE \(table.text);"
        case .dropTableIfExists(let table): return "DROP TABLE IF EXISTS \(table.text);"
        case .dropView(let view): return "DROP VIEW IF EXISTS \(view.text);"
        case .createReaderView(let view, let select): return "CREATE VIEW \(view.text) AS\n\(render(select, indent: 0));"
        case .replaceReaderView(let view, let select): return "CREATE OR REPLACE VIEW \(view.text) AS\n\(render(select, indent: 0));"
        case .commentOnView(let view, let text): return "COMMENT ON VIEW \(view.text) IS \(literal(text));"
        case .deleteUnlike(let target, let source, let columns, let key, let among):
            let among = among.map { render($0, indent: 0) + "\n    AND " } ?? ""
            let margin = among.isEmpty ? 0 : 4
            let missing = unlike(columns, key, source, "staged", "published", margin)
            return "DELETE FROM \(target.text) AS published\nWHERE \(among)\(missing);"
        case .insertMissing(let target, let source, let columns, let key):
            return insertion(target, source, columns.map(\.name), unlike(columns, key, target, "published", "staged", 0), key)
        case .insert(let target, let columns, let select):
            return "INSERT INTO \(target.text) (\(names(columns)))\n\(render(select, indent: 0));"
        case .delete(let target, let conditions):
            return "DELETE FROM \(target.text)" + (conditions.isEmpty ? "" : "\nWHERE " + self.conditions(conditions)) + ";"
        case .grantColumns(let columns, let table, let role):
            let lines = columns.map { "    \(identifier($0))" }.joined(separator: ",\n")
            return "GRANT SELECT (\n\(lines)\n) ON \(qualifiedName(table)) TO \(identifier(role));"
        case .grantSelect(let tables, let role):
            return tables.map { "GRANT SELECT ON \($0.text) TO \(identifier(role));" }.joined(separator: "\n")
        case .grantUsage(let schema, let role): return "GRANT USAGE ON SCHEMA \(identifier(schema)) TO \(identifier(role));"
        case .grantTables(let tables, let role):
            return tables.map { "GRANT SELECT, REFERENCES ON \($0.text) TO \(identifier(role));" }.joined(separator: "\n")
        case .revokePublic(let schema): return "REVOKE ALL ON SCHEMA \(identifier(schema)) FROM PUBLIC;"
        case .alterTable(let table, let alteration): return "ALTER TABLE \(table.text) \(alteration.text(schema: table.schema));"
        case .truncate(let table): return "TRUNCATE \(table.text);"
        case .dropIndex(let index): return "DROP INDEX \(index.text);"
        case .renameIndex(let index, let name): return "ALTER INDEX \(index.text) RENAME TO \(identifier(name));"
        case .role(let statement): return render(statement)
        case .undo(let statement): return render(statement)
        case .comment(let text):
            return text.split(separator: "\n", omittingEmptySubsequences: false).map { "-- \($0)" }.joined(separator: "\n")
        }
    }

    private func names(_ names: [String]) -> String { names.map { identifier($0) }.joined(separator: ", ") }

    private func lines(_ columns: [TableColumn]) -> String { columns.map(line).joined(separator: ",\n") }

    private func line(_ column: TableColumn) -> String {
        "    \(identifier(column.name)) \(column.type)\(column.isRequired ? " NOT NULL" : "")"
    }

    private func createTable(_ table: TableName, _ columns: [TableColumn], _ key: [String], _ foreignKeys: [ForeignKey]) -> String {
        var lines = columns.map(line)
        if !key.isEmpty { lines.append("    PRIMARY KEY (\(names(key)))") }
        lines += foreignKeys.map { "    " + $0.text(schema: table.schema) }
        return "CREATE TABLE IF NOT EXISTS \(table.text) (\n\(lines.joined(separator: ",\n"))\n);"
    }

    /// ```
    /// WITH replaced AS (
    ///     DELETE …
    ///     RETURNING published.*
    /// )
    /// INSERT INTO impact_internal.companies_previous
    /// SELECT * FROM replaced;
    /// ```
    private func keepDeleted(_ table: TableName, _ deletion: Statement) -> String {
        return "WITH replaced AS (\n    \(String(render(deletion).dropLast()).movedRight)\n    RETURNING published.*\n)\n"
            + "INSERT INTO \(table.text)\nSELECT * FROM replaced;"
    }

    private func insertion(_ target: TableName, _ source: TableName, _ columns: [String], _ condition: String, _ key: [String]) -> String {
        let lines = columns.map { identifier($0) }
        let order = key.isEmpty ? "" : "\nORDER BY " + key.map { "staged." + identifier($0) }.joined(separator: ", ")
        return """
            INSERT INTO \(target.text) (
            \(lines.map { "    " + $0 }.joined(separator: ",\n"))
            )
            SELECT
            \(lines.map { "    staged." + $0 }.joined(separator: ",\n"))
            FROM \(source.text) AS staged
            WHERE \(condition)\(order);
            """
    }

    /// `NOT EXISTS (…)`: none is equal column for column, where two absent values are equal. A key that is always there is compared
    /// by `=`, which PostgreSQL can hash.
    private func unlike(
        _ columns: [TableColumn], _ key: [String], _ table: TableName, _ alias: String, _ other: String, _ margin: Int
    ) -> String {
        func test(_ column: TableColumn) -> SQLExpression {
            .binary(column.isRequired ? .equal : .notDistinct, .column(alias, column.name), .column(other, column.name))
        }
        func row(_ table: String, _ columns: [TableColumn]) -> SQLExpression { .row(columns.map { .column(table, $0.name) }) }
        let figures = columns.filter { !key.contains($0.name) }
        var tests = columns.filter { key.contains($0.name) }.map { render(test($0), indent: margin + 8) }
        if figures.count == 1 {
            tests.append(render(test(figures[0]), indent: margin + 8))
        } else if !figures.isEmpty {
            tests.append(render(.binary(.notDistinct, row(alias, figures), row(other, figures)), indent: margin + 8))
        }
        let pad = String(repeating: " ", count: margin)
        return "NOT EXISTS (\n\(pad)    SELECT 1\n\(pad)    FROM \(table.text) AS \(alias)\n\(pad)    WHERE "
            + tests.joined(separator: "\n\(pad)        AND ") + "\n\(pad))"
    }
}

extension String {
    /// Its following lines, by one step.
    fileprivate var movedRight: String {
        let bytes = utf8.reduce(into: [UInt8]()) { bytes, byte in
            bytes.append(byte)
            if byte == UInt8(ascii: "\n") { bytes += repeatElement(UInt8(ascii: " "), count: 4) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Statement {
    fileprivate var isLine: Bool {
        switch self {
        case .createSchema, .addColumnIfMissing, .dropNotNull, .createIndex, .commentOnTable, .commentOnColumn, .commentOnView, .grantUsage,
            .grantSelect, .grantTables, .revokePublic, .alterTable, .truncate, .dropIndex, .renameIndex:
            true
        case .role(let statement): statement.isLine
        case .undo(let statement): statement.isLine
        default: false
        }
    }

    fileprivate var isComment: Bool { if case .comment = self { true } else { false } }
}
