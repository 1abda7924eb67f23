import ImpactPlan

extension Connection {
    /// What a role may do in this database, whoever asks; nil where there is no such role.
    func rights(of role: String) throws(RunError) -> RoleRights? {
        let asking = Step("reading the rights of `\(role)`")
        guard let attributes = try rows(attributesOfARole, [role], during: asking).first else { return nil }
        var rights = RoleRights(role: role)
        rights.superuser = attributes[0]
        // It may do everything, which needs no list.
        guard rights.superuser == nil else { return rights }
        rights.attributes = zip(["BYPASSRLS", "CREATEROLE", "CREATEDB", "REPLICATION"], attributes.dropFirst()).filter { $0.1 == "t" }.map(
            \.0)
        rights.attributes += try rows(predefinedRoles, [role], during: asking).compactMap { $0[0] }
        rights.assumable = try rows(rolesToAssume, [role], during: asking).compactMap { $0[0] }
        rights.owned = try rows(ownedByARole, [role], during: asking).compactMap { $0[0] }
        rights.promised = try rows(defaultPrivileges, [role], during: asking).compactMap { $0[0] }
        for row in try rows(filteredTables, [role], during: asking) {
            rights.filtered[QualifiedName(row)] = (row[2] ?? "").split(separator: "\u{1F}").map(String.init)
        }
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
        guard row[2] != "xmin" else { return _ = stamped.insert(name) }
        if readable.last?.name != name {
            readable.append(ReadableTable(name: name, columns: [], via: (row[3] ?? "").split(separator: "\u{1F}").map(String.init)))
        }
        readable[readable.count - 1].columns.append(row[2] ?? "")
    }
}

/// Whether it may become a role (`SET ROLE`), and thus what is not inherited: from 16 on a membership may forbid that.
private func mayBecome(_ other: String) -> String {
    "pg_has_role($1::name, \(other), CASE WHEN current_setting('server_version_num')::int < 160000 THEN 'MEMBER' ELSE 'SET' END)"
}

/// The superuser that it is or may become first, itself before others.
private let attributesOfARole = """
    SELECT (SELECT s.rolname FROM pg_roles AS s WHERE s.rolsuper AND (s.oid = r.oid OR \(mayBecome("s.oid")))
            ORDER BY s.oid <> r.oid, s.rolname LIMIT 1),
           bool_or(o.rolbypassrls), bool_or(o.rolcreaterole), bool_or(o.rolcreatedb), bool_or(o.rolreplication)
    FROM pg_roles AS r JOIN pg_roles AS o ON o.oid = r.oid OR \(mayBecome("o.oid"))
    WHERE r.rolname = $1 GROUP BY r.oid
    """

/// `pg_read_all_data`, `pg_execute_server_program`, …: those that PostgreSQL itself made.
private let predefinedRoles = """
    SELECT rolname FROM pg_roles WHERE rolname LIKE 'pg\\_%' AND pg_has_role($1::name, oid, 'MEMBER') ORDER BY rolname
    """

private let rolesToAssume = """
    SELECT rolname FROM pg_roles
    WHERE rolname NOT LIKE 'pg\\_%' AND \(mayBecome("oid")) AND NOT pg_has_role($1::name, oid, 'USAGE') ORDER BY rolname
    """

/// An owner grants itself what it has not.
private let ownedByARole = """
    SELECT 'the database' FROM pg_database WHERE datname = current_database() AND pg_has_role($1::name, datdba, 'USAGE')
    UNION ALL
    (SELECT n.nspname FROM pg_namespace AS n WHERE \(ofUsers) AND pg_has_role($1::name, n.nspowner, 'USAGE') ORDER BY n.nspname)
    """

/// Tables that are not made yet, and that it will read.
private let defaultPrivileges = """
    SELECT DISTINCT pg_get_userbyid(d.defaclrole) || coalesce(' in ' || n.nspname, '')
    FROM pg_default_acl AS d LEFT JOIN pg_namespace AS n ON n.oid = d.defaclnamespace
    CROSS JOIN LATERAL aclexplode(d.defaclacl) AS g
    WHERE d.defaclobjtype = 'r' AND g.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
      AND g.grantee <> d.defaclrole AND (g.grantee = 0 OR pg_has_role($1::name, g.grantee, 'USAGE'))
    ORDER BY 1
    """

/// Tables of which row security may keep rows from it, with its policies: all but those where one for it shows every row, and none that
/// restricts is about it.
private let filteredTables = """
    SELECT n.nspname, c.relname, string_agg(p.polname, chr(31) ORDER BY p.polname)
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    LEFT JOIN pg_policy AS p ON p.polrelid = c.oid AND p.polcmd IN ('r', '*')
        AND (0 = ANY (p.polroles) OR EXISTS (SELECT FROM unnest(p.polroles) AS r WHERE r <> 0 AND pg_has_role($1::name, r, 'USAGE')))
    WHERE c.relrowsecurity AND (c.relforcerowsecurity OR NOT pg_has_role($1::name, c.relowner, 'USAGE'))
      AND NOT (SELECT rolbypassrls FROM pg_roles WHERE rolname = $1)
    GROUP BY n.nspname, c.relname
    HAVING NOT coalesce(bool_or(p.polpermissive AND pg_get_expr(p.polqual, p.polrelid) = 'true'), false)
        OR coalesce(bool_or(NOT p.polpermissive AND pg_get_expr(p.polqual, p.polrelid) <> 'true'), false)
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
                SELECT oid AS grantee, 'SELECT' AS privilege_type FROM pg_roles WHERE rolname = 'pg_read_all_data'
                UNION ALL
                SELECT grantee, privilege_type FROM aclexplode(coalesce(c.relacl, acldefault('r', c.relowner)))
                UNION ALL
                SELECT b.grantee, b.privilege_type
                FROM pg_attribute AS o CROSS JOIN LATERAL aclexplode(o.attacl) AS b
                WHERE o.attrelid = c.oid AND o.attacl IS NOT NULL
            ) AS g
            WHERE g.privilege_type = 'SELECT' AND (g.grantee = 0 OR pg_has_role($1::name, g.grantee, 'USAGE')))
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND (a.attnum > 0 OR a.attname = 'xmin') AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND \(ofUsers)
      AND has_schema_privilege($1::name, n.oid, 'USAGE') AND has_column_privilege($1::name, c.oid, a.attnum, 'SELECT')
    ORDER BY n.nspname, c.relname, a.attnum
    """

private let relationsOfARole = """
    SELECT n.nspname, c.relname,
           pg_has_role($1::name, c.relowner, 'USAGE')
               OR has_table_privilege($1::name, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER') OR has_any_column_privilege($1::name, c.oid, 'INSERT, UPDATE'),
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
