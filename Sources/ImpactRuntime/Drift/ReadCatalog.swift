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
        for row in try connection.rows(Self.foreignKeys, parameters, during: asking) { add(foreignKey: row) }
        for row in try connection.rows(Self.checks, parameters, during: asking) {
            tables[QualifiedName(row)]?.checks.append(
                CatalogCheck(column: row[2] ?? "", subject: row[3] ?? "", condition: row[4] ?? ""))
        }
        for row in try connection.rows(Self.heirs, parameters, during: asking) { tables[QualifiedName(row)]?.heirs.append(row[2] ?? "") }
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

    private mutating func add(foreignKey row: [String?]) {
        tables[QualifiedName(row)]?.foreignKeys.append(
            CatalogForeignKey(
                column: row[2] ?? "", target: QualifiedName(row[3] ?? "", row[4] ?? ""), references: row[5] ?? "",
                isValid: row[6] == "t", isEnforced: row[7] == "t", isPart: row[8] == "t",
                unlessAbsent: (row[9] ?? "").split(separator: "\u{1F}").map(String.init)))
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
                SELECT t.oid, t.typtype, t.typname, t.typnamespace, t.typbasetype, t.typnotnull FROM pg_type AS t WHERE t.oid = a.atttypid
                UNION ALL
                SELECT t.oid, t.typtype, t.typname, t.typnamespace, t.typbasetype, b.typnotnull OR t.typnotnull
                FROM below AS b JOIN pg_type AS t ON t.oid = b.typbasetype WHERE b.typtype = 'd'
            )
            SELECT oid, typtype, typnotnull,
                   -- Anybody may name a type `uuid`.
                   CASE WHEN typnamespace = 'pg_catalog'::regnamespace OR typname = 'citext' THEN typname::text
                        ELSE format_type(oid, NULL) END AS typname
            FROM below WHERE typtype <> 'd'
        ) AS base
        """

    private static let columns = """
        SELECT n.nspname, c.relname, c.relkind, c.relrowsecurity, a.attname, base.typname, format_type(a.atttypid, a.atttypmod),
               a.attnotnull AND NOT EXISTS (
                   SELECT FROM (\(heirsOfOne)) AS h JOIN pg_attribute AS own ON own.attrelid = h.inhrelid AND own.attname = a.attname
                   WHERE NOT own.attnotnull
               ) OR base.typnotnull, base.typtype = 'e'
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
        JOIN pg_index AS i ON i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indislive AND i.indexprs IS NULL
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey[0:i.indnkeyatts - 1])
        """

    /// Of the table `c`, however far below: rows of theirs are rows of its own.
    private static let heirsOfOne = """
        WITH RECURSIVE heirs AS (
            SELECT i.inhrelid FROM pg_inherits AS i WHERE i.inhparent = c.oid
            UNION
            SELECT i.inhrelid FROM heirs AS h JOIN pg_inherits AS i ON i.inhparent = h.inhrelid
        )
        SELECT inhrelid FROM heirs
        """

    private static let heirs = """
        SELECT n.nspname, c.relname, h.inhrelid::regclass
        \(asked)
        CROSS JOIN LATERAL (\(heirsOfOne)) AS h
        WHERE c.relkind = 'r' ORDER BY 1, 2, h.inhrelid::regclass::text
        """

    /// A row a column. A reference to a partitioned table is kept once more for each of its partitions, which is nobody's business.
    private static let foreignKeys = """
        SELECT n.nspname, c.relname, a.attname, fn.nspname, f.relname, fa.attname, k.convalidated,
               NOT EXISTS (SELECT FROM pg_trigger AS t WHERE t.tgconstraint = k.oid AND t.tgenabled IN ('D', 'R')),
               cardinality(k.conkey) > 1,
               (SELECT string_agg(o.attname, chr(31) ORDER BY o.attnum) FROM pg_attribute AS o
                WHERE o.attrelid = c.oid AND o.attnum = ANY (k.conkey) AND o.attnum <> pair.own AND NOT o.attnotnull
                  AND k.confmatchtype = 's')
        \(asked)
        JOIN pg_constraint AS k ON k.conrelid = c.oid AND k.contype = 'f'
            AND NOT EXISTS (SELECT FROM pg_constraint AS whole WHERE whole.oid = k.conparentid AND whole.conrelid = k.conrelid)
        CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS pair (own, other)
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = pair.own
        JOIN pg_class AS f ON f.oid = k.confrelid
        JOIN pg_namespace AS fn ON fn.oid = f.relnamespace
        JOIN pg_attribute AS fa ON fa.attrelid = f.oid AND fa.attnum = pair.other
        ORDER BY n.nspname, c.relname, k.conname, a.attnum
        """

    /// Conditions about one column that hold for every row: those of the table, and those of the column's domain and of the ones below it.
    private static let checks = """
        SELECT n.nspname, c.relname, a.attname, a.attname::text, pg_get_expr(k.conbin, k.conrelid)
        \(asked)
        JOIN pg_constraint AS k ON k.conrelid = c.oid AND k.contype = 'c' AND k.convalidated AND cardinality(k.conkey) = 1
            AND NOT (k.connoinherit AND EXISTS (SELECT FROM pg_inherits AS i WHERE i.inhparent = c.oid))
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
        UNION ALL
        SELECT n.nspname, c.relname, a.attname, 'VALUE', pg_get_expr(k.conbin, 0)
        \(asked)
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        CROSS JOIN LATERAL (
            WITH RECURSIVE domains AS (
                SELECT t.oid, t.typbasetype FROM pg_type AS t WHERE t.oid = a.atttypid AND t.typtype = 'd'
                UNION ALL
                SELECT t.oid, t.typbasetype FROM domains AS d JOIN pg_type AS t ON t.oid = d.typbasetype AND t.typtype = 'd'
            )
            SELECT oid FROM domains
        ) AS domain
        JOIN pg_constraint AS k ON k.contypid = domain.oid AND k.contype = 'c' AND k.convalidated
        ORDER BY 1, 2, 3, 5
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

/// `{"a",NULL}`: a parameter that is a list. By bytes, as PostgreSQL reads: a quote that an accent combines with is a quote.
func textArray(_ texts: [String?]) -> String {
    let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
    let items = texts.map { text in
        guard let text else { return "NULL" }
        var bytes = [quote]
        for byte in text.utf8 {
            if byte == quote || byte == backslash { bytes.append(backslash) }
            bytes.append(byte)
        }
        return String(decoding: bytes + [quote], as: UTF8.self)
    }
    return "{" + items.joined(separator: ",") + "}"
}
