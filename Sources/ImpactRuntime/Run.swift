import ImpactPlan

/// Reads every model from one snapshot of the source, and publishes all of them in one transaction of the target, or
/// none.
///
/// - Parameter report: told what happens while it happens; seconds and counts, no values.
/// - Throws: `RunError`, with the exit code of its kind; what was published before is untouched then.
package func run(
    _ script: RunScript, _ request: RunRequest, report: (RunEvent) -> Void
) throws(RunError) {
    let started = ContinuousClock.now
    try request.validate()
    let source = try Source.open(request.source)
    let target = try Target.open(request.target, for: script)
    let kind = try source.connection.kind()
    report(.connected(.source, source.connection.address, kind))
    report(.connected(.target, target.connection.address, try target.connection.kind()))
    try source.check(kind, request, against: target)
    try requireNoDrift(script, source, target, report)
    try target.lock()
    _ = try target.migration(for: request)
    let overdue = script.deprecatedNames(until: request.asOf)
    if !overdue.isEmpty { report(.mayGo(overdue)) }
    try source.setParameters(request)
    try source.beginSnapshot()
    for model in script.models { try source.checkResult(of: model) }

    var totals = RunTotals()
    let events: [RunEvent]
    try target.begin(request)
    do {
        try stage(from: source, to: target, &totals, report)
        events = try target.publish(&totals, request)
        try target.commit()
    } catch {
        target.rollback()
        throw error
    }
    events.forEach(report)
    totals.seconds = started.secondsSince
    report(.done(totals))
}

/// Copies every model into its staging table; the source is done with then.
private func stage(
    from source: consuming Source, to target: borrowing Target, _ totals: inout RunTotals, _ report: (RunEvent) -> Void
) throws(RunError) {
    try target.prepareSchemas()
    for model in target.script.models {
        try target.createStaging(for: model)
        let copied = try ModelCopy(model: model, script: target.script).run(from: source, to: target, report: report)
        totals.add(copied)
        report(.modelRead(model: model.name, copied))
    }
    source.endSnapshot()
}
