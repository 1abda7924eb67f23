import ImpactPlan

/// When each table was published, as a reader of the published schema reads it: nothing else is looked at.
///
/// - Returns: nil where nothing is published.
package func freshness(_ query: FreshnessQuery, on url: String) throws(RunError) -> [Freshness]? {
    let connection = try Connection.open(.target, url)
    try connection.execute(
        "SET search_path = pg_catalog; SET client_min_messages = error; SET default_transaction_read_only = on",
        during: Step("setting up the session"))
    let step = Step("reading how fresh the tables are")
    guard try connection.isTrue("SELECT to_regclass($1) IS NOT NULL", [quoted(query.table.schema, query.table.name)], during: step) else {
        return nil
    }
    return try connection.rows(query.sql, during: step).map { row in
        Freshness(table: row[0] ?? "", synchronizedAt: row[1] ?? "", dataAsOf: row[2], restoredAt: row[3])
    }
}
