import PostgresSQL

/// From rows to ranges, to the blocks of 65,536 numbers that they are in: of each block a digest, and its ranges, where the digest is none of those
/// that the source is told of. Each model has rows of its own, and what is made of them is the same for most.
struct RangeListing: Hashable, Sendable {
    /// What digests are of.
    enum Subject: Hashable, Sendable {
        /// `holdsOneRowEach`: a number is that of one row, and of nothing else. Then those of a range are known by a bit for each.
        case numbers(holdsOneRowEach: Bool)
        case rows
    }

    let subject: Subject
    let names: RangeNames
}

extension RangeListing {
    var select: Select {
        var select = Select()
        select.with = [CommonTable(name: names.ranges, columns: [], body: .select(ranges)), blocks]
        select.columns = ["block", "name", "digest", "ranges"].map { SelectColumn(.column(names.blocks, $0)) }
        select.columns += [
            SelectColumn(range, as: "range"), SelectColumn(rangeName, as: "range_name"),
            SelectColumn(names.keyed([.string("\(word)|"), range, .string("|"), .column(names.ranges, content)]), as: "range_digest"),
        ]
        select.columns += further.map { SelectColumn(.column(names.ranges, $0)) }
        select.from = [FromItem(.first, .table(schema: nil, names.blocks), as: names.blocks), known, listed]
        select.orderBy = [OrderTerm(.column(names.blocks, "block"))]
        return select
    }

    var range: SQLExpression { .column(names.ranges, "range") }
    private var block: SQLExpression { .binary(.shiftedRight, range, .integer(UnitOfChange.blockBits - bits)) }

    private var blocks: CommonTable {
        var select = Select()
        select.columns = [
            SelectColumn(block, as: "block"), SelectColumn(names.name(of: block, "block"), as: "name"),
            SelectColumn(names.keyed([.string("\(word) of block|"), block, .string("|"), .call("sum", [hash])]), as: "digest"),
            SelectColumn(.aggregate("count", [], isDistinct: false, filter: []), as: "ranges"),
        ]
        select.from = [FromItem(.first, .table(schema: nil, names.ranges), as: names.ranges)]
        select.groupBy = [block]
        return CommonTable(name: names.blocks, columns: [], body: .select(select))
    }

    private var known: FromItem {
        let digests = SQLExpression.call("unnest", [.cast(.call("current_setting", [.string("impact.known")]), "bytea[]")])
        return FromItem(
            .left, .function(digests), as: "known", columns: ["digest"],
            on: [.binary(.equal, .column("known", "digest"), .column(names.blocks, "digest"))])
    }

    private var listed: FromItem {
        let isUnknown = SQLExpression.test(.column("known", "digest"), .isNull)
        return FromItem(
            .left, .table(schema: nil, names.ranges), as: names.ranges,
            on: [.binary(.equal, block, .column(names.blocks, "block")), alsoWhere.map { .or([isUnknown, $0]) } ?? isUnknown])
    }
}

extension RangeListing {
    /// In the texts that are hashed.
    private var word: String { subject == .rows ? "rows" : "numbers" }

    /// A range has 2 to the power of this of numbers.
    private var bits: Int { subject == .rows ? UnitOfChange.digestedBits : UnitOfChange.bits }

    private var ranges: Select {
        switch subject {
        case .numbers(let holdsOneRowEach): rangesOfNumbers(holdsOneRowEach)
        case .rows: rangesOfRows
        }
    }

    /// The column that says what is in a range.
    var content: String { subject == .numbers(holdsOneRowEach: true) ? "present" : "hash" }

    /// A number made of that, such that two ranges which swap their contents have another sum.
    private var hash: SQLExpression {
        let held = SQLExpression.column(names.ranges, content)
        return switch subject {
        case .numbers(holdsOneRowEach: true): .call("hashint8extended", [held, range])
        case .numbers(holdsOneRowEach: false): held
        case .rows: .call("hash_numeric_extended", [held, range])
        }
    }

    /// What the range is called on the target.
    private var rangeName: SQLExpression { subject == .rows ? nameOfDigested : names.name(of: range) }

    /// Columns that only stamps have.
    private var further: [String] {
        switch subject {
        case .numbers(let holdsOneRowEach): holdsOneRowEach ? ["new", "present"] : ["new"]
        case .rows: []
        }
    }

    /// Which ranges of a known block there are all the same.
    private var alsoWhere: SQLExpression? { subject == .rows ? nil : .test(.column(names.ranges, "new"), .isNotNull) }
}
