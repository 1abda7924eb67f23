import ImpactPlan

extension Source {
    /// - Parameters:
    ///   - known: what was remembered of the model, where what is published is still that.
    ///   - history: what the stamps of rows mean, where they mean anything.
    func reading(
        of model: ModelScript, known: RefreshMemory?, at history: SourceHistory?, _ request: RunRequest
    ) throws(RunError) -> ModelReading {
        guard let ranges = model.ranges else { return ModelReading(choice: .whole(because: .declared)) }
        let comparison = Comparison(ranges, known: known, at: history)
        try beginComparison(since: comparison.basis.since ?? comparison.stamp.since)
        let compared = try compare(model, ranges, comparison, request)
        let reading = ModelReading(compared, known: known, isNamedInClear: ranges.isNamedInClear, isFull: request.isFull)
        try endComparison(reading.affected)
        return reading
    }

    /// The groups of ten million rows take some 60 MB, and twice the time where they have to go to disk.
    private func beginComparison(since: Int?) throws(RunError) {
        _ = try connection.rows(
            """
            SELECT set_config('work_mem', greatest(pg_size_bytes(current_setting('work_mem')), pg_size_bytes('128MB')) / 1024 || 'kB', true),
                   set_config('impact.since', $1, false)
            """, [since.map { String($0) } ?? ""], during: Step("making room for the ranges"))
    }

    /// Without the room, and with what the keys and changes are asked of next.
    private func endComparison(_ affected: [AffectedRange]) throws(RunError) {
        _ = try connection.rows(
            "SELECT set_config('work_mem', NULL, true), set_config('impact.ranges', $1, false), set_config('impact.places', $2, false)",
            [array(affected.map(\.range)), array(affected.map(\.places))], during: Step("naming the ranges that changed"))
    }

    /// Asks for what is compared, and for what is remembered: the same, but where digests have served and stamps will.
    private func compare(
        _ model: ModelScript, _ ranges: RangeScript, _ comparison: Comparison, _ request: RunRequest
    ) throws(RunError) -> RangeDigests {
        let step = { (file: ScriptFile) in Step("comparing the ranges of `\(model.name)`", file) }
        var digests: [RangeDigest] = []
        if comparison.basis == .digests || !comparison.keepsStamps {
            try connection.numbers(ranges.digests.text, during: step(ranges.digests)) {
                digests.append(RangeDigest(range: $0[0], name: $0[1], digest: $0[2]))
            }
        }
        var stamps: [RangeDigest] = []
        if comparison.keepsStamps {
            try connection.numbers(ranges.stamps.text, during: step(ranges.stamps)) {
                stamps.append(
                    RangeDigest(
                        range: $0[0], name: $0[1], digest: $0[2], new: $0[3], present: comparison.isOneToOne ? $0.last : nil))
            }
        }
        let remembered = comparison.keepsStamps ? stamps : digests
        return RangeDigests(
            digests: comparison.basis.since == nil ? digests : stamps, isLost: comparison.basis == .lost,
            memory: RefreshMemory(
                origin: try origin(of: model, ranges, request), stamp: comparison.stamp,
                digests: Dictionary(remembered.map { ($0.name, $0.digest) }) { first, _ in first }))
    }

    private func origin(of model: ModelScript, _ ranges: RangeScript, _ request: RunRequest) throws(RunError) -> RefreshOrigin {
        let texts = [model.select, model.table, ranges.digests, ranges.stamps, ranges.keys, ranges.changes].map(\.text).joined()
        // As bytes, which are the same in any server's encoding.
        let row = try connection.rows(
            "SELECT encode(sha256($1::bytea), 'hex'), \(keysFingerprint)", ["\\x" + hexadecimal(Array(texts.utf8))],
            during: Step("asking what the ranges of `\(model.name)` depend on"))[0]
        return RefreshOrigin(
            definition: row[0] ?? "", key: row[1] ?? "", server: String(connection.majorVersion),
            asOf: ranges.readsToday ? request.asOf : nil)
    }
}

extension Comparison.Basis {
    var since: Int? { if case .stamps(let since) = self { since } else { nil } }
}
