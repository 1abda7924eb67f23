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
        let inserted = try execute(ranges.load, step.doing).filter { $0.verb == "INSERT" }.map(\.rows)
        try verifyCount(of: staged, ranges, during: step)
        try dropStaging(for: affected)
        guard inserted.count == 2 else { throw RunError(.defect, on: .target, "target, \(step.doing): the rows were not counted") }
        let (kept, written) = (inserted[0], inserted[1])
        record.rows = staged.published.rows.map { $0 + written - kept }
        record.load = LoadTotals(
            written: written, deleted: max(0, kept - written), unchanged: (record.rows ?? written) - written, kept: kept,
            seconds: started.secondsSince)
        return record
    }

    /// Of two staged rows with one key, one may be published already, and the other be left out.
    private func verifyCount(of staged: StagedModel, _ ranges: RangeScript, during step: Step) throws(RunError) {
        guard staged.copied.rows > 1 else { return }
        let model = staged.model
        let key = quoted(ranges.key.name)
        let isEqual = try connection.isTrue(
            """
            SELECT (SELECT count(*) FROM \(script.staging(model))) = (
                SELECT count(*) FROM \(script.published(model.name)) AS published
                WHERE EXISTS (
                    SELECT FROM \(script.staging(model.affected(ranges))) AS affected WHERE affected.\(key) = published.\(key)))
            """, during: step)
        guard isEqual else { throw RunError(ServerError(sqlState: "21000"), on: .target, during: step) }
    }
}
