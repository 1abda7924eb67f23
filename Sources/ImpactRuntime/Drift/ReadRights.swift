import ImpactPlan

extension Connection {
    /// What a role may do in this database, whoever asks; nil where there is no such role.
    func rights(of role: String) throws(RunError) -> RoleRights? {
        let asking = Step("reading the rights of `\(role)`")
        guard let attributes = try rows(attributesOfARole, [role], during: asking).first else { return nil }
        var rights = RoleRights(role: role)
        rights.isSuperuser = attributes[0] == "t"
        // It may do everything, which needs no list.
        guard !rights.isSuperuser else { return rights }
        let names = [
            "BYPASSRLS", "CREATEROLE", "CREATEDB", "REPLICATION", "pg_read_server_files", "pg_write_server_files",
            "pg_execute_server_program",
        ]
        rights.attributes = zip(names, attributes.dropFirst()).filter { $0.1 == "t" }.map(\.0)
        rights.assumable = try rows(rolesToAssume, [role], during: asking).compactMap { $0[0] }
        for row in try rows(readableColumns, [role], during: asking) { rights.addReadable(row) }
        for row in try rows(relationsOfARole, [role], during: asking) {
            if row[2] == "t" { rights.writable.append(QualifiedName(row)) }
            if row[3] == "t" { rights.referenced.insert(QualifiedName(row)) }
        }
        for row in try rows(schemasOfARole, [role], during: asking) {
            if row[1] == "t" { rights.usable.insert(row[0] ?? "") }
            if row[2] == "t" { rights.creatable.append(row[0] ?? "") }
        }
        return rights
    }

    func currentRole() throws(RunError) -> String {
        try value("SELECT current_user", during: Step("asking which role it is")) ?? ""
    }
}

extension RoleRights {
    /// A row a column, those of one table in a row.
    fileprivate mutating func addReadable(_ row: [String?]) {
        let name = QualifiedName(row)
        if readable.last?.name != name {
            readable.append(ReadableTable(name: name, columns: [], via: (row[3] ?? "").split(separator: "\u{1F}").map(String.init)))
        }
        readable[readable.count - 1].columns.append(row[2] ?? "")
    }
}

private let attributesOfARole = """
    SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, pg_has_role(oid, 'pg_read_server_files', 'MEMBER'),
           pg_has_role(oid, 'pg_write_server_files', 'MEMBER'), pg_has_role(oid, 'pg_execute_server_program', 'MEMBER')
    FROM pg_roles WHERE rolname = $1
    """

private let rolesToAssume = """
    SELECT rolname FROM pg_roles
    WHERE pg_has_role($1::name, oid, 'MEMBER') AND NOT pg_has_role($1::name, oid, 'USAGE') ORDER BY rolname
    """

/// What PostgreSQL keeps for itself is left out.
private let ofUsers = """
    n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%' AND n.nspname NOT LIKE 'pg\\_temp\\_%'
    """

/// With those by whom it may: itself, roles it is a member of, everybody, or as the owner.
private let readableColumns = """
    SELECT n.nspname, c.relname, a.attname,
           (SELECT string_agg(DISTINCT CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(g.grantee)::text END, chr(31))
            FROM (
                SELECT grantee, privilege_type FROM aclexplode(coalesce(c.relacl, acldefault('r', c.relowner)))
                UNION ALL
                SELECT b.grantee, b.privilege_type
                FROM pg_attribute AS o CROSS JOIN LATERAL aclexplode(o.attacl) AS b
                WHERE o.attrelid = c.oid AND o.attacl IS NOT NULL
            ) AS g
            WHERE g.privilege_type = 'SELECT' AND (g.grantee = 0 OR pg_has_role($1::name, g.grantee, 'USAGE')))
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND \(ofUsers)
      AND has_schema_privilege($1::name, n.oid, 'USAGE') AND has_column_privilege($1::name, c.oid, a.attnum, 'SELECT')
    ORDER BY n.nspname, c.relname, a.attnum
    """

private let relationsOfARole = """
    SELECT n.nspname, c.relname,
           has_table_privilege($1::name, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege($1::name, c.oid, 'INSERT, UPDATE'),
           has_table_privilege($1::name, c.oid, 'REFERENCES')
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND \(ofUsers) AND has_schema_privilege($1::name, n.oid, 'USAGE')
    ORDER BY n.nspname, c.relname
    """

private let schemasOfARole = """
    SELECT n.nspname, has_schema_privilege($1::name, n.oid, 'USAGE'), has_schema_privilege($1::name, n.oid, 'CREATE')
    FROM pg_namespace AS n WHERE \(ofUsers)
    UNION ALL
    SELECT 'the database', false, has_database_privilege($1::name, current_database(), 'CREATE')
    ORDER BY 1
    """
