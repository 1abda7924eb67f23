import ImpactPlan

/// What was staged of a model.
struct StagedModel {
    let model: ModelScript
    let reading: ModelReading
    /// What was remembered of it before.
    let known: RefreshMemory?
    /// What the ledger says of its table.
    let published: PublishedCount
    let copied: CopyTotals

    /// The files of a model of which only some ranges were read.
    var ranges: RangeScript? {
        if case .ranges = reading.choice { model.ranges } else { nil }
    }
}

extension ModelScript {
    /// The same model, of which only the ranges that changed are read.
    func reading(_ ranges: RangeScript) -> ModelScript {
        var changed = self
        changed.select = ranges.changes
        return changed
    }

    /// The keys of the ranges that changed, as if they were a model's rows: they come to the target in the same way.
    func affected(_ ranges: RangeScript) -> ModelScript {
        ModelScript(
            name: RangeScript.affectedName(of: name), columns: [ranges.key], select: ranges.keys, staging: ranges.affected, table: table,
            load: ranges.load, shape: shape)
    }
}

/// Copies what a run takes of a model into its staging tables.
func stage(
    _ model: ModelScript, from source: borrowing Source, to target: borrowing Target, knowing memory: PublishedMemory,
    at moment: SourceMoment, _ request: RunRequest, _ room: inout ComparisonRoom, _ report: (RunEvent) -> Void
) throws(RunError) -> StagedModel {
    let known = target.memory(of: model, in: memory)
    let origin = RefreshOrigin(
        definition: memory.definitions[model.name] ?? "", key: moment.key, server: moment.server,
        asOf: model.ranges?.readsToday == true ? request.asOf : nil)
    let reading = try source.reading(
        of: model, origin, known: known, among: memory, at: moment.history, in: target, isFull: request.isFull, &room)
    report(.chosen(model: model.name, reading.choice))
    func copy(_ model: ModelScript) throws(RunError) -> CopyTotals {
        try ModelCopy(model: model, script: target.script).run(from: source, to: target, report: report)
    }
    var copied = CopyTotals()
    switch (reading.choice, model.ranges) {
    // Of no range there is nothing to ask.
    case (.ranges, _) where reading.isUpToDate: break
    case (.ranges, let ranges?):
        _ = try copy(model.affected(ranges))
        if reading.affected.contains(where: { $0.filled != 0 }) {
            copied = try copy(model.reading(ranges))
        } else {
            try target.createStaging(for: model)
        }
    default: copied = try copy(model)
    }
    return StagedModel(model: model, reading: reading, known: known, published: memory.count(of: model.name), copied: copied)
}
