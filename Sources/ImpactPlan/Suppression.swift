import ImpactSemantics
import PostgresSQL

extension Anonymity {
    /// The rows of the query whose class is large enough, each with a number in place of a key.
    ///
    /// In the same SELECT, so that rows of small classes never leave production: `exposed` are the rows,
    /// `counted` adds to each how many units its class has.
    func suppressing(_ query: Select, unit: SQLExpression) -> Select {
        var exposed = query
        exposed.with = []
        let names = exposed.columns.compactMap(\.name)
        exposed.columns.append(SelectColumn(unit, as: "class_unit"))
        let partition = classes(names).map { SQLExpression.column("exposed", $0) }

        var counted = Select()
        counted.columns = names.map { SelectColumn(.column("exposed", $0)) }
        counted.columns.append(SelectColumn(distinct("class_unit", partition), as: "class_units"))
        if let diversity { counted.columns.append(SelectColumn(distinct(diversity.column, partition), as: "class_values")) }
        counted.from = [FromItem(.first, .table(schema: nil, "exposed"), as: "exposed")]

        var select = Select()
        select.with =
            query.with + [
                CommonTable(name: "exposed", columns: [], body: .select(exposed)),
                CommonTable(name: "counted", columns: [], body: .select(counted)),
            ]
        select.columns = [SelectColumn(number(names), as: row)] + names.map { SelectColumn(.column("counted", $0)) }
        select.from = [FromItem(.first, .table(schema: nil, "counted"), as: "counted")]
        select.conditions = [.binary(.greaterOrEqual, .column("counted", "class_units"), .integer(size))]
        if let diversity {
            select.conditions.append(.binary(.greaterOrEqual, .column("counted", "class_values"), .integer(diversity.values)))
        }
        return select
    }

    private func classes(_ columns: [String]) -> [String] { columns.filter { $0 != diversity?.column } }

    /// PostgreSQL has no `count(DISTINCT …) OVER`; the ranks from both ends of a class add up to it.
    private func distinct(_ column: String, _ partition: [SQLExpression]) -> SQLExpression {
        func rank(isDescending: Bool) -> SQLExpression {
            .over(.call("dense_rank", []), partition: partition, order: [OrderTerm(.column("exposed", column), isDescending: isDescending)])
        }
        return .binary(.minus, .binary(.plus, rank(isDescending: false), rank(isDescending: true)), .integer(1))
    }

    /// From what is published anyway, and the rank among rows that are all alike: it says nothing more, not even an order.
    private func number(_ names: [String]) -> SQLExpression {
        let columns = names.map { SQLExpression.column("counted", $0) }
        let rank = SQLExpression.over(.call("row_number", []), partition: columns, order: [])
        let text = SQLExpression.binary(.concatenation, .binary(.concatenation, .cast(.call("ROW", columns), "text"), .string("|")), rank)
        let digest = SQLExpression.call("sha256", [.call("convert_to", [text, .string("UTF8")])])
        return .cast(.call("encode", [.call("substr", [digest, .integer(1), .integer(16)]), .string("hex")]), "uuid")
    }

    /// Classes of a published table that are too small: there should be none.
    func smallClasses(of table: String, in schema: String, columns: [String]) -> Select {
        let classes = classes(columns)
        var select = Select()
        select.columns = [SelectColumn(.aggregate("count", [], isDistinct: false, filter: []), as: "rows")]
        select.from = [FromItem(.first, .table(schema: schema, table), as: table)]
        select.groupBy = classes.map { .column(table, $0) }
        var tests = [SQLExpression.binary(.less, .aggregate("count", [], isDistinct: false, filter: []), .integer(size))]
        if let diversity {
            tests.append(
                .binary(
                    .less, .aggregate("count", [.call("ROW", [.column(table, diversity.column)])], isDistinct: true, filter: []),
                    .integer(diversity.values)))
        }
        // Without classes the whole table is one, and an empty one harms nobody.
        select.having =
            classes.isEmpty
            ? [.binary(.greater, .aggregate("count", [], isDistinct: false, filter: []), .integer(0)), .or(tests)] : [.or(tests)]
        return select
    }
}
