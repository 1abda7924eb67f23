import ImpactPlan

extension Target {
    /// Brings a published table to what was staged.
    func load(_ model: ModelScript) throws(RunError) -> LoadTotals {
        try analyze(script.staging(model))
        return try measured(model.load, "publishing `\(model.name)`")
    }

    /// Adds to a metric's history, from the tables as they are being published.
    func refresh(_ metric: MetricScript) throws(RunError) -> LoadTotals {
        let totals = try measured(metric.refresh, "computing `\(metric.name)`")
        try recordApplied(metric.refresh)
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
