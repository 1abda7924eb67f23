import ImpactSemantics
import PostgresSQL

/// Of each range in some blocks, a digest of the numbers that have rows; where a number is that of one row, also which ones.
extension RangeLowering {
    var numbers: Select {
        let rows = numbers(lineage.paths.indices.map(inBlocks))
        let number = SQLExpression.column(rows.name, "number")
        let range = SQLExpression.binary(.shiftedRight, number, .integer(UnitOfChange.bits))
        let total = SQLExpression.call("sum", [.column(rows.name, "hash")])
        var select = Select()
        select.columns = [
            SelectColumn(range, as: "range"),
            SelectColumn(name(of: range), as: "name"),
            SelectColumn(keyed([.string("numbers|"), range, .string("|"), total]), as: "digest"),
        ]
        if uniqueNumber != nil { select.columns.append(SelectColumn(places(of: number, where: []), as: "present")) }
        select.with = hashingKeys + [blocks, rows]
        select.from = [FromItem(.first, .table(schema: nil, rows.name), as: rows.name)]
        select.groupBy = [range]
        return select
    }

    /// The rows at the end of one path, in the blocks: one pass over the table, of which an index on the number spares what lies outside of them all.
    private func inBlocks(_ number: Int) -> Select {
        var (select, _, value) = numbered(number)
        let first = SQLExpression.binary(.shiftedLeft, .call("min", [blockColumn]), .integer(UnitOfChange.blockBits))
        let last = SQLExpression.binary(
            .plus, .binary(.shiftedLeft, .call("max", [blockColumn]), .integer(UnitOfChange.blockBits)),
            .integer(1 << UnitOfChange.blockBits - 1))
        var isAmong = fromBlocks([SelectColumn(.integer(1))])
        isAmong.conditions = [.binary(.equal, blockColumn, .binary(.shiftedRight, value, .integer(UnitOfChange.blockBits)))]
        select.conditions = [
            .between(value, .scalar(fromBlocks([SelectColumn(first)])), .scalar(fromBlocks([SelectColumn(last)]))),
            .exists(isAmong, isNegated: false),
        ]
        return select
    }

    private var blocksName: String { commonName("blocks") }

    private var blockColumn: SQLExpression { .column(blocksName, "block") }

    private func fromBlocks(_ columns: [SelectColumn]) -> Select {
        var select = Select()
        select.columns = columns
        select.from = [FromItem(.first, .table(schema: nil, blocksName), as: blocksName)]
        return select
    }

    private var blocks: CommonTable {
        var select = Select()
        let asked = SQLExpression.cast(.call("current_setting", [.string("impact.blocks")]), "bigint[]")
        select.columns = [SelectColumn(.call("unnest", [asked]), as: "block")]
        return CommonTable(name: blocksName, columns: [], body: .select(select))
    }
}

extension RangeLowering {
    func numbers(_ paths: [Select]) -> CommonTable { CommonTable(name: commonName("numbers"), columns: [], body: .union(paths)) }

    /// The rows at the end of one path, by their number and a hash of it that is the path's own.
    ///
    /// - Returns: also the tables of the path, and the number as it is in one of them.
    func numbered(_ path: Int) -> (Select, items: [FromItem], value: SQLExpression) {
        let (items, value) = joined(lineage.paths[path])
        let number = SQLExpression.cast(value, "bigint")
        var select = Select()
        select.columns = [SelectColumn(number, as: "number"), SelectColumn(.call("hashint8extended", [number, .integer(path)]), as: "hash")]
        select.from = items
        if mayLackNumber(lineage.paths[path]) { select.conditions = [.test(value, .isNotNull)] }
        return (select, items, value)
    }

    /// A bit for each number of a range.
    func places(of number: SQLExpression, where conditions: [SQLExpression]) -> SQLExpression {
        let place = SQLExpression.cast(.binary(.bitAnd, number, .integer(UnitOfChange.size - 1)), "integer")
        return .aggregate(
            "bit_or", [.binary(.shiftedLeft, .cast(.integer(1), "bigint"), place)], isDistinct: false, filter: conditions)
    }
}
