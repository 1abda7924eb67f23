import ImpactPlan

/// What changed, by who wrote each row: of blocks of 65,536 numbers, and of the ranges in those where a number came or went.
extension Source {
    private func blocks(of model: ModelRanges, _ each: (StampedBlock) throws(RunError) -> Void) throws(RunError) {
        try connection.numbers(model.script.stamps.text, during: model.step(model.script.stamps)) { row throws(RunError) in
            try each(StampedBlock(row))
        }
    }

    /// Holds the blocks against what is known of them, and has the target remember the ranges in those that are otherwise.
    ///
    /// - Returns: also the digest of each block, by its name.
    func compare(
        _ model: ModelRanges, known: [Int: Int], _ target: borrowing Target
    ) throws(RunError) -> (ModelReading, blocks: [Int: Int]) {
        var found = FoundChanges()
        var waiting = WaitingRanges()
        try blocks(of: model) { block throws(RunError) in
            found.count(block)
            guard known[block.name] != block.digest else { return found.add(block.range) }
            if waiting.isFull(before: block) { try target.compare(&waiting, of: model.name, &found) }
            waiting.add(block)
        }
        waiting.blocks += known.keys.filter { found.blocks[$0] == nil }
        try target.compare(&waiting, of: model.name, &found)
        return (found.reading(isNamedInClear: model.script.isNamedInClear), found.blocks)
    }

    /// Has the target remember all ranges, as they come.
    ///
    /// - Returns: the digest of each block, by its name.
    func rememberAll(_ model: ModelRanges, _ target: borrowing Target) throws(RunError) -> [Int: Int] {
        try target.forgetRanges(of: model.name)
        var digests: [Int: Int] = [:]
        var some: [KnownRange] = []
        try blocks(of: model) { block throws(RunError) in
            digests[block.name] = block.digest
            if let range = block.range { some.append(range.known(in: block.name)) }
            guard some.count == Self.rangesAtOnce else { return }
            try target.remember(some, of: model.name, insteadOfOthers: false)
            some = []
        }
        try target.remember(some, of: model.name, insteadOfOthers: false)
        return digests
    }

    private static var rangesAtOnce: Int { 10_000 }
}

/// What a comparison has found so far.
private struct FoundChanges {
    /// The digest of each block, by its name.
    var blocks: [Int: Int] = [:]
    /// How many there are in them.
    var ranges = 0
    var affected: [AffectedRange] = []
    /// The names of ranges that have no rows any more.
    var gone: [Int] = []

    mutating func count(_ block: StampedBlock) {
        if blocks.updateValue(block.digest, forKey: block.name) == nil { ranges += block.ranges }
    }

    /// A range of a block in which no number came or went.
    mutating func add(_ range: StampedRange?) {
        if let range { affected.append(AffectedRange(range.digest.range, new: range.new)) }
    }

    /// - Parameter isNamedInClear: whether a range that is gone can be told by its name.
    func reading(isNamedInClear: Bool) -> ModelReading {
        guard gone.isEmpty || isNamedInClear else { return ModelReading(choice: .whole(because: .emptied)) }
        return ModelReading(affected + gone.sorted().map { AffectedRange($0, new: 0, gone: -1) }, of: ranges)
    }
}

/// The ranges of some blocks, which are held against what is known of them in one go.
private struct WaitingRanges {
    var ranges: [(block: Int, range: StampedRange)] = []
    /// The names of the blocks, which are here as a whole.
    var blocks: [Int] = []

    /// Few enough for the memory, and many enough to be few questions.
    private static let many = 1 << 16

    func isFull(before block: StampedBlock) -> Bool { ranges.count >= Self.many && block.name != blocks.last }

    mutating func add(_ block: StampedBlock) {
        if block.name != blocks.last { blocks.append(block.name) }
        if let range = block.range { ranges.append((block.name, range)) }
    }
}

extension Target {
    /// Finds which of the ranges are not what is known of them, replaces that, and empties them.
    fileprivate func compare(_ waiting: inout WaitingRanges, of model: String, _ found: inout FoundChanges) throws(RunError) {
        guard !waiting.blocks.isEmpty else { return }
        var known = try ranges(of: model, in: waiting.blocks)
        var new: [KnownRange] = []
        for (block, range) in waiting.ranges {
            let before = known.removeValue(forKey: range.digest.name)
            if before != range.digest.digest { new.append(range.known(in: block)) }
            if let affected = range.digest.affected(known: before, new: range.new) { found.affected.append(affected) }
        }
        try forget(Array(known.keys), in: waiting.blocks, of: model)
        try remember(new, of: model, insteadOfOthers: true)
        found.gone += known.keys
        waiting = WaitingRanges()
    }
}
