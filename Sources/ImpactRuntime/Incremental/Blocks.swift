import ImpactPlan

/// What the source says of a block of 65,536 numbers.
struct Block {
    /// What it is called on the target.
    let name: Int
    /// Of the numbers that have rows.
    let digest: Int
    /// The ranges with new rows, and the numbers in them that have some, a bit for each.
    var new: [Int: Int] = [:]
    /// How many of its ranges have rows at all.
    var ranges = 0
}

/// What is remembered of one, under its name.
struct KnownBlock: Equatable {
    let digest: Int
    let ranges: Int
}

/// What is remembered of a range, or will be.
struct KnownRange {
    /// The name of its block.
    let block: Int
    let name: Int
    let digest: Int
}

extension RangeDigest {
    var block: Int { range >> RangeScript.blockBitsOfRanges }

    func known(in blocks: [Int: Block]) -> KnownRange {
        KnownRange(block: blocks[block]?.name ?? block, name: name, digest: digest)
    }
}

extension [Int] {
    /// Spans of sorted blocks, each of which is one pass: few of them, and none so long that its ranges would take much memory.
    ///
    ///     [1, 2, 5, 90].spans  // 1...5, 90...90
    var spans: [ClosedRange<Int>] {
        reduce(into: []) { spans, block in
            if let last = spans.last, block - last.upperBound <= 4, block - last.lowerBound < 64 {
                spans[spans.count - 1] = last.lowerBound...block
            } else {
                spans.append(block...block)
            }
        }
    }
}
