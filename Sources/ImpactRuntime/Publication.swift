import ImpactPlan

extension Target {
    /// Turns what was staged into what readers see, up to the commit.
    ///
    /// - Parameter copied: what was staged of each model, in their order.
    /// - Returns: what to tell once it is committed, and not before: it may still come to nothing.
    func publish(
        _ copied: [CopyTotals], _ totals: inout RunTotals, _ record: RunRecord, _ request: RunRequest
    ) throws(RunError) -> [RunEvent] {
        var publication = PublicationRecord()
        // Once more: the copy took its time, and others may have changed tables.
        let migration = try migration(for: request)
        var events = try exclusively { () throws(RunError) in try prepareTables(migration) }
        publication.keepsPrevious = migration.changes.isEmpty ? try hasPublication() : false
        let loaded = try loadModels(copied)
        let refreshed = try refreshMetrics()
        try checkConstraints()
        for model in script.models { try dropStaging(for: model) }
        for (table, findings) in loaded {
            publication.tables.append(table)
            events.append(.published(model: table.name, table.load ?? LoadTotals()))
            events += findings.map { .warned(model: table.name, $0) }
        }
        for table in refreshed {
            publication.tables.append(table)
            if let load = table.load { events.append(.refreshed(metric: table.name, load)) }
        }
        for load in publication.tables.compactMap(\.load) { totals.add(load) }
        events += try grantRights()
        try recordPublication(publication, record)
        try finish(migration)
        return events
    }

    private func loadModels(_ copied: [CopyTotals]) throws(RunError) -> [(TableRecord, [CheckFinding])] {
        var loaded: [(TableRecord, [CheckFinding])] = []
        for (model, copied) in zip(script.models, copied) {
            let (table, findings) = try load(model, copied)
            // At once, since the metrics are computed from it.
            if table.load?.isChange == true { try analyze(script.published(model.name)) }
            loaded.append((table, findings))
        }
        return loaded
    }

    private func refreshMetrics() throws(RunError) -> [TableRecord] {
        var refreshed: [TableRecord] = []
        for metric in script.metrics {
            let table = try refresh(metric)
            if table.load?.isChange == true, let kept = metric.kept { try analyze(kept.qualified) }
            refreshed.append(table)
        }
        return refreshed
    }

    /// Whether there is something to go back to, of which the ledger has every table.
    private func hasPublication() throws(RunError) -> Bool {
        try connection.isTrue(
            """
            SELECT EXISTS (
                SELECT FROM \(script.runModelTable)
                WHERE run = (SELECT max(id) FROM \(script.runTable) WHERE outcome = '\(LedgerWords.published)'))
            """, during: Step("reading the ledger"))
    }
}
