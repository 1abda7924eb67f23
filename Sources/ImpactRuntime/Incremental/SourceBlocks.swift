import ImpactPlan

/// What changed, by who wrote each row: first of blocks of 65,536 numbers, and of the ranges in those where a number came or went.
extension Source {
    func blocks(of model: ModelRanges) throws(RunError) -> [Int: Block] {
        var blocks: [Int: Block] = [:]
        try connection.numbers(model.script.stamps.text, during: model.step(model.script.stamps)) { row in
            let (number, range, new) = (row[0], row[3], row[4])
            if blocks[number] == nil { blocks[number] = Block(name: row[1], digest: row[2]) }
            // The row of what is not new has no range.
            if new != 0 { blocks[number]?.new[range] = new }
        }
        return blocks
    }

    /// The ranges in some blocks.
    private func ranges(
        of model: ModelRanges, in blocks: some Sequence<Int>, _ each: (RangeDigest) throws(RunError) -> Void
    ) throws(RunError) {
        let step = model.step(model.script.numbers)
        _ = try connection.rows("SELECT set_config('impact.blocks', $1, false)", [array(blocks.sorted())], during: step)
        try connection.numbers(model.script.numbers.text, during: step) { row throws(RunError) in
            try each(RangeDigest(range: row[0], name: row[1], digest: row[2], present: model.isOneToOne ? row.last : nil))
        }
    }

    /// - Parameter blocks: learn how many ranges they have.
    func compare(
        _ blocks: inout [Int: Block], known: [Int: KnownBlock], _ model: ModelRanges, _ target: borrowing Target
    ) throws(RunError) -> ModelReading {
        let isNamedInClear = model.script.isNamedInClear
        let gone = Set(known.keys).subtracting(blocks.values.map(\.name))
        guard gone.isEmpty || isNamedInClear else { return ModelReading(choice: .whole(because: .emptied)) }
        var affected: [AffectedRange] = []
        var changed = Array(gone)
        for (number, block) in blocks {
            guard let known = known[block.name], known.digest == block.digest else { changed.append(number); continue }
            blocks[number]?.ranges = known.ranges
            affected += block.new.map { AffectedRange(range: $0.key, places: $0.value) }
        }
        changed.sort()
        while !changed.isEmpty {
            let some = changed.prefix(Self.blocksAtOnce)
            changed.removeFirst(some.count)
            guard let ranges = try compare(some, &blocks, model, target) else { return ModelReading(choice: .whole(because: .emptied)) }
            affected += ranges
        }
        return ModelReading(affected, of: blocks.values.reduce(0) { $0 + $1.ranges })
    }

    /// So that their 65,536 ranges need little memory, whatever there is to compare.
    private static var blocksAtOnce: Int { 64 }

    /// Holds the ranges of some blocks against what is known of them, which it replaces.
    ///
    /// - Returns: nil where one is gone of which nobody knows the number.
    private func compare(
        _ some: ArraySlice<Int>, _ blocks: inout [Int: Block], _ model: ModelRanges, _ target: borrowing Target
    ) throws(RunError) -> [AffectedRange]? {
        var known = try target.ranges(of: model.name, in: some.map { blocks[$0]?.name ?? $0 })
        var affected: [AffectedRange] = []
        var new: [KnownRange] = []
        try ranges(of: model, in: some) { range in
            let number = range.block
            blocks[number]?.ranges += 1
            let before = known.removeValue(forKey: range.name)
            if before != range.digest { new.append(KnownRange(block: blocks[number]?.name ?? number, name: range.name, digest: range.digest)) }
            if let range = range.affected(known: before, new: blocks[number]?.new[range.range] ?? 0) { affected.append(range) }
        }
        guard known.isEmpty || model.script.isNamedInClear else { return nil }
        try target.forget(known.keys + new.map(\.name), in: some.map { blocks[$0]?.name ?? $0 }, of: model.name)
        try target.remember(new, of: model.name)
        return affected + known.keys.sorted().map { AffectedRange(range: $0, places: AffectedRange.all) }
    }

    /// Has the target remember all ranges, as they come.
    func rememberAll(_ blocks: inout [Int: Block], _ model: ModelRanges, _ target: borrowing Target) throws(RunError) {
        try target.forgetRanges(of: model.name)
        var some: [KnownRange] = []
        for number in blocks.keys { blocks[number]?.ranges = 0 }
        try ranges(of: model, in: blocks.keys) { range throws(RunError) in
            blocks[range.block]?.ranges += 1
            some.append(KnownRange(block: blocks[range.block]?.name ?? range.block, name: range.name, digest: range.digest))
            guard some.count == Self.rangesAtOnce else { return }
            try target.remember(some, of: model.name)
            some = []
        }
        try target.remember(some, of: model.name)
    }

    private static var rangesAtOnce: Int { 10_000 }
}
