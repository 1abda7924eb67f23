import ImpactPlan

/// What the catalog says of the tables of production, for who writes their declarations. Nothing but the catalog is read.
///
/// - Parameter wanted: `users_user`, `compta.factures`; every table that is nobody's own where none is named.
package func describeSource(_ url: String, tables wanted: [QualifiedName]) throws(RunError) -> Catalog {
    let source = try Source.open(url)
    let asking = Step("reading the catalog")
    let all = try source.connection.rows(Catalog.declarable, during: asking).map { QualifiedName($0) }
    var catalog = try Catalog(of: wanted.isEmpty ? all : wanted, on: source.connection)
    catalog.names = all
    try catalog.describe(on: source.connection)
    return catalog
}

extension Catalog {
    /// Partitions are part of a whole, and tables of extensions are theirs.
    fileprivate static let declarable = """
        SELECT n.nspname, c.relname
        FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
          AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
          AND NOT EXISTS (
              SELECT FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
        ORDER BY n.nspname, c.relname
        """

    /// A row a column of the key, then a row a comment.
    private static let keys = """
        SELECT n.nspname, c.relname, a.attname
        FROM pg_index AS i
        JOIN pg_class AS c ON c.oid = i.indrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
        CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS part (attnum, place)
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = part.attnum
        WHERE i.indisprimary
        ORDER BY n.nspname, c.relname, part.place
        """

    private static let comments = """
        SELECT n.nspname, c.relname, a.attname, d.description
        FROM pg_description AS d
        JOIN pg_class AS c ON c.oid = d.objoid JOIN pg_namespace AS n ON n.oid = c.relnamespace
        LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0
        WHERE d.classoid = 'pg_class'::regclass
        """

    fileprivate mutating func describe(on connection: borrowing Connection) throws(RunError) {
        let asking = Step("reading the catalog")
        for row in try connection.rows(Self.keys, during: asking) where tables[QualifiedName(row)] != nil {
            descriptions[QualifiedName(row), default: TableDescription()].primaryKey.append(row[2] ?? "")
        }
        for row in try connection.rows(Self.comments, during: asking) where tables[QualifiedName(row)] != nil {
            let name = QualifiedName(row)
            if let column = row[2] {
                descriptions[name, default: TableDescription()].columnComments[column] = row[3]
            } else {
                descriptions[name, default: TableDescription()].comment = row[3]
            }
        }
    }
}
