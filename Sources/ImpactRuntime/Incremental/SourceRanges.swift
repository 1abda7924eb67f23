import ImpactPlan

extension Source {
    /// What to read of a model, and what to remember of it. What is remembered of ranges is written by this, since there may be many of them.
    ///
    /// - Parameters:
    ///   - origin: what its rows depend on, now.
    ///   - known: what was remembered of the model, where what is published is still that.
    ///   - history: what the stamps of rows mean, where they mean anything.
    func reading(
        of model: ModelScript, _ origin: RefreshOrigin, known: RefreshMemory?, at history: SourceHistory?, in target: borrowing Target,
        isFull: Bool, _ room: inout ComparisonRoom
    ) throws(RunError) -> ModelReading {
        guard let ranges = model.ranges else {
            try giveUpRoom(&room)
            return ModelReading(choice: .whole(because: .declared))
        }
        let comparison = Comparison(ranges, known: known, at: history)
        try makeRoom(&room, since: comparison.basis.since ?? comparison.stamp.since)
        let model = ModelRanges(name: model.name, script: ranges, isOneToOne: comparison.isOneToOne)
        let digests = comparison.usesDigests ? try digests(of: model) : []
        var blocks = comparison.keepsStamps ? try blocks(of: model) : [:]
        var reading: ModelReading
        if let cause = comparison.reasonToReadAll(isFull, origin, known: known?.origin) {
            reading = ModelReading(choice: .whole(because: cause))
        } else if comparison.basis == .digests {
            reading = ModelReading(digests, known: known?.digests ?? [:], isNamedInClear: ranges.isNamedInClear)
        } else {
            reading = try compare(&blocks, known: known?.blocks ?? [:], model, target)
        }
        // What stamps were compared with has been brought up to date on the way.
        if comparison.keepsStamps, reading.isWhole || comparison.basis == .digests { try rememberAll(&blocks, model, target) }
        if !reading.isUpToDate { try giveUpRoom(&room, naming: reading.affected) }
        reading.memory = RefreshMemory(
            origin: origin, stamp: comparison.stamp, digests: comparison.keepsStamps ? [] : digests, blocks: Array(blocks.values))
        return reading
    }

    /// The groups of ten million rows take some 60 MB, and twice the time where they have to go to disk.
    private func makeRoom(_ room: inout ComparisonRoom, since: Int?) throws(RunError) {
        guard room.since != .some(since) else { return }
        _ = try connection.rows(
            """
            SELECT set_config('work_mem', greatest(pg_size_bytes(current_setting('work_mem')), pg_size_bytes('128MB')) / 1024 || 'kB', true),
                   set_config('impact.since', $1, false)
            """, [since.map { String($0) } ?? ""], during: Step("making room for the ranges"))
        room.since = .some(since)
    }

    /// Rows are read without the room, and of what the comparison found.
    private func giveUpRoom(_ room: inout ComparisonRoom, naming affected: [AffectedRange] = []) throws(RunError) {
        guard room.since != nil else { return }
        _ = try connection.rows(
            "SELECT set_config('work_mem', NULL, true), set_config('impact.ranges', $1, false), set_config('impact.places', $2, false)",
            [array(affected.map(\.range)), array(affected.map(\.places))], during: Step("naming the ranges that changed"))
        room.since = nil
    }

    private func digests(of model: ModelRanges) throws(RunError) -> [RangeDigest] {
        var digests: [RangeDigest] = []
        try connection.numbers(model.script.digests.text, during: model.step(model.script.digests)) {
            digests.append(RangeDigest(range: $0[0], name: $0[1], digest: $0[2]))
        }
        return digests
    }
}

/// What the session of the source has set for a comparison, which several models share.
struct ComparisonRoom {
    /// The transaction that rows are compared with, or that there is none; nil where no room is made.
    fileprivate var since: Int??
}

/// The statements by which a model's ranges are compared.
struct ModelRanges {
    let name: String
    let script: RangeScript
    /// Each number is that of one row, and of nothing else.
    let isOneToOne: Bool

    func step(_ file: ScriptFile) -> Step { Step("comparing the ranges of `\(name)`", file) }
}

extension Comparison {
    /// To compare by, or to remember.
    fileprivate var usesDigests: Bool { basis == .digests || !keepsStamps }

    /// Why what is known does not say what to read.
    fileprivate func reasonToReadAll(_ isFull: Bool, _ origin: RefreshOrigin, known: RefreshOrigin?) -> RefreshChoice.Cause? {
        guard !isFull else { return .asked }
        guard let known else { return .first }
        return origin.difference(from: known) ?? (basis == .lost ? .history : nil)
    }
}

extension Comparison.Basis {
    fileprivate var since: Int? { if case .stamps(let since) = self { since } else { nil } }
}
