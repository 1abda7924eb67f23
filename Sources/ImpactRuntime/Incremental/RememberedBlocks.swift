import ImpactPlan

/// What the target remembers of blocks of numbers, and of the ranges in them. Of the latter there may be many: they are read for a few blocks
/// at a time, and written while a run reads.
extension Target {
    func blocks(of model: String) throws(RunError) -> [Int: KnownBlock] {
        var blocks: [Int: KnownBlock] = [:]
        try connection.numbers(
            "SELECT name, digest, ranges::bigint FROM \(script.blockTable) WHERE model = $1", [model], during: .remembering
        ) { blocks[$0[0]] = KnownBlock(digest: $0[1], ranges: $0[2]) }
        return blocks
    }

    /// - Returns: the digest of each range of the blocks of those names, by its own.
    func ranges(of model: String, in blocks: [Int]) throws(RunError) -> [Int: Int] {
        var digests: [Int: Int] = [:]
        try connection.numbers(
            "SELECT name, digest FROM \(script.stampedRangeTable) WHERE model = $1 AND block = ANY ($2::bigint[])", [model, array(blocks)],
            during: .remembering
        ) { digests[$0[0]] = $0[1] }
        return digests
    }

    func forget(_ ranges: [Int], in blocks: [Int], of model: String) throws(RunError) {
        guard !ranges.isEmpty else { return }
        _ = try connection.rows(
            """
            DELETE FROM \(script.stampedRangeTable)
            WHERE model = $1 AND block = ANY ($2::bigint[]) AND name = ANY ($3::bigint[])
            """, [model, array(blocks), array(ranges)], during: .remembering)
    }

    func forgetRanges(of model: String) throws(RunError) {
        _ = try connection.rows("DELETE FROM \(script.stampedRangeTable) WHERE model = $1", [model], during: .remembering)
    }

    func remember(_ ranges: [KnownRange], of model: String) throws(RunError) {
        guard !ranges.isEmpty else { return }
        _ = try connection.rows(
            """
            INSERT INTO \(script.stampedRangeTable) (model, block, name, digest)
            SELECT $1, * FROM unnest($2::bigint[], $3::bigint[], $4::bigint[])
            """, [model, array(ranges.map(\.block)), array(ranges.map(\.name)), array(ranges.map(\.digest))], during: .remembering)
    }

    /// Writes the blocks that are not what they were.
    func remember(_ blocks: [Int: KnownBlock], of model: String, insteadOf old: [Int: KnownBlock]?) throws(RunError) {
        let gone = (old ?? [:]).filter { blocks[$0.key] != $0.value }.map(\.key)
        if old == nil || !gone.isEmpty {
            _ = try connection.rows(
                "DELETE FROM \(script.blockTable) WHERE model = $1 AND ($2::bigint[] IS NULL OR name = ANY ($2::bigint[]))",
                [model, old == nil ? nil : array(gone)], during: .remembering)
        }
        let new = blocks.filter { old?[$0.key] != $0.value }
        guard !new.isEmpty else { return }
        _ = try connection.rows(
            """
            INSERT INTO \(script.blockTable) (model, name, digest, ranges)
            SELECT $1, * FROM unnest($2::bigint[], $3::bigint[], $4::integer[])
            """,
            [model, array(new.map(\.key)), array(new.map(\.value.digest)), array(new.map(\.value.ranges))], during: .remembering)
    }
}
