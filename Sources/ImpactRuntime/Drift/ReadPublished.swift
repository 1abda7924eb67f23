import ImpactPlan

extension Target {
    /// Keys, links, comments and what else a hand may have changed of the published tables.
    func readShapes(into found: inout TargetCatalog) throws(RunError) {
        let asking = Step("reading the published tables")
        for row in try connection.rows(shapes, [script.schema], during: asking) {
            guard let name = row[0], found.tables[name] != nil else { continue }
            found.tables[name]?.isView = row[1] == "v" || row[1] == "m"
            found.tables[name]?.hasRowSecurity = row[2] == "t"
            found.tables[name]?.key = names(row[3])
            found.tables[name]?.required = Set(names(row[4]))
            found.tables[name]?.triggers = names(row[5])
        }
        for row in try connection.rows(references, [script.schema], during: asking) {
            found.tables[row[0] ?? ""]?.references.insert(ExpectedReference(columns: names(row[1]), table: row[2] ?? ""))
        }
        for row in try connection.rows(comments, [script.schema], during: asking) {
            found.tables[row[0] ?? ""]?.comments[row[1] ?? ""] = row[2]
        }
    }

    private func names(_ list: String?) -> [String] { (list ?? "").split(separator: "\u{1F}").map(String.init) }

    /// PostgreSQL keeps a view's meaning and not its text: the same SELECT is made a view of this session, and both are written out. That
    /// transaction is rolled back, and takes no lock that a reader would meet.
    func compareViews(in found: inout TargetCatalog) throws(RunError) {
        for (name, expected) in script.expectations.published.sorted(by: { $0.key < $1.key }) {
            guard let select = expected.definition, found.tables[name]?.isView == true else { continue }
            let asking = Step("comparing `\(name)`")
            do {
                let answers = try connection.results(
                    """
                    BEGIN;
                    CREATE TEMPORARY VIEW expected AS
                    \(select);
                    SELECT pg_get_viewdef('pg_temp.expected'::regclass) = pg_get_viewdef('\(script.published(name).replacing("'", with: "''"))'::regclass);
                    ROLLBACK
                    """, during: asking)
                found.tables[name]?.isOtherQuery = answers.contains([["f"]])
            } catch {
                // Where it cannot be made (a table of it is not there yet, or no right to), nothing is known.
                try connection.execute("ROLLBACK", during: asking)
            }
        }
    }
}

/// Of triggers and rules, those that are not PostgreSQL's own.
private let shapes = """
    SELECT c.relname, c.relkind, c.relrowsecurity,
           (SELECT string_agg(a.attname, chr(31) ORDER BY array_position(k.conkey, a.attnum))
            FROM pg_constraint AS k JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = ANY (k.conkey)
            WHERE k.conrelid = c.oid AND k.contype = 'p'),
           (SELECT string_agg(a.attname, chr(31)) FROM pg_attribute AS a
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull),
           (SELECT string_agg(name, chr(31) ORDER BY name) FROM (
                SELECT t.tgname FROM pg_trigger AS t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal
                UNION ALL
                SELECT r.rulename FROM pg_rewrite AS r WHERE r.ev_class = c.oid AND r.rulename <> '_RETURN'
            ) AS added (name))
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
    """

private let references = """
    SELECT c.relname,
           (SELECT string_agg(a.attname, chr(31) ORDER BY array_position(k.conkey, a.attnum))
            FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.attnum = ANY (k.conkey)),
           f.relname
    FROM pg_constraint AS k
    JOIN pg_class AS c ON c.oid = k.conrelid
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_class AS f ON f.oid = k.confrelid AND f.relnamespace = n.oid
    WHERE n.nspname = $1 AND k.contype = 'f' AND k.convalidated
    """

private let comments = """
    SELECT c.relname, coalesce(a.attname, ''), d.description
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_description AS d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid
    LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0
    WHERE n.nspname = $1
    """
