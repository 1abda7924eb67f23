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

    /// History cannot be computed again: its table is never dropped, and its file must stand being executed twice. What else a
    /// metric publishes is made anew where its definition changed.
    private func createMetricTables() throws(RunError) -> [String] {
        var created: [String] = []
        for metric in script.metrics + [script.synchronization] {
            let definition = metric.table ?? metric.refresh
            guard try !isPublished(metric.name, as: definition) else { continue }
            if metric.kind == .table {
                try requireNoHistory(metric)
                try dropPublished(metric.name)
            }
            for table in metric.internalTables { try dropInternal(table) }
            try create(metric.name, definition)
            created.append(metric.name)
        }
        return created
    }

    private func requireNoHistory(_ metric: MetricScript) throws(RunError) {
        guard let table = metric.table, try exists(script.published(metric.name)) else { return }
        let applied = Set(try appliedPaths())
        guard applied.contains(table.path), applied.contains(metric.refresh.path) else { return }
        throw RunError(
            .data, on: .target, "target: `\(metric.name)` is a history, and the models now declare a table that is computed anew",
            help: "give the new metric another name, and the past stays")
    }

    private func dropUndeclaredTables() throws(RunError) -> [String] {
        let declared = Set(
            script.models.map(\.table.path)
                + (script.metrics + [script.synchronization]).flatMap { [$0.table?.path, $0.refresh.path] }.compactMap { $0 })
        let applied = Set(try appliedPaths())
        var dropped: [String] = []
        for path in applied.subtracting(declared).sorted() {
            guard let name = publishedName(of: path), !isHistory(name, applied) else { continue }
            try dropPublished(name)
            for table in SecretCells.tableNames(of: name) { try dropInternal(table) }
            for table in [name] + SecretCells.tableNames(of: name) { try dropPrevious(table) }
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

    /// With the views on it.
    private func dropInternal(_ name: String) throws(RunError) {
        try connection.execute("DROP TABLE IF EXISTS \(script.internalTable(name)) CASCADE", during: Step("dropping `\(name)`"))
    }

    /// CASCADE, for the views and the foreign keys on it; a view is made again by its own file.
    private func dropPublished(_ name: String) throws(RunError) {
        let isView = try connection.isTrue(
            "SELECT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass($1) AND relkind = 'v')", [script.published(name)],
            during: Step("looking for `\(name)`"))
        try connection.execute(
            "DROP \(isView ? "VIEW" : "TABLE") IF EXISTS \(script.published(name)) CASCADE", during: Step("dropping `\(name)`"))
    }
}

private let tableFolder = "metabase/tables/"
private let metricFolder = "metabase/metrics/"

/// `companies` of `metabase/tables/companies.sql`, or of the file of a view.
private func publishedName(of path: String) -> String? {
    guard let folder = [tableFolder, metricFolder].first(where: { path.hasPrefix($0) }), path.hasSuffix(".sql") else { return nil }
    return String(path.dropFirst(folder.count).dropLast(".sql".count))
}

/// A table whose metric's file was executed too: its past is kept even when the metric is gone.
private func isHistory(_ name: String, _ applied: Set<String>) -> Bool {
    applied.contains("\(tableFolder)\(name).sql") && applied.contains("\(metricFolder)\(name).sql")
}
