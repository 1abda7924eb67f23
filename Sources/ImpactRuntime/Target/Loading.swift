import ImpactPlan

extension Target {
    /// Brings a published table to what was staged.
    func load(_ model: ModelScript) throws(RunError) -> LoadTotals {
        try analyze(script.staging(model))
        let totals = try measured(model.load, "publishing `\(model.name)`")
        try verifyCount(of: model)
        if let check = model.check { try verify(check, of: model) }
        return totals
    }

    /// Of two staged rows with one key the statements may find one published already, and put the other in its place.
    private func verifyCount(of model: ModelScript) throws(RunError) {
        let publishing = Step("publishing `\(model.name)`", model.load)
        let isEqual = try connection.isTrue(
            "SELECT (SELECT count(*) FROM \(script.staging(model))) = (SELECT count(*) FROM \(script.published(model.name)))",
            during: publishing)
        guard isEqual else { throw RunError(ServerError(sqlState: "21000"), on: .target, during: publishing) }
    }

    /// Each row the check gives is one that must not be published.
    private func verify(_ check: ScriptFile, of model: ModelScript) throws(RunError) {
        let found = try execute(check, "checking `\(model.name)`").reduce(0) { $0 + $1.rows }
        guard found == 0 else {
            throw RunError(
                .data, on: .target,
                "target, checking `\(model.name)` (generated/\(check.path)): \(found) class\(found == 1 ? "" : "es") too small to publish",
                help: "the SELECT should have left them out: was the staged data changed on its way?")
        }
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
