import ImpactPlan

extension Target {
    /// Brings a published table to what was staged.
    ///
    /// - Returns: what changed, and the rules that are broken and only warn.
    func load(_ model: ModelScript) throws(RunError) -> (LoadTotals, [CheckFinding]) {
        try analyze(script.staging(model))
        let totals = try measured(model.load, "publishing `\(model.name)`")
        try verifyCount(of: model)
        return (totals, try verify(model))
    }

    /// Of two staged rows with one key the statements may find one published already, and put the other in its place.
    private func verifyCount(of model: ModelScript) throws(RunError) {
        let publishing = Step("publishing `\(model.name)`", model.load)
        let isEqual = try connection.isTrue(
            "SELECT (SELECT count(*) FROM \(script.staging(model))) = (SELECT count(*) FROM \(script.published(model.name)))",
            during: publishing)
        guard isEqual else { throw RunError(ServerError(sqlState: "21000"), on: .target, during: publishing) }
    }

    /// - Throws: `.data` where what was loaded must not be published.
    private func verify(_ model: ModelScript) throws(RunError) -> [CheckFinding] {
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
    func refresh(_ metric: MetricScript) throws(RunError) -> LoadTotals {
        guard metric.kind != .view else { return LoadTotals() }
        let totals = try measured(metric.refresh, "computing `\(metric.name)`")
        if metric.kind == .history { try recordApplied(metric.refresh) }
        return totals
    }

    /// Foreign keys may wait for the commit; here an error can still say where it comes from.
    func checkConstraints() throws(RunError) {
        try connection.execute("SET CONSTRAINTS ALL IMMEDIATE", during: Step("checking the keys between the tables"))
    }

    private func measured(_ file: ScriptFile, _ doing: String) throws(RunError) -> LoadTotals {
        let started = ContinuousClock.now
        var totals = LoadTotals()
        for outcome in try execute(file, doing) {
            switch outcome.verb {
            case "INSERT", "UPDATE", "MERGE": totals.written += outcome.rows
            case "DELETE": totals.deleted += outcome.rows
            default: break
            }
        }
        totals.seconds = started.secondsSince
        return totals
    }
}
