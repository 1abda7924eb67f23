import ImpactPlan
import PostgresSQL

extension Target {
    /// The tables and views of both schemas as the catalog has them, by their names.
    func publishedState() throws(RunError) -> PublishedState {
        let schemas: [String?] = [script.schema, script.internalSchema]
        var relations: [PublishedState.Relation] = []
        for row in try connection.rows(relationsOfSchemas, schemas, during: .reading) {
            relations.append(
                PublishedState.Relation(row[0] ?? "", TableName(row[1] ?? "", row[2] ?? ""), query: row[3], comment: row[4] ?? ""))
        }
        var state = Parts(relations)
        for row in try connection.rows(columnsOfRelations, schemas, during: .reading) { state.add(column: row) }
        for row in try connection.rows(constraintsOfRelations, schemas, during: .reading) { state.add(constraint: row) }
        for row in try connection.rows(indexesOfRelations, schemas, during: .reading) { state.add(index: row) }
        for row in try connection.rows(rightsOnRelations, schemas, during: .reading) { state.add(right: row) }
        for row in try connection.rows(readingsOfViews, schemas, during: .reading) { state.add(reading: row) }
        return PublishedState(state.relations)
    }
}

extension Step {
    fileprivate static var reading: Step { Step("reading the catalog") }
}

/// Rows of the catalog, each put to its relation.
private struct Parts {
    var relations: [PublishedState.Relation]
    private let places: [String: Int]

    init(_ relations: [PublishedState.Relation]) {
        self.relations = relations
        places = Dictionary(relations.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    private mutating func change(_ row: [String?], _ change: (inout PublishedState.Relation) -> Void) {
        guard let place = row[0].flatMap({ places[$0] }) else { return }
        change(&relations[place])
    }

    mutating func add(column row: [String?]) {
        let column = PublishedState.Column(
            number(row[1]), row[2] ?? "", row[3] ?? "", isRequired: row[4] == "t", comment: row[5] ?? "")
        change(row) { $0.columns.append(column) }
    }

    mutating func add(constraint row: [String?]) {
        let constraint = PublishedState.Constraint(row[1] ?? "", row[2] ?? "", columns: numbers(row[3]), references: row[4])
        change(row) { $0.constraints.append(constraint) }
    }

    mutating func add(index row: [String?]) {
        let index = PublishedState.Index(row[1] ?? "", row[2] ?? "", columns: numbers(row[3]))
        change(row) { $0.indexes.append(index) }
    }

    mutating func add(right row: [String?]) {
        let right = PublishedState.Right(row[1], row[2] ?? "", isGrantable: row[3] == "t", column: row[4].flatMap { Int($0) })
        change(row) { $0.rights.append(right) }
    }

    mutating func add(reading row: [String?]) { change(row) { $0.reads.insert(row[1] ?? "") } }
}

private func number(_ text: String?) -> Int { text.flatMap { Int($0) } ?? 0 }

/// `1 3`
private func numbers(_ text: String?) -> Set<Int> { Set((text ?? "").split(separator: " ").compactMap { Int($0) }) }

private let relationsOfSchemas = """
    SELECT c.oid, n.nspname, c.relname, CASE WHEN c.relkind = 'v' THEN pg_get_viewdef(c.oid, true) END, obj_description(c.oid, 'pg_class')
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname IN ($1, $2) AND c.relkind IN ('r', 'v')
    ORDER BY n.nspname, c.relname
    """

private let columnsOfRelations = """
    SELECT c.oid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, col_description(c.oid, a.attnum)
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE n.nspname IN ($1, $2) AND c.relkind IN ('r', 'v')
    ORDER BY c.oid, a.attnum
    """

/// A key before what refers to one.
private let constraintsOfRelations = """
    SELECT k.conrelid, k.conname, pg_get_constraintdef(k.oid), array_to_string(k.conkey, ' '), nullif(k.confrelid, 0)
    FROM pg_constraint AS k
    JOIN pg_class AS c ON c.oid = k.conrelid
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname IN ($1, $2) AND k.contype IN ('p', 'u', 'c', 'x', 'f')
    ORDER BY k.contype <> 'p', k.conname
    """

private let indexesOfRelations = """
    SELECT i.indrelid, x.relname, pg_get_indexdef(x.oid), array_to_string(i.indkey::int2[], ' ')
    FROM pg_index AS i
    JOIN pg_class AS x ON x.oid = i.indexrelid
    JOIN pg_class AS c ON c.oid = i.indrelid
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname IN ($1, $2) AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conindid = x.oid AND k.conrelid = c.oid)
    ORDER BY x.relname
    """

/// Those of others than the owner, on tables and views and on their columns.
private let rightsOnRelations = """
    SELECT given.relation, r.rolname, given.privilege_type, given.is_grantable, given.number
    FROM (
        SELECT c.oid AS relation, NULL::int2 AS number, c.relnamespace, c.relowner, acl.*
        FROM pg_class AS c, aclexplode(c.relacl) AS acl
        WHERE c.relkind IN ('r', 'v')
        UNION ALL
        SELECT c.oid, a.attnum, c.relnamespace, c.relowner, acl.*
        FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND NOT a.attisdropped, aclexplode(a.attacl) AS acl
        WHERE c.relkind IN ('r', 'v')
    ) AS given
    JOIN pg_namespace AS n ON n.oid = given.relnamespace
    LEFT JOIN pg_roles AS r ON r.oid = given.grantee
    WHERE n.nspname IN ($1, $2) AND given.grantee <> given.relowner
    ORDER BY 1, 2, given.number NULLS FIRST, given.privilege_type DESC
    """

private let readingsOfViews = """
    SELECT DISTINCT v.oid, d.refobjid
    FROM pg_class AS v
    JOIN pg_namespace AS n ON n.oid = v.relnamespace
    JOIN pg_rewrite AS r ON r.ev_class = v.oid
    JOIN pg_depend AS d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> v.oid
    WHERE n.nspname IN ($1, $2) AND v.relkind = 'v'
    ORDER BY 1, 2
    """
