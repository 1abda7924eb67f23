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
        case .addColumn(let column): "ADD COLUMN \(column.text)"
        case .dropColumn(let name): "DROP COLUMN \(identifier(name))"
        case .retype(let name, let type, let keepsValues):
            "ALTER COLUMN \(identifier(name)) TYPE \(type) USING \(keepsValues ? identifier(name) : "NULL")::\(type)"
        case .setRequired(let name): "ALTER COLUMN \(identifier(name)) SET NOT NULL"
        case .setOptional(let name): "ALTER COLUMN \(identifier(name)) DROP NOT NULL"
        case .addPrimaryKey(let columns): "ADD PRIMARY KEY (\(identifiers(columns)))"
        case .addForeignKey(let key): "ADD \(key.text(schema: schema))"
        case .dropConstraint(let name): "DROP CONSTRAINT \(identifier(name))"
        }
    }
}

extension ForeignKey {
    /// Deferred: the tables of one publication are loaded in any order and checked before its end.
    func text(schema: String) -> String {
        "FOREIGN KEY (\(identifiers(columns))) REFERENCES \(TableName(schema, table).text) (\(identifiers(references))) DEFERRABLE INITIALLY DEFERRED"
    }
}
