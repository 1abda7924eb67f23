import ImpactPlan

extension Target {
    /// Turns what was staged into what readers see, up to the commit.
    ///
    /// - Returns: what to tell once it is committed, and not before: it may still come to nothing.
    func publish(_ totals: inout RunTotals, asOf: String) throws(RunError) -> [RunEvent] {
        var events = try prepareTables()
        let loaded = try loadModels()
        let refreshed = try refreshMetrics()
        try checkConstraints()
        for model in script.models { try dropStaging(for: model) }
        for (model, load) in loaded {
            totals.add(load)
            events.append(.published(model: model.name, load))
        }
        for (metric, load) in refreshed {
            totals.add(load)
            events.append(.refreshed(metric: metric.name, load))
        }
        events += try grantRights()
        try recordRun(totals, asOf: asOf)
        return events
    }

    private func loadModels() throws(RunError) -> [(ModelScript, LoadTotals)] {
        var loaded: [(ModelScript, LoadTotals)] = []
        for model in script.models {
            let load = try load(model)
            // At once, since the metrics are computed from it.
            if load.isChange { try analyze(script.published(model.name)) }
            loaded.append((model, load))
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
