import ImpactSemantics
import PostgresSQL

/// Of each block of 65,536 numbers, whether they are those that have rows still; and the ranges of 64 in it where they are not, or where a number
/// has a new row. What the rows hold is not looked at.
///
/// A row version that is seen now, and whose transaction had ended when an earlier snapshot was taken, was seen by that one as well: it had been
/// written, and was not deleted yet. So where no version is new, those seen now are among those seen then; and where there are as many for each
/// number, they are the same. The age of `xmin` says who wrote a version, and a digest of the numbers how many there are for each.
///
/// It is one pass over the rows. The source is told which blocks are known, and tells of the others which ranges they have.
extension RangeLowering {
    /// From the key to the rows by their numbers; the listing comes after.
    var stamped: [CommonTable] {
        hashingKeys + [since, CommonTable(name: names.numbers, columns: [], body: .union(lineage.paths.indices.map(stamped)))]
    }

    /// The rows at the end of one path, by their number, and a hash of it that is the path's own. A row that another led to is as new as the
    /// newest of them.
    private func stamped(_ path: Int) -> Select {
        let (items, value) = joined(lineage.paths[path])
        let number = SQLExpression.cast(value, "bigint")
        let ages = items.map { SQLExpression.call("age", [.column($0.alias, "xmin")]) }
        var select = Select()
        select.columns = [SelectColumn(number, as: "number")]
        if uniqueNumber == nil { select.columns.append(SelectColumn(.call("hashint8extended", [number, .integer(path)]), as: "hash")) }
        select.columns.append(SelectColumn(ages.count == 1 ? ages[0] : .call("least", ages), as: "age"))
        select.from = items
        if mayLackNumber(lineage.paths[path]) { select.conditions = [.test(value, .isNotNull)] }
        return select
    }

    /// Ages are distances, and go well with numbers that begin anew after four billions.
    private var since: CommonTable {
        var select = Select()
        let transaction = SQLExpression.cast(.cast(.call("current_setting", [.string("impact.since")]), "xid8"), "xid")
        select.columns = [SelectColumn(.call("age", [transaction]), as: "age")]
        return CommonTable(name: names.since, columns: [], body: .select(select))
    }
}

extension RangeListing {
    func rangesOfNumbers(_ holdsOneRowEach: Bool) -> Select {
        let number = SQLExpression.column(names.numbers, "number")
        let range = SQLExpression.binary(.shiftedRight, number, .integer(UnitOfChange.bits))
        var select = Select()
        select.columns = [
            SelectColumn(range, as: "range"),
            SelectColumn(holdsOneRowEach ? places(of: number, where: []) : .call("sum", [.column(names.numbers, "hash")]), as: content),
            SelectColumn(places(of: number, where: [isNew]), as: "new"),
        ]
        select.from = [FromItem(.first, .table(schema: nil, names.numbers), as: names.numbers)]
        select.groupBy = [range]
        return select
    }

    /// A bit for each number of a range.
    private func places(of number: SQLExpression, where conditions: [SQLExpression]) -> SQLExpression {
        let place = SQLExpression.cast(.binary(.bitAnd, number, .integer(UnitOfChange.size - 1)), "integer")
        return .aggregate(
            "bit_or", [.binary(.shiftedLeft, .cast(.integer(1), "bigint"), place)], isDistinct: false, filter: conditions)
    }

    private var isNew: SQLExpression {
        var age = Select()
        age.columns = [SelectColumn(.column(nil, "age"))]
        age.from = [FromItem(.first, .table(schema: nil, names.since), as: names.since)]
        return .binary(.lessOrEqual, .column(names.numbers, "age"), .scalar(age))
    }
}
