/// What becomes of a table that is there: the statements of a migration, which no generated file holds.
package enum TableAlteration: Sendable, Equatable {
    case rename(to: String)
    case renameColumn(String, to: String)
    case renameConstraint(String, to: String)
    case addColumn(TableColumn)
    case dropColumn(String)
    /// Its values cast where `keepsValues`, and gone otherwise.
    case retype(String, to: String, keepsValues: Bool)
    case setRequired(String)
    case setOptional(String)
    case addPrimaryKey([String])
    case addForeignKey(ForeignKey)
    case dropConstraint(String)
}

extension TableAlteration {
    func text(schema: String) -> String {
        switch self {
        case .rename(let name): "RENAME TO \(identifier(name))"
        case .renameColumn(let old, let new): "RENAME COLUMN \(identifier(old)) TO \(identifier(new))"
        case .renameConstraint(let old, let new): "RENAME CONSTRAINT \(identifier(old)) TO \(identifier(new))"
        case .addColumn(let column): "ADD COLUMN \(identifier(column.name)) \(column.type)\(column.isRequired ? " NOT NULL" : "")"
        case .dropColumn(let name): "DROP COLUMN \(identifier(name))"
        case .retype(let name, let type, let keepsValues):
            "ALTER COLUMN \(identifier(name)) TYPE \(type) USING \(keepsValues ? identifier(name) : "NULL")::\(type)"
        case .setRequired(let name): "ALTER COLUMN \(identifier(name)) SET NOT NULL"
        case .setOptional(let name): "ALTER COLUMN \(identifier(name)) DROP NOT NULL"
        case .addPrimaryKey(let columns): "ADD PRIMARY KEY (\(names(columns)))"
        case .addForeignKey(let key): "ADD \(key.text(schema: schema))"
        case .dropConstraint(let name): "DROP CONSTRAINT \(identifier(name))"
        }
    }

    private func names(_ names: [String]) -> String { names.map { identifier($0) }.joined(separator: ", ") }
}

extension ForeignKey {
    /// Deferred: the tables of one publication are loaded in any order and checked before its end.
    func text(schema: String) -> String {
        func names(_ names: [String]) -> String { names.map { identifier($0) }.joined(separator: ", ") }
        return
            "FOREIGN KEY (\(names(columns))) REFERENCES \(TableName(schema, table).text) (\(names(references))) DEFERRABLE INITIALLY DEFERRED"
    }
}
