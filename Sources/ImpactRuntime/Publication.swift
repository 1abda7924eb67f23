import ImpactPlan

extension Target {
    /// Turns what was staged into what readers see, up to the commit.
    ///
    /// - Parameters:
    ///   - staged: what was staged of each model, in their order.
    ///   - shared: what came to the servers, where several share the rows.
    ///   - state: the state of production that it is of.
    ///   - memory: what was remembered of what is published.
    /// - Returns: what to tell once it is committed, and not before: it may still come to nothing.
    func publish(
        _ staged: [StagedModel], _ shared: SharedRows, on servers: borrowing DataServers, of state: PublishedMoment?,
        knowing memory: PublishedMemory, _ totals: inout RunTotals, _ record: RunRecord, _ request: RunRequest
    ) throws(RunError) -> [RunEvent] {
        var publication = PublicationRecord()
        try forgetFormer()
        // Once more: the copy took its time, and others may have changed tables.
        let migration = try migration(for: request)
        if !migration.changes.isEmpty { try requireWhole(staged) }
        publication.keepsPrevious = try hasPublication()
        let former = try keepFormer(migration, isUndoable: publication.keepsPrevious)
        var events = try exclusively { () throws(RunError) in try prepareTables(migration) }
        let models = try loadModels(staged) + connect(shared, on: servers, record)
        let (loaded, refreshed, origins) = try load(models, migration, knowing: memory, request)
        try checkConstraints()
        try dropStaging()
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
        if let former { publication.undone = try forgetReplaced(former) }
        try describe()
        events += try grantRights()
        try recordPublication(publication, record)
        try showGeneration(record)
        try finish(migration)
        if let former { try noteUndo(former) }
        try remember(staged, origins, record)
        try remember(state, of: record)
        return events
    }

    /// - Throws: `.tryAgain` where only some rows of a table were read, which is altered now.
    private func requireWhole(_ staged: [StagedModel]) throws(RunError) {
        guard let model = staged.first(where: { $0.ranges != nil })?.model else { return }
        throw RunError(
            .tryAgain, on: .target, "target: the published tables are not those any more that they were when `\(model.name)` was read",
            help: "run again: it will be read whole", retry: .always)
    }

    /// After the models, the metrics that are computed from them.
    func load(
        _ models: [(TableRecord, [CheckFinding])], _ migration: Migration, knowing memory: PublishedMemory, _ request: RunRequest
    ) throws(RunError) -> (
        models: [(TableRecord, [CheckFinding])], metrics: [TableRecord], origins: [(name: String, origin: RefreshOrigin)]
    ) {
        var metrics = MetricMemory(memory: migration.changes.isEmpty ? memory : memory.forgotten, asOf: request.asOf)
        metrics.changed.formUnion(models.filter { $0.0.load?.isChange == true }.map(\.0.name))
        let (refreshed, origins) = try refreshMetrics(&metrics)
        return (models, refreshed, origins)
    }

    func loadModels(_ staged: [StagedModel]) throws(RunError) -> [(TableRecord, [CheckFinding])] {
        var loaded: [(TableRecord, [CheckFinding])] = []
        for staged in staged {
            let (table, findings) = try load(staged)
            // At once, since the metrics are computed from it. A few changes leave the statistics as good as they were.
            if table.load?.isChange == true, staged.ranges == nil { try analyze(script.published(staged.model.name)) }
            loaded.append((table, findings))
        }
        return loaded
    }

    /// - Returns: also what each was made by.
    private func refreshMetrics(_ memory: inout MetricMemory) throws(RunError) -> ([TableRecord], [(name: String, origin: RefreshOrigin)]) {
        var refreshed: [TableRecord] = []
        var origins: [(name: String, origin: RefreshOrigin)] = []
        for metric in script.metrics where script.spread?.model(metric.name) == nil {
            let origin = memory.origin(of: metric)
            let known = TableRecord(name: metric.name, text: metric.refresh.text)
            let count = memory.memory.count(of: metric.name)
            let table = memory.isFresh(metric, origin) ? try keep(metric.kept, count, known) : try refresh(metric)
            if table.load?.isChange == true {
                memory.changed.insert(metric.name)
                if let kept = metric.kept { try analyze(kept.qualified) }
            }
            refreshed.append(table)
            origins.append((metric.name, origin))
        }
        return (refreshed, origins)
    }

    private func remember(
        _ staged: [StagedModel], _ metrics: [(name: String, origin: RefreshOrigin)], _ record: RunRecord
    ) throws(RunError) {
        let models = staged.compactMap { staged in
            staged.reading.memory.map { (name: staged.model.name, origin: $0.origin, stamp: $0.stamp) }
        }
        try remember(models + metrics.map { ($0.name, $0.origin, .unknown) }, of: record)
        for staged in staged {
            guard let memory = staged.reading.memory else { continue }
            let known = staged.known
            // Digests of numbers say nothing of those of rows.
            let isOfOneKind = (known?.stamp.since == nil) == (memory.stamp.since == nil)
            try remember(memory.blocks, of: staged.model.name, insteadOf: isOfOneKind ? known?.blocks : nil)
        }
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
