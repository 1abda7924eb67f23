import ImpactSemantics
import PostgresSQL

/// Of each block of 65,536 numbers, a digest of all that the SELECT reads of it; and the ranges of 16 in it.
///
/// A row counts by a hash of its text, which no two values share that look different: not `1.0` and `1.00`, nor `é` in
/// two spellings. The sum is blind to the order of the rows and not to their number. Hashes of records would not do:
/// they add up their columns', so that two rows which swap a value keep their sum.
///
/// It is one pass over the rows, as that of the stamps is. All rows of a range are read again for one that changed, so that ranges are finer.
extension RangeLowering {
    /// From the key to the hashed rows; the listing comes after.
    var hashed: [CommonTable] {
        hashingKeys + [CommonTable(name: names.rows, columns: [], body: .union(lineage.paths.indices.map(hashed)))]
    }

    /// The rows at the end of one path, by the range of the row it starts from. Paths have hashes of their own: a row
    /// that leaves one and enters another is no change of nothing.
    private func hashed(_ number: Int) -> Select {
        let path = lineage.paths[number]
        let (items, unitValue) = joined(path)
        let alias = items.last?.alias ?? ""
        let columns = (columns[tables.end(of: path)] ?? []).map { SQLExpression.column(alias, $0) }
        var select = Select()
        let range = SQLExpression.binary(.shiftedRight, .cast(unitValue, "bigint"), .integer(UnitOfChange.digestedBits))
        let hash = SQLExpression.call("hashtextextended", [.cast(.row(columns), "text"), .integer(number)])
        select.columns = [SelectColumn(range, as: "range"), SelectColumn(hash, as: "hash")]
        select.from = items
        if mayLackNumber(path) { select.conditions = [.test(unitValue, .isNotNull)] }
        return select
    }

    /// Whether a row on the path may be without the number: it is then nobody's.
    func mayLackNumber(_ path: Lineage.Path) -> Bool {
        guard let hop = path.first, hop.from == unit.column else { return unit.isOptional }
        return project.sources[hop.source]?.mayLack(hop.to) ?? true
    }

    /// The tables of a path, from the first that has the number to the last, and the number.
    func joined(_ path: Lineage.Path) -> ([FromItem], SQLExpression) {
        var alias = snakeCase(model.source)
        var items = [FromItem(.first, .table(schema: nil, tables.end(of: [])), as: alias)]
        var number = SQLExpression.column(alias, unit.column)
        for (index, hop) in path.enumerated() {
            let from = SQLExpression.column(alias, hop.from)
            let table = FromItem.Relation.table(schema: nil, tables.end(of: path[...index]))
            // Whose number it is need not be looked up.
            if from == number { items = [] }
            alias = fresh(snakeCase(hop.source), besides: items)
            let to = SQLExpression.column(alias, hop.to)
            items.append(FromItem(items.isEmpty ? .first : .inner, table, as: alias, on: items.isEmpty ? [] : [.binary(.equal, to, from)]))
            if from == number { number = to }
        }
        return (items, number)
    }

    private func fresh(_ name: String, besides items: [FromItem]) -> String {
        let taken = Set(items.map(\.alias))
        return taken.contains(name) ? name + "_\(items.count + 1)" : name
    }
}

extension RangeListing {
    var rangesOfRows: Select {
        let range = SQLExpression.column(names.rows, "range")
        var select = Select()
        select.columns = [SelectColumn(range, as: "range"), SelectColumn(.call("sum", [.column(names.rows, "hash")]), as: content)]
        select.from = [FromItem(.first, .table(schema: nil, names.rows), as: names.rows)]
        select.groupBy = [range]
        return select
    }

    /// What the range of 64 is called, and which part of it: a part without rows is found by the name of another.
    var nameOfDigested: SQLExpression {
        guard names.isPseudonym else { return range }
        let whole = names.name(of: .binary(.shiftedRight, range, .integer(UnitOfChange.bits - UnitOfChange.digestedBits)))
        let part = SQLExpression.cast(.binary(.bitAnd, range, .integer(RangeScript.parts - 1)), "integer")
        return .call("set_byte", [whole, .integer(7), part])
    }
}

extension Source {
    fileprivate func mayLack(_ name: String) -> Bool {
        if let column = columns.first(where: { $0.column == name }) { return column.type.isOptional }
        return relations.contains { relation in
            if case .toOne(name, _, true, _) = relation.kind { true } else { false }
        }
    }
}
