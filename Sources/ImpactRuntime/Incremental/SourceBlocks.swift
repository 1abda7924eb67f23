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
        of model: ModelRanges, in blocks: ClosedRange<Int>, _ each: (RangeDigest) throws(RunError) -> Void
    ) throws(RunError) {
        let step = model.step(model.script.numbers)
        let (bits, last) = (RangeScript.blockBits, 1 << RangeScript.blockBits - 1)
        let bounds = [blocks.lowerBound << bits, blocks.upperBound << bits + last]
        _ = try connection.rows(
            "SELECT set_config('impact.first', $1, false), set_config('impact.last', $2, false)", bounds.map { String($0) }, during: step)
        try connection.numbers(model.script.numbers.text, during: step) { row throws(RunError) in
            try each(RangeDigest(range: row[0], name: row[1], digest: row[2], present: model.isOneToOne ? row.last : nil))
        }
    }

    /// - Parameter blocks: learn how many ranges they have.
    func compare(
        _ blocks: inout [Int: Block], known: [Int: KnownBlock], _ model: ModelRanges, _ target: borrowing Target
    ) throws(RunError) -> ModelReading {
        let gone = Set(known.keys).subtracting(blocks.values.map(\.name))
        guard gone.isEmpty || model.script.isNamedInClear else { return ModelReading(choice: .whole(because: .emptied)) }
        let changed = blocks.filter { known[$0.value.name]?.digest != $0.value.digest }.map(\.key) + gone
        let spans = changed.sorted().spans
        var affected: [AffectedRange] = []
        for (number, block) in blocks where !spans.contains(where: { $0.contains(number) }) {
            blocks[number]?.ranges = known[block.name]?.ranges ?? 0
            affected += block.new.map { AffectedRange(range: $0.key, places: $0.value) }
        }
        for span in spans {
            let names = blocks.filter { span.contains($0.key) }.map(\.value.name) + gone.filter(span.contains)
            guard let ranges = try compare(span, names, &blocks, model, target) else {
                return ModelReading(choice: .whole(because: .emptied))
            }
            affected += ranges
        }
        return ModelReading(affected, of: blocks.values.reduce(0) { $0 + $1.ranges })
    }

    /// Holds the ranges of some blocks against what is known of them, which it replaces.
    ///
    /// - Parameter names: what those that there are, or were, are called on the target.
    /// - Returns: nil where a range is gone of which nobody knows the number.
    private func compare(
        _ span: ClosedRange<Int>, _ names: [Int], _ blocks: inout [Int: Block], _ model: ModelRanges, _ target: borrowing Target
    ) throws(RunError) -> [AffectedRange]? {
        var known = try target.ranges(of: model.name, in: names)
        var affected: [AffectedRange] = []
        var new: [KnownRange] = []
        try ranges(of: model, in: span) { range in
            blocks[range.block]?.ranges += 1
            let before = known.removeValue(forKey: range.name)
            if before != range.digest { new.append(range.known(in: blocks)) }
            if let range = range.affected(known: before, new: blocks[range.block]?.new[range.range] ?? 0) { affected.append(range) }
        }
        guard known.isEmpty || model.script.isNamedInClear else { return nil }
        try target.forget(known.keys + new.map(\.name), in: names, of: model.name)
        try target.remember(new, of: model.name)
        return affected + known.keys.sorted().map { AffectedRange(range: $0, places: AffectedRange.all) }
    }

    /// Has the target remember all ranges, as they come.
    func rememberAll(_ blocks: inout [Int: Block], _ model: ModelRanges, _ target: borrowing Target) throws(RunError) {
        try target.forgetRanges(of: model.name)
        guard let first = blocks.keys.min(), let last = blocks.keys.max() else { return }
        for number in blocks.keys { blocks[number]?.ranges = 0 }
        var some: [KnownRange] = []
        try ranges(of: model, in: first...last) { range throws(RunError) in
            blocks[range.block]?.ranges += 1
            some.append(range.known(in: blocks))
            guard some.count == Self.rangesAtOnce else { return }
            try target.remember(some, of: model.name)
            some = []
        }
        try target.remember(some, of: model.name)
    }

    private static var rangesAtOnce: Int { 10_000 }
}
