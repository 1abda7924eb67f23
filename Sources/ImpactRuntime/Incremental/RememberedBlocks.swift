import ImpactPlan

/// What the target remembers of blocks of numbers, and of the ranges in them. Of the latter there may be many: they are read for a few blocks
/// at a time, and written while a run reads.
extension Target {
    /// - Returns: of each model, the digest of each block by its name.
    func blocks() throws(RunError) -> [String: [Int: Int]] {
        var blocks: [String: [Int: Int]] = [:]
        for row in try connection.rows("SELECT model, name, digest FROM \(script.knownBlockTable)", during: .remembering) {
            guard let model = row[0], let name = row[1].flatMap({ Int($0) }) else { continue }
            blocks[model, default: [:]][name] = row[2].flatMap { Int($0) }
        }
        return blocks
    }

    /// - Returns: the digest of each range of the blocks of those names, by its own.
    func ranges(of model: String, in blocks: [Int]) throws(RunError) -> [Int: Int] {
        var digests: [Int: Int] = [:]
        try connection.numbers(
            "SELECT name, digest FROM \(script.knownRangeTable) WHERE model = $1 AND block = ANY ($2::bigint[])", [model, array(blocks)],
            during: .remembering
        ) { digests[$0[0]] = $0[1] }
        return digests
    }

    func forget(_ ranges: [Int], in blocks: [Int], of model: String) throws(RunError) {
        guard !ranges.isEmpty else { return }
        _ = try connection.rows(
            """
            DELETE FROM \(script.knownRangeTable)
            WHERE model = $1 AND block = ANY ($2::bigint[]) AND name = ANY ($3::bigint[])
            """, [model, array(blocks), array(ranges)], during: .remembering)
    }

    func forgetRanges(of model: String) throws(RunError) {
        _ = try connection.rows("DELETE FROM \(script.knownRangeTable) WHERE model = $1", [model], during: .remembering)
    }

    /// - Parameter areSome: whether some of them are known, with other digests.
    func remember(_ ranges: [KnownRange], of model: String, insteadOfOthers areSome: Bool) throws(RunError) {
        for first in stride(from: 0, to: ranges.count, by: KnownRange.atOnce) {
            try remember(ranges[first...].prefix(KnownRange.atOnce), of: model, insteadOfOthers: areSome)
        }
    }

    private func remember(_ ranges: ArraySlice<KnownRange>, of model: String, insteadOfOthers areSome: Bool) throws(RunError) {
        _ = try connection.rows(
            """
            INSERT INTO \(script.knownRangeTable) (model, block, name, digest)
            SELECT $1, * FROM unnest($2::bigint[], $3::bigint[], $4::bigint[])
            \(areSome ? "ON CONFLICT (model, block, name) DO UPDATE SET digest = excluded.digest" : "")
            """, [model, array(ranges.map(\.block)), array(ranges.map(\.name)), array(ranges.map(\.digest))], during: .remembering)
    }
}
