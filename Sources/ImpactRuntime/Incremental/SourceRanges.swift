import CLibPQ
import ImpactPlan

extension Source {
    /// - Parameters:
    ///   - known: what was remembered of the model, where what is published is still that.
    ///   - history: what the stamps of rows mean, where they mean anything.
    func reading(
        of model: ModelScript, known: RefreshMemory?, at history: SourceHistory?, _ request: RunRequest
    ) throws(RunError) -> ModelReading {
        guard let ranges = model.ranges else { return ModelReading(choice: .whole(because: .declared)) }
        let usual = try makeRoom()
        let compared = try compare(model, ranges, Comparison(ranges, known: known, at: history), request)
        try set("work_mem", usual, during: .makingRoom)
        let reading = ModelReading(compared, known: known, isNamedInClear: ranges.isNamedInClear, isFull: request.isFull)
        try setAffected(reading.affected)
        return reading
    }

    /// The groups of ten million rows take some 60 MB, and twice the time where they have to go to disk.
    ///
    /// - Returns: how much memory there was for a step of a plan.
    private func makeRoom() throws(RunError) -> String {
        let usual = try connection.value("SELECT current_setting('work_mem')", during: .makingRoom) ?? "4MB"
        _ = try connection.rows(
            "SELECT set_config('work_mem', greatest(pg_size_bytes($1), pg_size_bytes('128MB')) / 1024 || 'kB', true)", [usual],
            during: .makingRoom)
        return usual
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
        if let horizon = comparison.stamp.since {
            try set("impact.since", String(comparison.basis.since ?? horizon), during: step(ranges.stamps))
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
        let comparing = Step("asking what the ranges of `\(model.name)` depend on")
        let texts = [model.select, model.table, ranges.digests, ranges.stamps, ranges.keys, ranges.changes].map(\.text).joined()
        let definition = try connection.call(.sha256, [Array(texts.utf8)], during: comparing)
        return RefreshOrigin(
            definition: hexadecimal(definition), key: try fingerprintOfTheKey(during: comparing), server: String(connection.majorVersion),
            asOf: ranges.readsToday ? request.asOf : nil)
    }

    /// What the keys and changes are asked of next.
    private func setAffected(_ affected: [AffectedRange]) throws(RunError) {
        let naming = Step("naming the ranges that changed")
        try set("impact.ranges", array(affected.map(\.range)), during: naming)
        try set("impact.places", array(affected.map(\.places)), during: naming)
    }

    private func set(_ name: String, _ value: String, during step: Step) throws(RunError) {
        _ = try connection.rows("SELECT set_config($1, $2, false)", [name, value], during: step)
    }
}

extension Comparison.Basis {
    var since: Int? { if case .stamps(let since) = self { since } else { nil } }
}

extension Connection {
    /// Rows of whole numbers, one at a time: there may be a hundred thousand.
    func numbers(_ sql: String, _ parameters: [String?] = [], during step: Step, _ each: ([Int]) -> Void) throws(RunError) {
        var error: ServerError?
        let sent = withCStrings(parameters) { PQsendQueryParams(handle, sql, Int32(parameters.count), nil, $0, nil, nil, 0) }
        if sent != 1 || PQsetSingleRowMode(handle) != 1 { error = .brokenConnection }
        while let answer = Answer(PQgetResult(handle)) {
            if answer.status == PGRES_SINGLE_TUPLE {
                each(answer.rows[0].map { $0.flatMap { Int($0) } ?? 0 })
            } else if !answer.isSuccess, error?.sqlState == nil {
                error = answer.error
            }
        }
        if let error { throw RunError(error, on: server, during: step) }
    }
}

extension Step {
    fileprivate static var makingRoom: Step { Step("making room for the ranges") }
}
