import ImpactPlan

/// The rows that a publication replaces, which a rollback puts back.
extension Target {
    /// A table that was altered, or made anew, has other columns than the rows that were kept of it.
    func dropOtherwiseShaped(_ kept: KeptTable) throws(RunError) {
        let step = Step("looking for the previous rows of `\(kept.table)`")
        let isLike = try connection.isTrue(
            """
            SELECT coalesce(array_agg((attname, atttypid, atttypmod)::text ORDER BY attnum) FILTER (WHERE attrelid = to_regclass($1))
                = array_agg((attname, atttypid, atttypmod)::text ORDER BY attnum) FILTER (WHERE attrelid = to_regclass($2)), false)
            FROM pg_attribute
            WHERE attrelid IN (to_regclass($1), to_regclass($2)) AND attnum > 0 AND NOT attisdropped
            """, [kept.qualified, kept.qualifiedPrevious], during: step)
        if !isLike { try dropPrevious(kept.table) }
    }

    func dropPrevious(_ table: String) throws(RunError) {
        try connection.execute(
            "DROP TABLE IF EXISTS \(script.internalTable(KeptTable.previous(of: table)))",
            during: Step("dropping the previous rows of `\(table)`"))
    }

    /// Of a table that is kept whole, or that was not there.
    ///
    /// - Returns: the names of these.
    func forgetReplaced(_ former: FormerPublication) throws(RunError) -> Set<String> {
        let whole = Set(former.tables.map(\.table))
        var names: Set<String> = []
        for (name, kept) in script.keptTables where !former.holds(kept) || whole.contains(kept.name) {
            try dropPrevious(kept.table)
            names.insert(name)
        }
        return names
    }

    /// Counts by what a rollback goes by: the transaction that wrote a row, and the rows that were kept.
    func count(_ kept: KeptTable, into record: inout TableRecord, during step: Step) throws(RunError) {
        let withheld = kept.hiding.map { "count(*) FILTER (WHERE \(quoted($0)) IS NOT NULL)" } ?? "NULL"
        let same =
            kept.key.isEmpty ? "false" : kept.key.map { "published.\(quoted($0)) = previous.\(quoted($0))" }.joined(separator: " AND ")
        let row =
            try connection.rows(
                """
                SELECT count(*), count(*) FILTER (WHERE xmin = pg_current_xact_id()::xid), \(withheld),
                       (SELECT count(*) FROM \(kept.qualifiedPrevious)),
                       (SELECT count(*) FROM \(kept.qualifiedPrevious) AS previous
                        WHERE EXISTS (SELECT FROM \(kept.qualified) AS published WHERE \(same)))
                FROM \(kept.qualified)
                """, during: step
            ).first ?? []
        let numbers = row.map { $0.flatMap { Int($0) } }
        guard numbers.count == 5, let rows = numbers[0], let written = numbers[1], let previous = numbers[3], let changed = numbers[4]
        else {
            throw RunError(.defect, on: .target, "target, \(step.doing): the rows were not counted")
        }
        // What readers see through views has no rows of its own.
        record.rows = kept.hiding == nil ? rows : nil
        record.withheld = numbers[2]
        record.load = LoadTotals(written: written, deleted: previous - changed, unchanged: rows - written, kept: previous)
    }
}
