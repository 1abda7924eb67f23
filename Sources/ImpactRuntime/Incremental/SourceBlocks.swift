import ImpactPlan

/// What changed: of blocks of 65,536 numbers, and of the ranges in those that are otherwise.
extension Source {
    private func blocks(
        of model: ModelRanges, _ subject: DigestedSubject, _ each: (BlockRow) throws(RunError) -> Void
    ) throws(RunError) {
        let file = subject.file(model.script)
        try connection.numbers(file.text, during: model.step(file)) { row throws(RunError) in try each(BlockRow(row)) }
    }

    /// Holds the blocks against what is known of them, and has the target remember the ranges in those that are otherwise.
    ///
    /// - Parameter isTrusted: whether of a block that is known nothing is asked, by a source that was told so.
    /// - Returns: also the digest of each block, by its name.
    func compare(
        _ model: ModelRanges, by subject: DigestedSubject, known: [Int: Int], isTrusted: Bool, _ target: borrowing Target
    ) throws(RunError) -> (ModelReading, blocks: [Int: Int]) {
        var found = FoundChanges(subject: subject, knownBlocks: known.count)
        var waiting = WaitingRanges()
        try blocks(of: model, subject) { block throws(RunError) in
            found.count(block)
            guard !isTrusted || known[block.name] != block.digest else { return found.addNew(of: block.range) }
            if waiting.isFull(before: block) { try target.compare(&waiting, of: model, &found) }
            waiting.add(block)
        }
        try target.compare(&waiting, of: model, &found)
        let gone = known.keys.filter { found.blocks[$0] == nil }
        for first in stride(from: 0, to: gone.count, by: WaitingRanges.goneAtOnce) {
            waiting.blocks = Array(gone[first...].prefix(WaitingRanges.goneAtOnce))
            try target.compare(&waiting, of: model, &found)
        }
        return (found.reading, found.blocks)
    }

    /// Has the target remember all ranges, as they come.
    ///
    /// - Returns: the digest of each block, by its name.
    func rememberAll(_ model: ModelRanges, by subject: DigestedSubject, _ target: borrowing Target) throws(RunError) -> [Int: Int] {
        try target.forgetRanges(of: model.name)
        var digests: [Int: Int] = [:]
        var some: [KnownRange] = []
        try blocks(of: model, subject) { block throws(RunError) in
            digests[block.name] = block.digest
            if let range = block.range { some.append(range.known(in: block.name)) }
            guard some.count == KnownRange.atOnce else { return }
            try target.remember(some, of: model.name, insteadOfOthers: false)
            some = []
        }
        try target.remember(some, of: model.name, insteadOfOthers: false)
        return digests
    }
}

/// What a comparison has found so far.
private struct FoundChanges {
    let subject: DigestedSubject
    /// How many numbers there are in the blocks that are known.
    let knownNumbers: Int
    /// The digest of each block, by its name.
    var blocks: [Int: Int] = [:]
    /// How many there are in them.
    var ranges = 0
    private var affected: [AffectedRange] = []
    /// How many numbers of those ranges may be others.
    private var places = 0
    /// Whether of one that has no rows any more nobody can tell which numbers it had.
    private var isUnknown = false

    init(subject: DigestedSubject, knownBlocks: Int) {
        (self.subject, knownNumbers) = (subject, max(1, knownBlocks) * RangeScript.blockSize)
    }

    mutating func count(_ block: BlockRow) {
        if blocks.updateValue(block.digest, forKey: block.name) == nil { ranges += block.ranges }
    }

    /// A range of a block in which no number came or went.
    mutating func addNew(of range: RangeRow?) {
        if let range { add(AffectedRange(range.number, new: range.new)) }
    }

    /// Once it is clear that all will be read, what changed is no longer listed: it may be millions.
    mutating func add(_ range: AffectedRange) {
        places += range.places.nonzeroBitCount
        if isMuch { affected = [] } else { affected.append(range) }
    }

    /// Even if each of those numbers has rows.
    private var isMuch: Bool { AffectedRange.isMuch(places, of: knownNumbers) }

    /// - Parameter ranges: nil where nobody can tell which numbers one of them had.
    mutating func add(emptied ranges: [AffectedRange]?) {
        guard let ranges else { return isUnknown = true }
        for range in ranges { add(range) }
    }

    var reading: ModelReading {
        guard !isUnknown else { return ModelReading(choice: .whole(because: .emptied)) }
        guard !isMuch else { return ModelReading(choice: .whole(because: .much)) }
        return ModelReading(affected, with: places, of: ranges, subject.size)
    }
}

/// The ranges of some blocks, which are held against what is known of them in one go.
private struct WaitingRanges {
    var ranges: [(block: Int, range: RangeRow)] = []
    /// The names of the blocks, which are here as a whole.
    var blocks: [Int] = []

    /// Few enough for the memory, and many enough to be few questions.
    private static let many = 1 << 12

    /// Blocks of which no row is left: of one that was full, the target remembers thousands of ranges.
    static let goneAtOnce = 16

    func isFull(before block: BlockRow) -> Bool { ranges.count >= Self.many && block.name != blocks.last }

    mutating func add(_ block: BlockRow) {
        if block.name != blocks.last { blocks.append(block.name) }
        if let range = block.range { ranges.append((block.name, range)) }
    }
}

extension Target {
    /// Finds which of the ranges are not what is known of them, replaces that, and empties them.
    fileprivate func compare(_ waiting: inout WaitingRanges, of model: ModelRanges, _ found: inout FoundChanges) throws(RunError) {
        guard !waiting.blocks.isEmpty else { return }
        var known = try ranges(of: model.name, in: waiting.blocks)
        var new: [KnownRange] = []
        for (block, range) in waiting.ranges {
            let before = known.removeValue(forKey: range.name)
            if before != range.digest { new.append(range.known(in: block)) }
            if let affected = found.subject.affected(range, known: before) { found.add(affected) }
        }
        let gone = Array(known.keys)
        try forget(gone, in: waiting.blocks, of: model.name)
        try remember(new, of: model.name, insteadOfOthers: true)
        let emptied = found.subject.emptied(gone, areNumbers: model.script.isNamedInClear, beside: waiting.ranges.lazy.map(\.range))
        found.add(emptied: emptied)
        waiting = WaitingRanges()
    }
}
