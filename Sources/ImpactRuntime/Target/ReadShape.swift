import ImpactPlan
import PostgresSQL

extension Target {
    /// The catalog's word on what is published so far, on what hangs on it, and on what earlier runs noted.
    func publishedShape() throws(RunError) -> PublishedShape {
        var shape = PublishedShape()
        let asking = Step("reading the catalog")
        let schemas: [String?] = [script.schema, script.internalSchema]
        for row in try connection.rows(columnsOfTables, schemas, during: asking) { shape.add(column: row) }
        for row in try connection.rows(constraintsOfTables, schemas, during: asking) { shape.add(constraint: row) }
        for row in try connection.rows(indexesOfTables, schemas, during: asking) {
            let index = IndexShape(name: row[2] ?? "", columns: list(row[3]))
            shape.tables[TableName(row)]?.indexes.append(index)
        }
        for row in try connection.rows(readingsOfTables, schemas, during: asking) {
            shape.readings.append(PublishedShape.Reading(TableName(row), reads: TableName(Array(row[2...])), row[4]))
        }
        try readApplied(into: &shape)
        try readDepartures(into: &shape)
        return shape
    }

    private func readApplied(into shape: inout PublishedShape) throws(RunError) {
        guard try exists(script.appliedTable) else { return }
        let files = script.definitions
        let rows = try connection.rows(
            """
            SELECT a.file, coalesce(a.digest = encode(sha256(convert_to(f.text, 'UTF8')), 'hex'), false)
            FROM \(script.appliedTable) AS a LEFT JOIN unnest($1::text[], $2::text[]) AS f (file, text) ON f.file = a.file
            """, [textArray(files.map(\.path)), textArray(files.map(\.text))], during: Step("comparing files with those applied"))
        for row in rows { shape.applied[row[0] ?? ""] = row[1] == "t" }
    }

    private func readDepartures(into shape: inout PublishedShape) throws(RunError) {
        guard try exists(script.departureTable) else { return }
        let rows = try connection.rows(
            "SELECT table_name, nullif(column_name, ''), until, is_end FROM \(script.departureTable) ORDER BY 1, 2",
            during: Step("reading which names may go"))
        shape.departures = rows.map { PublishedShape.Departure($0[0] ?? "", $0[1], until: $0[2] ?? "", isEnd: $0[3] == "t") }
    }
}

extension PublishedShape {
    fileprivate mutating func add(column row: [String?]) {
        let name = TableName(row)
        var table = tables[name] ?? TableShape(name, row[2] == "v" ? .view : .rows)
        if let column = row[3] { table.columns.append(ColumnShape(column, row[4] ?? "", isRequired: row[5] == "t")) }
        tables[name] = table
    }

    fileprivate mutating func add(constraint row: [String?]) {
        let name = TableName(row)
        let columns = list(row[4])
        if row[3] == "p" {
            tables[name]?.key = KeyShape(name: row[2] ?? "", columns: columns)
        } else {
            let target = TableName(Array(row[5...]))
            references.append(ForeignReference(row[2] ?? "", from: name, to: target))
            guard target.schema == name.schema else { return }
            let key = ForeignKey(columns: columns, table: target.name, references: list(row[7]))
            tables[name]?.foreignKeys.append(ForeignKeyShape(name: row[2] ?? "", key: key))
        }
    }
}

extension TableName {
    /// The first two values of a row.
    fileprivate init(_ row: [String?]) { self.init(row[0] ?? "", row[1] ?? "") }
}

/// Names that a query put together: no name holds the separator, which is no character that can be seen.
private func list(_ text: String?) -> [String] { (text ?? "").split(separator: "\u{1F}").map(String.init) }

private let columnsOfTables = """
    SELECT n.nspname, c.relname, c.relkind, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE n.nspname IN ($1, $2) AND c.relkind IN ('r', 'p', 'v')
    ORDER BY n.nspname, c.relname, a.attnum
    """

/// Keys of these tables, and foreign keys of whatever table to these.
private let constraintsOfTables = """
    SELECT n.nspname, c.relname, k.conname, k.contype,
           (SELECT string_agg(a.attname, chr(31) ORDER BY o.place) FROM unnest(k.conkey) WITH ORDINALITY AS o (number, place)
            JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = o.number),
           tn.nspname, t.relname,
           (SELECT string_agg(a.attname, chr(31) ORDER BY o.place) FROM unnest(k.confkey) WITH ORDINALITY AS o (number, place)
            JOIN pg_attribute AS a ON a.attrelid = k.confrelid AND a.attnum = o.number)
    FROM pg_constraint AS k
    JOIN pg_class AS c ON c.oid = k.conrelid
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    LEFT JOIN pg_class AS t ON t.oid = k.confrelid
    LEFT JOIN pg_namespace AS tn ON tn.oid = t.relnamespace
    WHERE k.contype = 'p' AND n.nspname IN ($1, $2) OR k.contype = 'f' AND tn.nspname IN ($1, $2)
    ORDER BY n.nspname, c.relname, k.conname
    """

/// Of columns alone, and of no constraint.
private let indexesOfTables = """
    SELECT n.nspname, c.relname, x.relname,
           (SELECT string_agg(a.attname, chr(31) ORDER BY o.place) FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS o (number, place)
            JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = o.number)
    FROM pg_index AS i
    JOIN pg_class AS x ON x.oid = i.indexrelid
    JOIN pg_class AS c ON c.oid = i.indrelid
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname IN ($1, $2) AND NOT i.indisunique AND i.indexprs IS NULL AND i.indpred IS NULL
    ORDER BY n.nspname, c.relname, x.relname
    """

/// Views of whatever schema, stored ones too, and the columns of these tables that they read.
private let readingsOfTables = """
    SELECT DISTINCT vn.nspname, v.relname, n.nspname, c.relname, a.attname
    FROM pg_depend AS d
    JOIN pg_rewrite AS r ON r.oid = d.objid
    JOIN pg_class AS v ON v.oid = r.ev_class
    JOIN pg_namespace AS vn ON vn.oid = v.relnamespace
    JOIN pg_class AS c ON c.oid = d.refobjid
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid AND d.refobjsubid > 0
    WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass AND v.oid <> c.oid
      AND n.nspname IN ($1, $2) AND v.relkind IN ('v', 'm')
    ORDER BY 1, 2, 3, 4, 5
    """
