import ImpactPlan

extension Catalog {
    /// The catalog's word on the tables, in a handful of queries. They read `pg_catalog`, which shows everything to everybody:
    /// `information_schema` hides what the role has no right to.
    init(of names: [QualifiedName], on connection: borrowing Connection) throws(RunError) {
        self.init()
        let asking = Step("reading the catalog")
        let parameters: [String?] = [textArray(names.map(\.schema)), textArray(names.map(\.name))]
        for row in try connection.rows(Self.columns, parameters, during: asking) { add(column: row) }
        for row in try connection.rows(Self.labels, parameters, during: asking) { add(label: row) }
        var indexes: [String: (name: QualifiedName, CatalogIndex)] = [:]
        for row in try connection.rows(Self.indexes, parameters, during: asking) {
            let index = CatalogIndex(columns: [], predicate: row[4])
            indexes[row[2] ?? "", default: (QualifiedName(row), index)].1.columns.insert(row[3] ?? "")
        }
        for (name, index) in indexes.values { tables[name]?.uniqueIndexes.append(index) }
        for row in try connection.rows(Self.constraints, parameters, during: asking) { add(constraint: row) }
        self.names = try connection.rows(Self.neighbors, [parameters[0]], during: asking).map { QualifiedName($0) }.sorted()
    }

    private mutating func add(column row: [String?]) {
        let name = QualifiedName(row)
        var table = tables[name] ?? CatalogTable()
        table.kind = row[2] == "v" || row[2] == "m" ? .view : row[2] == "f" ? .foreign : .table
        table.hasRowSecurity = row[3] == "t"
        if let column = row[4] {
            table.columns.append(
                CatalogColumn(
                    name: column, type: row[5] ?? "", spelled: row[6] ?? "", isRequired: row[7] == "t", isEnum: row[8] == "t", labels: []))
        }
        tables[name] = table
    }

    private mutating func add(label row: [String?]) {
        let name = QualifiedName(row)
        guard let index = tables[name]?.columns.firstIndex(where: { $0.name == row[2] }) else { return }
        tables[name]?.columns[index].labels.append(row[3] ?? "")
    }

    private mutating func add(constraint row: [String?]) {
        let name = QualifiedName(row)
        guard let column = row[3] else { return }
        if row[2] == "c" {
            tables[name]?.checks.append(CatalogCheck(column: column, condition: row[4] ?? ""))
        } else {
            tables[name]?.foreignKeys.append(
                CatalogForeignKey(
                    column: column, target: QualifiedName(row[5] ?? "", row[6] ?? ""), references: row[7] ?? "", isValid: row[8] == "t"))
        }
    }
}

extension Catalog {
    private static let asked = """
        FROM unnest($1::text[], $2::text[]) AS asked (schema, name)
        JOIN pg_namespace AS n ON n.nspname = asked.schema
        JOIN pg_class AS c ON c.relnamespace = n.oid AND c.relname = asked.name AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        """

    /// Below domains: the type they stand for.
    private static let base = """
        CROSS JOIN LATERAL (
            WITH RECURSIVE below AS (
                SELECT t.oid, t.typtype, t.typname, t.typbasetype, t.typnotnull FROM pg_type AS t WHERE t.oid = a.atttypid
                UNION ALL
                SELECT t.oid, t.typtype, t.typname, t.typbasetype, b.typnotnull OR t.typnotnull
                FROM below AS b JOIN pg_type AS t ON t.oid = b.typbasetype WHERE b.typtype = 'd'
            )
            SELECT oid, typtype, typname, typnotnull FROM below WHERE typtype <> 'd'
        ) AS base
        """

    private static let columns = """
        SELECT n.nspname, c.relname, c.relkind, c.relrowsecurity, a.attname, base.typname, format_type(a.atttypid, a.atttypmod),
               a.attnotnull OR base.typnotnull, base.typtype = 'e'
        \(asked)
        LEFT JOIN (pg_attribute AS a \(base)) ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY n.nspname, c.relname, a.attnum
        """

    private static let labels = """
        SELECT n.nspname, c.relname, a.attname, e.enumlabel
        \(asked)
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        \(base)
        JOIN pg_enum AS e ON e.enumtypid = base.oid
        ORDER BY n.nspname, c.relname, a.attnum, e.enumsortorder
        """

    /// Of expressions none: what they keep apart is no column.
    private static let indexes = """
        SELECT n.nspname, c.relname, i.indexrelid, a.attname, pg_get_expr(i.indpred, i.indrelid)
        \(asked)
        JOIN pg_index AS i ON i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indexprs IS NULL
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey[0:i.indnkeyatts - 1])
        """

    /// Foreign keys of one column, and conditions about one column that hold for every row.
    private static let constraints = """
        SELECT n.nspname, c.relname, k.contype, a.attname, pg_get_expr(k.conbin, k.conrelid), fn.nspname, f.relname, fa.attname,
               k.convalidated
        \(asked)
        JOIN pg_constraint AS k ON k.conrelid = c.oid AND cardinality(k.conkey) = 1
            AND (k.contype = 'f' OR k.contype = 'c' AND k.convalidated)
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
        LEFT JOIN pg_class AS f ON f.oid = k.confrelid
        LEFT JOIN pg_namespace AS fn ON fn.oid = f.relnamespace
        LEFT JOIN pg_attribute AS fa ON fa.attrelid = f.oid AND fa.attnum = k.confkey[1]
        ORDER BY n.nspname, c.relname, k.conname
        """

    private static let neighbors = """
        SELECT n.nspname, c.relname
        FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
          AND (n.nspname = ANY ($1::text[]) OR n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema')
        """
}

extension QualifiedName {
    /// The first two values of a row.
    init(_ row: [String?]) { self.init(row[0] ?? "", row[1] ?? "") }
}

/// `{"a","b"}`: a parameter that is a list.
func textArray(_ names: [String]) -> String {
    let items = names.map { "\"" + $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }
    return "{" + items.joined(separator: ",") + "}"
}
