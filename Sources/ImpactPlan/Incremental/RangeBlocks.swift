import PostgresSQL

/// From ranges of numbers to the blocks of 65,536 that they are in: of each block a digest, and its ranges, where the digest is none of those
/// that the source is told of.
struct BlockLowering {
    let lowering: RangeLowering
    /// What digests are of: `numbers`, `rows`.
    let subject: String
    /// A range has 2 to the power of this of numbers.
    let bits: Int
    /// The common table of the ranges, made from others.
    let ranges: CommonTable
    let others: [CommonTable]
    /// The column that says what is in a range.
    let content: String
    /// A number made of that, such that two ranges which swap their contents have another sum.
    let hash: SQLExpression
    /// What the range is called on the target.
    let rangeName: SQLExpression
    /// Columns that only stamps have.
    var further: [String] = []

    func listing(alsoWhere condition: SQLExpression? = nil) -> Select {
        var select = Select()
        select.with = lowering.hashingKeys + others + [ranges, blocks]
        select.columns = ["block", "name", "digest", "ranges"].map { SelectColumn(.column(blocksName, $0)) }
        select.columns += [
            SelectColumn(range, as: "range"), SelectColumn(rangeName, as: "range_name"),
            SelectColumn(
                lowering.keyed([.string("\(subject)|"), range, .string("|"), .column(ranges.name, content)]), as: "range_digest"),
        ]
        select.columns += further.map { SelectColumn(.column(ranges.name, $0)) }
        select.from = [FromItem(.first, .table(schema: nil, blocksName), as: blocksName), known, listed(condition)]
        select.orderBy = [OrderTerm(.column(blocksName, "block"))]
        return select
    }

    private var blocksName: String { lowering.commonName("blocks") }
    private var range: SQLExpression { .column(ranges.name, "range") }
    private var block: SQLExpression { .binary(.shiftedRight, range, .integer(UnitOfChange.blockBits - bits)) }

    private var blocks: CommonTable {
        var select = Select()
        select.columns = [
            SelectColumn(block, as: "block"), SelectColumn(lowering.name(of: block, "block"), as: "name"),
            SelectColumn(lowering.keyed([.string("\(subject) of block|"), block, .string("|"), .call("sum", [hash])]), as: "digest"),
            SelectColumn(.aggregate("count", [], isDistinct: false, filter: []), as: "ranges"),
        ]
        select.from = [FromItem(.first, .table(schema: nil, ranges.name), as: ranges.name)]
        select.groupBy = [block]
        return CommonTable(name: blocksName, columns: [], body: .select(select))
    }

    private var known: FromItem {
        let digests = SQLExpression.call("unnest", [.cast(.call("current_setting", [.string("impact.known")]), "bytea[]")])
        return FromItem(
            .left, .function(digests), as: "known", columns: ["digest"],
            on: [.binary(.equal, .column("known", "digest"), .column(blocksName, "digest"))])
    }

    private func listed(_ condition: SQLExpression?) -> FromItem {
        let isUnknown = SQLExpression.test(.column("known", "digest"), .isNull)
        return FromItem(
            .left, .table(schema: nil, ranges.name), as: ranges.name,
            on: [.binary(.equal, block, .column(blocksName, "block")), condition.map { .or([isUnknown, $0]) } ?? isUnknown])
    }
}
