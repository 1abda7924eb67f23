import ImpactPlan

/// A row of what the source says of blocks of 65,536 numbers, and of the ranges in them.
struct BlockRow {
    /// What the block is called on the target.
    let name: Int
    let digest: Int
    /// How many of its ranges have rows.
    let ranges: Int
    /// One of them, where it is listed.
    let range: RangeRow?
}

struct RangeRow {
    let number: Int
    /// What it is called on the target.
    let name: Int
    let digest: Int
    /// The numbers that have new rows, a bit for each; none of them where rows are digested.
    var new = 0
    /// The numbers that have any, where that tells which are gone.
    var present: Int?
}

extension BlockRow {
    /// - Parameter row: seven numbers; an eighth where rows have stamps, and a ninth where each number is that of one row.
    init(_ row: [Int]) {
        (name, digest, ranges) = (row[1], row[2], row[3])
        // A digest is 0 where there is none.
        range =
            row[6] == 0
            ? nil
            : RangeRow(
                number: row[4], name: row[5], digest: row[6], new: row.count > 7 ? row[7] : 0, present: row.count > 8 ? row[8] : nil)
    }
}

/// What is remembered of a range, or will be.
struct KnownRange {
    /// The name of its block.
    let block: Int
    let name: Int
    let digest: Int

    /// As texts they take some 70 bytes each, several times over.
    static let atOnce = 2_000
}

extension RangeRow {
    func known(in block: Int) -> KnownRange { KnownRange(block: block, name: name, digest: digest) }
}
