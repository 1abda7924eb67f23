extension Renderer {
    package func render(_ statements: [Statement]) -> String { printed { $0.print(statements) } }

    /// - Parameter header: a comment of one line.
    package func render(_ statements: [Statement], under header: String) -> String {
        printed {
            $0.put(header: header)
            $0.print(statements)
        }
    }

    package func render(_ statement: Statement) -> String { printed { $0.print(statement) } }
}

/// Statements, each with its semicolon.
extension Printer {
    mutating func print(_ statements: [Statement]) {
        for (index, statement) in statements.enumerated() {
            // One-line statements of one kind stand together, and a comment with what it is about.
            let continues = index > 0 && (statement.isLine && statements[index - 1].isLine || statements[index - 1].isComment)
            if index > 0, !continues { put("\n") }
            print(statement)
            put("\n")
        }
    }

    mutating func print(_ statement: Statement) {
        switch statement {
        case .select(let select): print(select, after: "")
        case .createSchema(let schema): put("CREATE SCHEMA IF NOT EXISTS \(identifier(schema));")
        case .createTable(let schema, let table, let columns, let key, let foreignKeys):
            createTable(TableName(schema, table), columns, key, foreignKeys)
        case .createView(let view, let select): print(select, after: "CREATE OR REPLACE VIEW \(view.text) WITH (security_barrier) AS\n")
        case .createUnloggedTable(let schema, let table, let columns):
            put("CREATE UNLOGGED TABLE ")
            put(TableName(schema, table))
            put(" (\n")
            self.columns(columns)
            put("\n);")
        case .createSpreadTable(let table, let columns, let key):
            put("CREATE TABLE \(table.text) (\n")
            self.columns(columns)
            put("\n) PARTITION BY HASH (\(identifier(key)));")
        case .createTableAs(let table, let select): print(select, after: "CREATE TABLE \(table.text) AS\n")
        case .insertRows(let table, let columns, let rows):
            put("INSERT INTO \(table.text) (\(identifiers(columns)))\nVALUES\n")
            list(rows, separator: ",\n") { printer, row in
                printer.put("    (")
                printer.inline(row)
                printer.put(")")
            }
            put(";")
        case .addColumnIfMissing(let schema, let table, let column):
            put("ALTER TABLE \(TableName(schema, table).text) ADD COLUMN IF NOT EXISTS ")
            put(column.text)
            put(";")
        case .dropNotNull(let schema, let table, let column):
            put("ALTER TABLE \(TableName(schema, table).text) ALTER COLUMN \(identifier(column)) DROP NOT NULL;")
        case .createIndex(let schema, let table, let columns):
            let name = ([table] + columns).joined(separator: "_")
            put("CREATE INDEX IF NOT EXISTS \(identifier(name)) ON \(TableName(schema, table).text) (\(identifiers(columns)));")
        case .commentOnTable(let schema, let table, let text):
            put("COMMENT ON TABLE ")
            put(TableName(schema, table))
            comment(text)
        case .commentOnColumn(let schema, let table, let column, let text):
            put("COMMENT ON COLUMN ")
            put(TableName(schema, table))
            put(".")
            put(name: column)
            comment(text)
        case .createLike(let table, let other):
            put("CREATE TABLE IF NOT EXISTS ")
            put(table)
            put(" (LIKE ")
            put(other)
            put(");")
        case .moveUnlike(let rows, let table): move(rows, to: table)
        case .restore(let table, let kept):
            put("INSERT INTO ")
            put(table)
            put("\nSELECT * FROM ")
            put(kept)
            put(";")
        case .insertNew(let target, let source, let columns, let key): insertNew(target, source, columns, key)
        case .stage(let table, let select): print(select, after: "CREATE UNLOGGED TABLE \(table.text) AS\n")
        case .dropTable(let table): put("DROP TABLE \(table.text);")
        case .dropTableIfExists(let table): put("DROP TABLE IF EXISTS \(table.text);")
        case .dropView(let view): put("DROP VIEW IF EXISTS \(view.text);")
        case .createReaderView(let view, let select): print(select, after: "CREATE VIEW \(view.text) AS\n")
        case .replaceReaderView(let view, let select): print(select, after: "CREATE OR REPLACE VIEW \(view.text) AS\n")
        case .commentOnView(let view, let text):
            put("COMMENT ON VIEW \(view.text)")
            comment(text)
        case .insertMissing(let target, let source, let columns, let key): insertMissing(target, source, columns, key)
        case .insert(let target, let columns, let select): print(select, after: "INSERT INTO \(target.text) (\(identifiers(columns)))\n")
        case .delete(let target, let conditions):
            put("DELETE FROM ")
            put(target)
            if !conditions.isEmpty {
                put("\nWHERE ")
                self.conditions(conditions, 0)
            }
            put(";")
        case .grantColumns(let columns, let table, let role):
            let lines = columns.map { "    \(identifier($0))" }.joined(separator: ",\n")
            put("GRANT SELECT (\n\(lines)\n) ON \(qualifiedName(table)) TO \(identifier(role));")
        case .grantSelect(let tables, let role):
            list(tables, separator: "\n") { $0.put("GRANT SELECT ON \($1.text) TO \(identifier(role));") }
        case .grantUsage(let schema, let role): put("GRANT USAGE ON SCHEMA \(identifier(schema)) TO \(identifier(role));")
        case .grantTables(let tables, let role):
            list(tables, separator: "\n") { $0.put("GRANT SELECT, REFERENCES ON \($1.text) TO \(identifier(role));") }
        case .revokePublic(let schema): put("REVOKE ALL ON SCHEMA \(identifier(schema)) FROM PUBLIC;")
        case .alterTable(let table, let alteration): put("ALTER TABLE \(table.text) \(alteration.text(schema: table.schema));")
        case .truncate(let table): put("TRUNCATE \(table.text);")
        case .dropIndex(let index): put("DROP INDEX \(index.text);")
        case .renameIndex(let index, let name): put("ALTER INDEX \(index.text) RENAME TO \(identifier(name));")
        case .role(let statement): put(Renderer().render(statement))
        case .undo(let statement): put(Renderer().render(statement))
        case .comment(let text):
            list(text.split(separator: "\n", omittingEmptySubsequences: false), separator: "\n") { $0.put("-- \($1)") }
        }
    }

    private mutating func print(_ select: Select, after opening: String) {
        put(opening)
        print(select, 0)
        put(";")
    }

    private mutating func createTable(_ table: TableName, _ columns: [TableColumn], _ key: [String], _ foreignKeys: [ForeignKey]) {
        put("CREATE TABLE IF NOT EXISTS ")
        put(table)
        put(" (\n")
        self.columns(columns)
        if !key.isEmpty { put(",\n    PRIMARY KEY (\(identifiers(key)))") }
        for reference in foreignKeys {
            put(",\n    ")
            put(reference.text(schema: table.schema))
        }
        put("\n);")
    }

    /// One a line.
    private mutating func columns(_ columns: [TableColumn]) {
        list(columns, separator: ",\n") {
            $0.put("    ")
            $0.put($1.text)
        }
    }

    private mutating func comment(_ text: String) {
        put(" IS ")
        put(literal(text))
        put(";")
    }
}

extension Printer {
    /// A comment of one line.
    mutating func put(header: String) {
        put("-- ")
        put(header)
        put("\n")
    }

    mutating func put(_ table: TableName) {
        put(name: table.schema)
        put(".")
        put(name: table.name)
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
