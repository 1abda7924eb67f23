import ImpactPlan

extension Target {
    /// Brings the rows of the affected keys to what was staged of them. What it takes is in proportion to them: the rows of the
    /// table are not counted, but known from the last publication.
    func load(_ staged: StagedModel, _ ranges: RangeScript) throws(RunError) -> TableRecord {
        let model = staged.model
        let affected = model.affected(ranges)
        let step = Step("publishing `\(model.name)`", ranges.load)
        var record = TableRecord(name: model.name, text: model.select.text, copied: staged.copied)
        let started = ContinuousClock.now
        if let kept = model.kept { try dropOtherwiseShaped(kept) }
        for table in [affected, model] { try analyze(script.staging(table)) }
        try preferIndexes(true, during: step)
        let inserted = try execute(ranges.load, step.doing).filter { $0.verb == "INSERT" }.map(\.rows)
        try preferIndexes(false, during: step)
        try verifyKeys(of: staged, during: step)
        try dropStaging(for: affected)
        guard inserted.count == 2 else { throw RunError(.defect, on: .target, "target, \(step.doing): the rows were not counted") }
        let (kept, written) = (inserted[0], inserted[1])
        record.rows = staged.published.rows.map { $0 + written - kept }
        record.load = LoadTotals(
            written: written, deleted: max(0, kept - written), unchanged: (record.rows ?? written) - written, kept: kept,
            seconds: started.secondsSince)
        return record
    }

    /// A few rows of a large table are found by their keys: where pages cost four times as much out of order as in order, which is what PostgreSQL
    /// expects of disks that turn, it reads all of the table for one row in sixty.
    private func preferIndexes(_ isPreferred: Bool, during step: Step) throws(RunError) {
        let cost = isPreferred ? "least(current_setting('random_page_cost')::double precision, 1.1)::text" : "NULL"
        _ = try connection.rows("SELECT set_config('random_page_cost', \(cost), true)", during: step)
    }

    /// Of two staged rows with one key, one may be published already, and the other be left out.
    private func verifyKeys(of staged: StagedModel, during step: Step) throws(RunError) {
        guard staged.copied.rows > 1, let key = staged.model.kept?.key, !key.isEmpty else { return }
        let table = script.staging(staged.model)
        let areDistinct = try connection.isTrue(
            """
            SELECT count(*) = (SELECT count(*) FROM (SELECT DISTINCT \(key.map { quoted($0) }.joined(separator: ", ")) FROM \(table)) AS keys)
            FROM \(table)
            """, during: step)
        guard areDistinct else { throw RunError(ServerError(sqlState: "21000"), on: .target, during: step) }
    }
}
