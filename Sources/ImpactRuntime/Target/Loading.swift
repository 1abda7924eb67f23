import ImpactPlan

extension Target {
    /// Brings a published table to what was staged.
    ///
    /// - Returns: what changed, and the rules that are broken and only warn.
    func load(_ staged: StagedModel) throws(RunError) -> (TableRecord, [CheckFinding]) {
        let (model, copied) = (staged.model, staged.copied)
        // Nothing was staged of it.
        if staged.reading.isUpToDate {
            let record = TableRecord(name: model.name, text: model.select.text, copied: copied)
            return (try keep(model.kept, staged.published, record), try verify(model))
        }
        if let ranges = staged.ranges { return (try load(staged, ranges), try verify(model)) }
        // Of few rows every plan is good, and statistics take longer than the load.
        if copied.rows > Self.fewRows { try analyze(script.staging(model)) }
        var record = try execute(
            model.load, "publishing `\(model.name)`", model.kept, TableRecord(name: model.name, text: model.select.text, copied: copied))
        // Of two staged rows with one key, the statements may find one published already.
        guard model.kept == nil || record.rows == copied.rows else {
            throw RunError(ServerError(sqlState: "21000"), on: .target, during: Step("publishing `\(model.name)`", model.load))
        }
        record.rows = copied.rows
        return (record, try verify(model))
    }

    private static var fewRows: Int { 10_000 }

    /// - Throws: `.data` where what was loaded must not be published.
    func verify(_ model: ModelScript) throws(RunError) -> [CheckFinding] {
        guard let check = model.check else { return [] }
        let step = Step("checking `\(model.name)`", check)
        let findings = try connection.findings(of: check, during: step)
        let stops = findings.filter { $0.severity != .warning }
        guard let first = stops.first else { return findings }
        let classes = stops.count { $0.severity == .smallClass }
        guard classes == 0 else {
            throw RunError(
                .data, on: .target,
                "target, checking `\(model.name)` (generated/\(check.path)): \(classes) class\(classes == 1 ? "" : "es") too small to publish",
                help: "the SELECT should have left them out: was the staged data changed on its way?")
        }
        let others = stops.count == 1 ? "" : "; and \(stops.count - 1) more"
        throw RunError(
            .data, on: .target, "target, checking `\(model.name)` (generated/\(check.path)): \(first)\(others)",
            help: "nothing was published; the rule is a `@check` of the model")
    }

    /// Computes a metric from the tables as they are being published. A view is what it was made.
    func refresh(_ metric: MetricScript) throws(RunError) -> TableRecord {
        let record = TableRecord(name: metric.name, text: metric.refresh.text)
        guard metric.kind != .view else { return record }
        let refreshed = try execute(metric.refresh, "computing `\(metric.name)`", metric.kept, record)
        if metric.kind == .history { try recordApplied(metric.refresh) }
        return refreshed
    }

    /// Foreign keys may wait for the commit; here an error can still say where it comes from.
    func checkConstraints() throws(RunError) {
        try connection.execute("SET CONSTRAINTS ALL IMMEDIATE", during: Step("checking the keys between the tables"))
    }

    private func execute(
        _ file: ScriptFile, _ doing: String, _ kept: KeptTable?, _ record: TableRecord
    ) throws(RunError) -> TableRecord {
        let started = ContinuousClock.now
        if let kept { try dropOtherwiseShaped(kept) }
        let inserted = try execute(file, doing).filter { $0.verb == "INSERT" }.map(\.rows)
        var record = record
        record.load = LoadTotals()
        if let rows = record.copied?.rows, inserted == [0, rows] {
            // No row of it was there before: the table is what was inserted, and is not read to be counted.
            (record.rows, record.load) = (rows, LoadTotals(written: rows))
        } else if let kept {
            try count(kept, into: &record, during: Step(doing, file))
        }
        record.load?.seconds = started.secondsSince
        return record
    }
}
