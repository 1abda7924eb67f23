import ImpactPlan

/// A row of what the source says of blocks of 65,536 numbers, and of the ranges of 64 in them.
struct StampedBlock {
    /// What the block is called on the target.
    let name: Int
    /// Of the numbers that have rows.
    let digest: Int
    /// How many of its ranges have rows.
    let ranges: Int
    /// One of them, where it is listed.
    let range: StampedRange?
}

struct StampedRange {
    let digest: RangeDigest
    /// The numbers that have new rows, a bit for each.
    let new: Int
}

extension StampedBlock {
    /// - Parameter row: eight numbers, and a ninth where each number is that of one row.
    init(_ row: [Int]) {
        (name, digest, ranges) = (row[1], row[2], row[3])
        // A digest is 0 where there is none.
        range =
            row[6] == 0
            ? nil
            : StampedRange(
                digest: RangeDigest(range: row[4], name: row[5], digest: row[6], present: row.count > 8 ? row[8] : nil), new: row[7])
    }
}

/// What is remembered of a range, or will be.
struct KnownRange {
    /// The name of its block.
    let block: Int
    let name: Int
    let digest: Int
}

extension StampedRange {
    func known(in block: Int) -> KnownRange { KnownRange(block: block, name: digest.name, digest: digest.digest) }
}
