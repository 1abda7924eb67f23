import ImpactPlan

extension Target {
    /// Turns what was staged into what readers see, up to the commit.
    ///
    /// - Returns: what to tell once it is committed, and not before: it may still come to nothing.
    func publish(_ totals: inout RunTotals, _ request: RunRequest) throws(RunError) -> [RunEvent] {
        // Once more: the copy took its time, and others may have changed tables.
        let migration = try migration(for: request)
        var events = try exclusively { () throws(RunError) in try prepareTables(migration) }
        let loaded = try loadModels()
        let refreshed = try refreshMetrics()
        try checkConstraints()
        try finish(migration)
        for model in script.models { try dropStaging(for: model) }
        for (model, load, findings) in loaded {
            totals.add(load)
            events.append(.published(model: model.name, load))
            events += findings.map { .warned(model: model.name, $0) }
        }
        for (metric, load) in refreshed {
            totals.add(load)
            events.append(.refreshed(metric: metric.name, load))
        }
        events += try grantRights()
        try recordRun(totals, asOf: request.asOf)
        return events
    }

    private func loadModels() throws(RunError) -> [(ModelScript, LoadTotals, [CheckFinding])] {
        var loaded: [(ModelScript, LoadTotals, [CheckFinding])] = []
        for model in script.models {
            let (load, findings) = try load(model)
            // At once, since the metrics are computed from it.
            if load.isChange { try analyze(script.published(model.name)) }
            loaded.append((model, load, findings))
        }
        return loaded
    }

    private func refreshMetrics() throws(RunError) -> [(MetricScript, LoadTotals)] {
        var refreshed: [(MetricScript, LoadTotals)] = []
        for metric in script.metrics where metric.kind != .view {
            let load = try refresh(metric)
            if load.isChange { try analyze(script.published(metric.name)) }
            refreshed.append((metric, load))
        }
        return refreshed
    }
}
