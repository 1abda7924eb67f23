import ImpactPlan

/// Reads every model from one snapshot of the source, and publishes all of them in one transaction of the target, or
/// none. What passes by itself is tried again a few times, from a new snapshot.
///
/// - Parameter report: told what happens while it happens; seconds and counts, no values.
/// - Throws: `RunError`, with the exit code of its kind; what was published before is untouched then.
package func run(
    _ script: RunScript, _ request: RunRequest, report: (RunEvent) -> Void
) throws(RunError) {
    try request.validate()
    let started = ContinuousClock.now
    // The end of the run, good or bad, is known here, and nowhere else.
    var record = RunRecord()
    let outcome = Result { () throws(RunError) in try attempts(script, request, &record, report) }
    if case .failure(let error) = outcome { record.close(error, script, request) }
    var totals = try outcome.get()
    totals.seconds = started.secondsSince
    report(.done(totals))
}

private func attempts(
    _ script: RunScript, _ request: RunRequest, _ record: inout RunRecord, _ report: (RunEvent) -> Void
) throws(RunError) -> RunTotals {
    var attempts = Attempts(of: request)
    let terms = SessionTerms.ofOneRun(patience: request.patience)
    while true {
        let began = ContinuousClock.now
        do throws(RunError) {
            return try attempt(script, request, terms, &record, report)
        } catch {
            guard let pause = attempts.pause(after: error, began.duration(to: .now)) else { throw error }
            report(.retrying(error, seconds: Int(pause.components.seconds)))
            pause.wait()
        }
    }
}

/// From both connections to the commit; nothing of an attempt outlives it.
private func attempt(
    _ script: RunScript, _ request: RunRequest, _ terms: SessionTerms, _ record: inout RunRecord, _ report: (RunEvent) -> Void
) throws(RunError) -> RunTotals {
    let source = try Source.open(request.source, terms)
    if let jobs = request.jobs { try source.share(among: jobs) }
    let target = try Target.open(request.target, for: script, terms)
    let servers = try DataServers.open(request.servers, for: script, terms)
    if let position = try confirm(source, target, request, &record) {
        report(.unchanged(position))
        return RunTotals()
    }
    let migration = try prepare(source, target, request, &record, report)
    try servers.tell(report)
    try target.require(servers)
    try target.tidy(servers)

    var totals = RunTotals()
    let events: [RunEvent]
    try target.begin(request)
    do {
        try target.dropStaging()
        let kind = record.kind
        let (memory, (moment, state)) = try both(
            { () throws(RunError) in try target.remember(before: migration) },
            { () throws(RunError) in
                let moment = try source.moment(of: script, kind)
                return (moment, try source.publishedState(script, at: moment))
            })
        try target.beginGeneration(on: servers, request)
        let shared = try servers.load(target.script, from: source, &totals, report)
        let staged = try stage(from: source, to: target, knowing: memory, at: moment, request, &totals, report)
        events = try target.publish(staged, shared, on: servers, of: state, knowing: memory, &totals, record, request)
        try target.commit()
    } catch {
        target.rollback()
        servers.rollback()
        throw error
    }
    events.forEach(report)
    return totals
}

/// All that is looked at before a row moves, and the snapshot.
///
/// - Returns: what will become of the published tables.
private func prepare(
    _ source: borrowing Source, _ target: borrowing Target, _ request: RunRequest, _ record: inout RunRecord,
    _ report: (RunEvent) -> Void
) throws(RunError) -> Migration {
    let kind = try source.connection.kind()
    report(.connected(.source, source.connection.address, kind))
    report(.connected(.target, target.connection.address, try target.connection.kind()))
    if let safety = source.connection.safety { report(.exposed(.source, safety)) }
    if let safety = target.connection.safety { report(.exposed(.target, safety)) }
    try source.check(kind, request, against: target)
    try requireNoDrift(target.script, source, target, report)
    record.isAtLock = true
    try target.lock()
    try target.beginRecord(&record, request)
    let (migration, position) = try both(
        { () throws(RunError) in try target.migration(for: request) },
        { () throws(RunError) in try source.takeSnapshot(kind, of: target.script, request) })
    (record.kind, record.version, record.position) = (kind, source.connection.majorVersion, position)
    let overdue = target.script.deprecatedNames(until: request.asOf)
    if !overdue.isEmpty { report(.mayGo(overdue)) }
    report(.snapshot(position))
    return migration
}

extension Source {
    /// The snapshot, in which every SELECT would give what its model declares.
    fileprivate func takeSnapshot(_ kind: ServerKind, of script: RunScript, _ request: RunRequest) throws(RunError) -> SourcePosition {
        try setParameters(request)
        let position = try beginSnapshot(kind, request)
        for model in script.allModels { try checkResult(of: model) }
        return position
    }
}

/// Copies what is to be read of every model into its staging table; the source is done with then.
func stage(
    from source: consuming Source, to target: borrowing Target, knowing memory: PublishedMemory, at moment: SourceMoment,
    _ request: RunRequest, _ totals: inout RunTotals, _ report: (RunEvent) -> Void
) throws(RunError) -> [StagedModel] {
    var all: [StagedModel] = []
    var room = ComparisonRoom()
    for model in target.script.models {
        let staged = try stage(model, from: source, to: target, knowing: memory, at: moment, request, &room, report)
        totals.add(staged.copied)
        all.append(staged)
        report(.modelRead(model: model.name, staged.copied))
    }
    source.endSnapshot()
    return all
}
