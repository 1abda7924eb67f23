import ImpactPlan

/// How many published rows the next run would add, change and remove: its own statements, in a transaction that is rolled back.
///
/// It takes the run's lock and reads what the run would read. Nothing of it stays: no row, no table, no line in the ledger. What breaks is
/// counted too, whatever the request allows.
///
/// - Throws: `RunError`, where the run itself would find a server that is not what the models say, or another run under way.
package func rehearse(_ script: RunScript, _ request: RunRequest) throws(RunError) -> [TableCount] {
    try request.validate()
    guard script.spread == nil else {
        throw RunError(.usage, "rows that several servers share are all new each time, and are not counted beforehand")
    }
    let terms = SessionTerms.ofOneRun(patience: request.patience)
    let source = try Source.open(request.source, terms)
    let target = try Target.open(request.target, for: script, terms)
    let kind = try source.connection.kind()
    try source.check(kind, request, against: target)
    try requireNoDrift(target.script, source, target) { _ in }
    try target.lock()
    try target.begin(request)
    defer { target.rollback() }
    return try count(source, target, kind, request)
}

/// What becomes of the rows of a published table. Numbers, and no row.
package struct TableCount: Sendable, Equatable {
    package let table: String
    package let added: Int
    package let changed: Int
    package let removed: Int

    package init(_ table: String, added: Int, changed: Int, removed: Int) {
        self.table = table
        self.added = added
        self.changed = changed
        self.removed = removed
    }
}

private func count(
    _ source: consuming Source, _ target: borrowing Target, _ kind: ServerKind, _ request: RunRequest
) throws(RunError) -> [TableCount] {
    var request = request
    request.allowBreaking = true
    try target.prepareSchemas()
    let migration = try target.migration(for: request)
    try source.setParameters(request)
    _ = try source.beginSnapshot(kind, request)
    for model in target.script.models { try source.checkResult(of: model) }
    try target.dropStaging()
    let memory = try target.remember(before: migration)
    let moment = try source.moment(of: target.script, kind)
    var totals = RunTotals()
    let staged = try stage(from: source, to: target, knowing: memory, at: moment, request, &totals) { _ in }
    return try target.count(staged, migration, knowing: memory, request)
}

extension Target {
    fileprivate func count(
        _ staged: [StagedModel], _ migration: Migration, knowing memory: PublishedMemory, _ request: RunRequest
    ) throws(RunError) -> [TableCount] {
        _ = try exclusively { () throws(RunError) in try prepareTables(migration) }
        // A table whose columns change their type is written anew: who wrote a row does not say whether it was there.
        var before: [String: Int] = [:]
        for (name, kept) in script.keptTables { before[name] = try rows(of: kept) }
        let loaded = try load(loadModels(staged), migration, knowing: memory, request)
        let records = loaded.models.map(\.0) + loaded.metrics
        return records.compactMap { record in record.load.map { TableCount(record.name, $0, before: before[record.name] ?? 0) } }
    }

    private func rows(of kept: KeptTable) throws(RunError) -> Int {
        guard try exists(kept.qualified) else { return 0 }
        let step = Step("counting the rows of `\(kept.table)`")
        return try connection.value("SELECT count(*) FROM \(kept.qualified)", during: step).flatMap { Int($0) } ?? 0
    }
}

extension TableCount {
    fileprivate init(_ table: String, _ load: LoadTotals, before: Int) {
        let now = load.written + load.unchanged
        self.init(table, added: now - before + load.deleted, changed: load.kept - load.deleted, removed: load.deleted)
    }
}
