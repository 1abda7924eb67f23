import ImpactPlan

extension Target {
    /// The catalog's word on what is published, and on who may see what.
    func catalog() throws(RunError) -> TargetCatalog {
        let asking = Step("reading the catalog")
        var found = TargetCatalog()
        found.runner = try connection.currentRole()
        found.mayCreateSchemas = try connection.isTrue(
            "SELECT has_database_privilege(current_database(), 'CREATE')", during: asking)
        found.published = try state(of: script.schema)
        found.staging = try state(of: script.internalSchema)
        for row in try connection.rows(publishedColumns, [script.schema], during: asking) {
            guard let name = row[0] else { continue }
            found.tables[name, default: TargetCatalog.Table(columns: [], isOwned: row[3] == "t")]
                .columns.append(ScriptColumn(name: row[1] ?? "", type: row[2] ?? ""))
        }
        try readShapes(into: &found)
        try compareViews(in: &found)
        let metabases = try connection.rows(metabaseSchemas, during: asking)
        found.metabaseSchemas = Set(metabases.compactMap { $0[0] })
        try readApplied(into: &found)
        for reader in script.rights { found.readers[reader.role] = .some(try connection.rights(of: reader.role)) }
        for role in Set(found.readers.values.compactMap { $0 }.flatMap(\.assumable)) {
            found.assumed[role] = try connection.rights(of: role)
        }
        return found
    }

    private func state(of schema: String) throws(RunError) -> TargetCatalog.Schema {
        let row = try connection.rows(
            "SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = $1", [schema],
            during: Step("looking for the schemas")
        ).first
        return TargetCatalog.Schema(exists: row != nil, isOwned: row?[0] == "t")
    }

    /// Which files of this compilation were executed as they are, where this role may know.
    private func readApplied(into found: inout TargetCatalog) throws(RunError) {
        let asking = Step("comparing files with those applied")
        let mayRead = try connection.isTrue(
            "SELECT coalesce(has_schema_privilege(to_regnamespace($1), 'USAGE') AND has_table_privilege(to_regclass($2), 'SELECT'), false)",
            [quoted(script.internalSchema), script.appliedTable], during: asking)
        guard mayRead else { return }
        let files = script.models.map(\.table) + script.computed.map { $0.table ?? $0.refresh }
        let rows = try connection.rows(
            """
            SELECT a.file, a.digest = encode(sha256(convert_to(f.text, 'UTF8')), 'hex')
            FROM \(script.appliedTable) AS a LEFT JOIN unnest($1::text[], $2::text[]) AS f (file, text) ON f.file = a.file
            """, [textArray(files.map(\.path)), textArray(files.map(\.text))], during: asking)
        found.applied = Set(rows.filter { $0[1] == "t" }.compactMap { $0[0] })
        found.known = Set(rows.compactMap { $0[0].flatMap(publishedName) })
    }
}

/// `companies` of `metabase/tables/companies.sql`
private func publishedName(of path: String) -> String? {
    path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) }
}

private let publishedColumns = """
    SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), pg_has_role(c.relowner, 'USAGE')
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
    ORDER BY c.relname, a.attnum
    """

private let metabaseSchemas = """
    SELECT n.nspname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relname IN ('core_user', 'core_session', 'metabase_database')
    GROUP BY n.nspname HAVING count(*) = 3
    """
