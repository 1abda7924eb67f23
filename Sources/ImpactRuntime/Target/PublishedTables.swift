import ImpactPlan

extension Target {
    /// Makes the published tables what their files declare. Foreign keys tie them together, so all are made anew or
    /// none: a second run over the same files changes nothing.
    ///
    /// - Returns: whether the models' tables are new, and what to tell.
    func prepareTables() throws(RunError) -> [RunEvent] {
        var events: [RunEvent] = []
        let undeclared = try dropUndeclaredTables()
        if !undeclared.isEmpty { events.append(.tablesDropped(undeclared)) }
        let models = try recreateModelTables()
        let metrics = try createMetricTables()
        if !(models + metrics).isEmpty { events.append(.tablesCreated(models + metrics)) }
        return events
    }

    private func recreateModelTables() throws(RunError) -> [String] {
        var isChanged = false
        for model in script.models where !isChanged { isChanged = try !isPublished(model.name, as: model.table) }
        guard isChanged else { return [] }
        for model in script.models.reversed() { try dropPublished(model.name) }
        for model in script.models { try create(model.name, model.table) }
        return script.models.map(\.name)
    }

    /// History cannot be computed again: its table is never dropped, and its file must stand being executed twice.
    private func createMetricTables() throws(RunError) -> [String] {
        var created: [String] = []
        for metric in script.metrics {
            guard let table = metric.table, try !isPublished(metric.name, as: table) else { continue }
            try create(metric.name, table)
            created.append(metric.name)
        }
        return created
    }

    private func dropUndeclaredTables() throws(RunError) -> [String] {
        let declared = Set(script.models.map(\.table.path) + script.metrics.compactMap(\.table?.path))
        let applied = Set(try appliedPaths())
        var dropped: [String] = []
        for path in applied.subtracting(declared).sorted() {
            guard let name = tableName(ofTableFile: path), !applied.contains(metricFile(name)) else { continue }
            try dropPublished(name)
            try forgetApplied(path)
            dropped.append(name)
        }
        return dropped
    }
}

extension Target {
    private func isPublished(_ name: String, as file: ScriptFile) throws(RunError) -> Bool {
        guard try exists(script.published(name)) else { return false }
        return try hasApplied(file)
    }

    private func create(_ name: String, _ file: ScriptFile) throws(RunError) {
        try execute(file, "creating `\(name)`")
        try recordApplied(file)
    }

    /// CASCADE, for the views and the foreign keys on it; a view is made again by its own file.
    private func dropPublished(_ name: String) throws(RunError) {
        try connection.execute(
            "DROP TABLE IF EXISTS \(script.published(name)) CASCADE", during: Step("dropping `\(name)`"))
    }
}

/// `companies` of `metabase/tables/companies.sql`
private func tableName(ofTableFile path: String) -> String? {
    let folder = "metabase/tables/"
    let ending = ".sql"
    guard path.hasPrefix(folder), path.hasSuffix(ending) else { return nil }
    return String(path.dropFirst(folder.count).dropLast(ending.count))
}

/// The file that once applied marks a table as history, which is kept even when its metric is gone.
private func metricFile(_ name: String) -> String { "metabase/metrics/\(name).sql" }
