import ImpactSemantics
import PostgresSQL

/// Of each block of 65,536 numbers, whether they are those that have rows still; and the ranges of 64 in which a number has a new one. What the
/// rows hold is not looked at.
///
/// A row version that is seen now, and whose transaction had ended when an earlier snapshot was taken, was seen by that one as well: it had been
/// written, and was not deleted yet. So where no version is new, those seen now are among those seen then; and where there are as many for each
/// number, they are the same. The age of `xmin` says who wrote a version, and a digest of the numbers how many there are for each.
extension RangeLowering {
    var stamps: Select {
        let name = commonName("blocks")
        let block = SQLExpression.column(name, "block")
        let total = SQLExpression.over(.call("sum", [.column(name, "hash")]), partition: [block], order: [])
        var select = Select()
        select.columns = [
            SelectColumn(block, as: "block"),
            SelectColumn(self.name(of: block, "block"), as: "name"),
            SelectColumn(keyed([.string("numbers of block|"), block, .string("|"), total]), as: "digest"),
            SelectColumn(.column(name, "range"), as: "range"), SelectColumn(.column(name, "new"), as: "new"),
        ]
        let rows = numbers(lineage.paths.indices.map(stamped))
        select.with = hashingKeys + [since, rows, parts(rows.name), blocks(name)]
        select.from = [FromItem(.first, .table(schema: nil, name), as: name)]
        return select
    }

    /// The rows at the end of one path. One that another led to is as new as the newest of them.
    private func stamped(_ number: Int) -> Select {
        var (select, items, _) = numbered(number)
        let ages = items.map { SQLExpression.call("age", [.column($0.alias, "xmin")]) }
        select.columns.append(SelectColumn(ages.count == 1 ? ages[0] : .call("least", ages), as: "age"))
        return select
    }

    // MARK: - Blocks, and ranges in them

    private var partsName: String { commonName("parts") }

    /// By one number, of which PostgreSQL makes few groups without a sort: an even one is a block of old rows, an odd one a range of new rows.
    private func parts(_ rows: String) -> CommonTable {
        let number = SQLExpression.column(rows, "number")
        let range = twice(.binary(.shiftedRight, number, .integer(UnitOfChange.bits)))
        let block = twice(.binary(.shiftedRight, number, .integer(UnitOfChange.blockBits)))
        let part = SQLExpression.choice(
            subject: nil, branches: [SQLBranch(isNew(rows), .binary(.plus, range, .integer(1)))], otherwise: block)
        var select = Select()
        select.columns = [
            SelectColumn(part, as: "part"), SelectColumn(.call("sum", [.column(rows, "hash")]), as: "hash"),
            SelectColumn(places(of: number, where: [isNew(rows)]), as: "new"),
        ]
        select.from = [FromItem(.first, .table(schema: nil, rows), as: rows)]
        select.groupBy = [part]
        return CommonTable(name: partsName, columns: [], body: .select(select))
    }

    private func blocks(_ name: String) -> CommonTable {
        let part = SQLExpression.column(partsName, "part")
        let isRange = SQLExpression.binary(.equal, .binary(.bitAnd, part, .integer(1)), .integer(1))
        func ifRange(_ value: SQLExpression, otherwise: SQLExpression?) -> SQLExpression {
            .choice(subject: nil, branches: [SQLBranch(isRange, value)], otherwise: otherwise)
        }
        func shifted(_ bits: Int) -> SQLExpression { .binary(.shiftedRight, part, .integer(bits)) }
        var select = Select()
        let ranges = RangeScript.blockBitsOfRanges
        select.columns = [
            SelectColumn(ifRange(shifted(ranges + 1), otherwise: shifted(1)), as: "block"),
            SelectColumn(ifRange(shifted(1), otherwise: nil), as: "range"),
            SelectColumn(.column(partsName, "hash"), as: "hash"), SelectColumn(.column(partsName, "new"), as: "new"),
        ]
        select.from = [FromItem(.first, .table(schema: nil, partsName), as: partsName)]
        return CommonTable(name: name, columns: [], body: .select(select))
    }

    private func twice(_ value: SQLExpression) -> SQLExpression { .binary(.times, .integer(2), value) }

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
