import ImpactSemantics
import PostgresSQL

/// Of each range between two numbers, a digest of the numbers that have rows; where a number is that of one row, also which ones.
extension RangeLowering {
    var numbers: Select {
        let rows = numbers(lineage.paths.indices.map(between))
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
        select.with = hashingKeys + [rows]
        select.from = [FromItem(.first, .table(schema: nil, rows.name), as: rows.name)]
        select.groupBy = [range]
        return select
    }

    /// The rows at the end of one path, of the numbers in between. The bounds are looked up once, and not for each row; PostgreSQL does not know
    /// them when it plans, takes them for near each other, and the way of an index.
    private func between(_ path: Int) -> Select {
        var (select, _, value) = numbered(path)
        select.conditions = [.between(value, bound("impact.first"), bound("impact.last"))]
        return select
    }

    private func bound(_ setting: String) -> SQLExpression {
        var select = Select()
        select.columns = [SelectColumn(.cast(.call("current_setting", [.string(setting)]), "bigint"))]
        return .scalar(select)
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
        let hash = SQLExpression.call("hashint8extended", [number, .integer(path)])
        select.columns = [SelectColumn(number, as: "number"), SelectColumn(hash, as: "hash")]
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
