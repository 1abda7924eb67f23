import ImpactRuntime
import ImpactTestSupport

/// All that readers may notice, byte for byte, and what stands behind it: the order of columns, types, keys, comments, views, rights
/// and rows. But for the states of hidden cells, which say what readers have ever seen.
func picture(_ url: String) throws -> [String] {
    let relations = try query(url, "SELECT c.oid::regclass, c.relname FROM \(ours) ORDER BY 1")
    let rows = try relations.filter { $0[1] != "synchronisation" && $0[1]?.hasSuffix("_states") != true }.flatMap { relation in
        try query(url, "SELECT '\(relation[0] ?? "")', t::text FROM \(relation[0] ?? "") AS t\(relation[1] == "applied" ? made : "")")
    }
    return try (query(url, catalog) + rows + query(url, freshness)).map { $0.map { $0 ?? "∅" }.joined(separator: " ") }.sorted()
}

/// The second file of a history is noted for being there, whatever is in it.
private let made =
    " WHERE NOT EXISTS (SELECT FROM impact_internal.applied AS a WHERE t.file = replace(a.file, 'tables', 'metrics') AND t.file <> a.file)"

/// But for the moment when it was put back.
private let freshness = "SELECT to_jsonb(s) - 'retablie_le' FROM impact.synchronisation AS s ORDER BY 1"

private let ours = """
    pg_class AS c WHERE c.relnamespace IN (to_regnamespace('impact'), to_regnamespace('impact_internal')) AND c.relkind IN ('r', 'v')
      AND c.relname NOT IN ('run', 'run_model', 'refresh', 'known_block', 'known_range', 'former', 'undo') AND c.relname NOT LIKE '%\\_previous'
      AND c.relname NOT LIKE '%\\_former'
    """

private let catalog = """
    SELECT 'relation', c.oid::regclass::text, c.relkind::text, obj_description(c.oid, 'pg_class'), pg_get_viewdef(c.oid), c.relowner::regrole::text
    FROM \(ours)
    UNION ALL
    SELECT 'column', a.attrelid::regclass::text, (row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum))::text, a.attname,
           format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END, col_description(a.attrelid, a.attnum)
    FROM pg_attribute AS a WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attrelid IN (SELECT c.oid FROM \(ours))
    UNION ALL
    SELECT 'key', k.conrelid::regclass::text, k.conname, pg_get_constraintdef(k.oid), k.condeferrable::text, k.convalidated::text
    FROM pg_constraint AS k WHERE k.contype <> 'n' AND k.conrelid IN (SELECT c.oid FROM \(ours))
    UNION ALL
    SELECT 'index', i.indrelid::regclass::text, pg_get_indexdef(i.indexrelid), NULL, NULL, NULL
    FROM pg_index AS i WHERE i.indrelid IN (SELECT c.oid FROM \(ours))
    UNION ALL
    SELECT 'right', c.oid::regclass::text, acl.grantee::regrole::text, acl.privilege_type, acl.is_grantable::text, NULL
    FROM (SELECT * FROM \(ours)) AS c, aclexplode(c.relacl) AS acl WHERE acl.grantee <> c.relowner
    UNION ALL
    SELECT 'right', a.attrelid::regclass::text, acl.grantee::regrole::text, acl.privilege_type, a.attname, acl.is_grantable::text
    FROM pg_attribute AS a, aclexplode(a.attacl) AS acl WHERE NOT a.attisdropped AND a.attrelid IN (SELECT c.oid FROM \(ours))
    ORDER BY 1, 2, 3, 4, 5, 6
    """
