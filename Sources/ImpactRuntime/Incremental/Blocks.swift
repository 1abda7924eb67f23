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
    var block: Int { range >> 10 }
}
