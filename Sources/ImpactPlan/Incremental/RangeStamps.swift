import ImpactSemantics
import PostgresSQL

/// Of each range of 64 numbers, which of them have rows, and which have new ones. What the rows hold is not looked at.
///
/// A row version that is seen now, and whose transaction had ended when an earlier snapshot was taken, was seen by that one as well: it had been
/// written, and was not deleted yet. So where no version is new, those seen now are among those seen then; and where there are as many for each
/// number, they are the same. The age of `xmin` says who wrote a version, and a digest of the numbers how many there are for each.
extension RangeLowering {
    var stamps: Select {
        let rows = CommonTable(name: commonName("numbers"), columns: [], body: .union(lineage.paths.indices.map(stamped)))
        let number = SQLExpression.column(rows.name, "number")
        let range = SQLExpression.binary(.shiftedRight, number, .integer(UnitOfChange.bits))
        let total = SQLExpression.call("sum", [.column(rows.name, "hash")])
        var select = Select()
        select.columns = [
            SelectColumn(range, as: "range"),
            SelectColumn(name(of: range), as: "name"),
            SelectColumn(keyed([.string("numbers|"), range, .string("|"), total]), as: "digest"),
            SelectColumn(.call("coalesce", [places(of: number, where: [isNew(rows.name)]), .integer(0)]), as: "new"),
        ]
        if uniqueNumber != nil { select.columns.append(SelectColumn(places(of: number, where: []), as: "present")) }
        select.with = hashingKeys + [since, rows]
        select.from = [FromItem(.first, .table(schema: nil, rows.name), as: rows.name)]
        select.groupBy = [range]
        return select
    }

    /// The rows at the end of one path. One that another led to is as new as the newest of them.
    private func stamped(_ number: Int) -> Select {
        let path = lineage.paths[number]
        let (items, unitValue) = joined(path)
        let value = SQLExpression.cast(unitValue, "bigint")
        let ages = items.map { SQLExpression.call("age", [.column($0.alias, "xmin")]) }
        var select = Select()
        select.columns = [
            SelectColumn(value, as: "number"), SelectColumn(.call("hashint8extended", [value, .integer(number)]), as: "hash"),
            SelectColumn(ages.count == 1 ? ages[0] : .call("least", ages), as: "age"),
        ]
        select.from = items
        if mayLackNumber(path) { select.conditions = [.test(unitValue, .isNotNull)] }
        return select
    }

    /// A bit for each number of a range.
    private func places(of number: SQLExpression, where conditions: [SQLExpression]) -> SQLExpression {
        let place = SQLExpression.cast(.binary(.bitAnd, number, .integer(UnitOfChange.size - 1)), "integer")
        return .aggregate(
            "bit_or", [.binary(.shiftedLeft, .cast(.integer(1), "bigint"), place)], isDistinct: false, filter: conditions)
    }

    // MARK: - Since when

    private var sinceName: String { commonName("since") }

    /// Ages are distances, and go well with numbers that begin anew after four billions.
    private var since: CommonTable {
        var select = Select()
        let transaction = SQLExpression.cast(.cast(.call("current_setting", [.string("impact.since")]), "xid8"), "xid")
        select.columns = [SelectColumn(.call("age", [transaction]), as: "age")]
        return CommonTable(name: sinceName, columns: [], body: .select(select))
    }

    private func isNew(_ rows: String) -> SQLExpression {
        var age = Select()
        age.columns = [SelectColumn(.column(nil, "age"))]
        age.from = [FromItem(.first, .table(schema: nil, sinceName), as: sinceName)]
        return .binary(.lessOrEqual, .column(rows, "age"), .scalar(age))
    }
}
