import ImpactPlan

extension Source {
    /// What to read of a model, and what to remember of it. What is remembered of ranges is written by this, since there may be many of them.
    ///
    /// - Parameters:
    ///   - origin: what its rows depend on, now.
    ///   - known: what was remembered of the model, where what is published is still that.
    ///   - memory: what was remembered of all of them.
    ///   - history: what the stamps of rows mean, where they mean anything.
    func reading(
        of model: ModelScript, _ origin: RefreshOrigin, known: RefreshMemory?, among memory: PublishedMemory, at history: SourceHistory?,
        in target: borrowing Target, isFull: Bool, _ room: inout ComparisonRoom
    ) throws(RunError) -> ModelReading {
        guard let ranges = model.ranges else {
            try giveUpRoom(&room)
            return ModelReading(choice: .whole(because: .declared))
        }
        let comparison = Comparison(ranges, known: known, at: history)
        let cause = comparison.reasonToReadAll(isFull, origin, known: known?.origin)
        let isComparable = comparison.isComparable(origin, known: known?.origin)
        // One model's blocks are none of another's, by their digests: it is told of all of them at once.
        let blocks = cause == nil ? memory.blocks.values.flatMap(\.values) : []
        try makeRoom(&room, since: comparison.basis.since ?? comparison.stamp.since, knowing: blocks)
        let model = ModelRanges(name: model.name, script: ranges)
        var reading = ModelReading(choice: .whole(because: cause ?? .first))
        var future = RefreshMemory(origin: origin, stamp: comparison.stamp)
        if isComparable {
            let found: ModelReading
            (found, future.blocks) = try compare(
                model, by: comparison.basis.subject, known: known?.blocks ?? [:], isTrusted: cause == nil, target)
            if cause == nil { reading = found }
        }
        if !isComparable || comparison.basis.subject != comparison.keeps {
            future.blocks = try rememberAll(model, by: comparison.keeps, target)
        }
        if !reading.isUpToDate { try giveUpRoom(&room, naming: reading.affected) }
        reading.memory = future
        return reading
    }

    /// The groups of ten million rows take some 60 MB, and twice the time where they have to go to disk.
    ///
    /// - Parameter known: digests of blocks, of which nothing is to be told.
    private func makeRoom(_ room: inout ComparisonRoom, since: Int?, knowing known: [Int]) throws(RunError) {
        let settings = [since.map { String($0) } ?? "", bytes(known)]
        guard room.settings != settings else { return }
        _ = try connection.rows(
            """
            SELECT set_config('work_mem', greatest(pg_size_bytes(current_setting('work_mem')), pg_size_bytes('128MB')) / 1024 || 'kB', true),
                   set_config('impact.since', $1, false), set_config('impact.known', $2, false)
            """, settings, during: Step("making room for the ranges"))
        room.settings = settings
    }

    /// Rows are read without the room, and of what the comparison found.
    private func giveUpRoom(_ room: inout ComparisonRoom, naming affected: [AffectedRange] = []) throws(RunError) {
        guard room.settings != nil else { return }
        _ = try connection.rows(
            """
            SELECT set_config('work_mem', NULL, true), set_config('impact.ranges', $1, false), set_config('impact.places', $2, false),
                   set_config('impact.filled', $3, false)
            """, [array(affected.map(\.range)), array(affected.map(\.places)), array(affected.map(\.filled))],
            during: Step("naming the ranges that changed"))
        room.settings = nil
    }
}

/// What the session of the source has set for a comparison, which several models share.
struct ComparisonRoom {
    /// The transaction that rows are compared with, and the blocks that are known; nil where no room is made.
    fileprivate var settings: [String]?
}

/// The statements by which a model's ranges are compared.
struct ModelRanges {
    let name: String
    let script: RangeScript

    func step(_ file: ScriptFile) -> Step { Step("comparing the ranges of `\(name)`", file) }
}

extension Comparison {
    /// What is remembered for the next run.
    fileprivate var keeps: DigestedSubject { keepsStamps ? .numbers : .rows }

    /// Whether what is known of the ranges can be brought up to date. Where all is read for another reason, that is less than to write it anew.
    fileprivate func isComparable(_ origin: RefreshOrigin, known: RefreshOrigin?) -> Bool {
        guard let known, basis != .nothing, basis != .lost else { return false }
        return [nil, .day].contains(origin.difference(from: known))
    }

    /// Why what is known does not say what to read.
    fileprivate func reasonToReadAll(_ isFull: Bool, _ origin: RefreshOrigin, known: RefreshOrigin?) -> RefreshChoice.Cause? {
        guard !isFull else { return .asked }
        guard let known else { return .first }
        return origin.difference(from: known) ?? (basis == .lost ? .history : nil)
    }
}

extension Comparison.Basis {
    fileprivate var since: Int? { if case .stamps(let since) = self { since } else { nil } }
    fileprivate var subject: DigestedSubject { since == nil ? .rows : .numbers }
}

/// `{"\\x00000000000000ff"}`: of each number its eight bytes.
private func bytes(_ numbers: [Int]) -> String {
    let bytes = numbers.map { number in
        let digits = String(UInt64(bitPattern: Int64(number)), radix: 16)
        return "\"\\\\x\(String(repeating: "0", count: 16 - digits.count) + digits)\""
    }
    return "{\(bytes.joined(separator: ","))}"
}
