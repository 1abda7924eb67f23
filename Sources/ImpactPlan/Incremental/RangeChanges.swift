import ImpactSemantics
import PostgresSQL

/// The rows of the ranges that changed, by the SELECT as it stands: common tables in front of it have the names of the
/// tables that it reads, and few of their rows.
extension RangeLowering {
    /// Of each range, the numbers at its places: one bit for each. `<>`, since PostgreSQL expects most rows to be unequal to something, and
    /// few to be equal.
    private func affected(_ places: String) -> CommonTable {
        var select = Select()
        let first = SQLExpression.binary(.times, .column("ranges", "range"), .integer(UnitOfChange.size))
        let bit = SQLExpression.binary(
            .bitAnd, .binary(.shiftedRight, .column("ranges", "places"), .column("numbers", "place")), .integer(1))
        select.columns = [SelectColumn(.binary(.plus, first, .column("numbers", "place")), as: unit.column)]
        select.from = [
            FromItem(
                .first, .function(.call("unnest", ["impact.ranges", places].map(numbers))), as: "ranges",
                columns: ["range", "places"]),
            FromItem(
                .cross, .function(.call("generate_series", [.integer(0), .integer(UnitOfChange.size - 1)])), as: "numbers",
                columns: ["place"]),
        ]
        select.conditions = [.binary(.notEqual, bit, .integer(0))]
        return CommonTable(name: names.affected, columns: [], body: .select(select))
    }

    private func numbers(_ setting: String) -> SQLExpression { .cast(.call("current_setting", [.string(setting)]), "bigint[]") }

    var keys: Select {
        let alias = snakeCase(model.source)
        var select = Select()
        select.with = (unit.isPseudonym ? [Lowering(project: project).pads] : []) + [affected("impact.places")]
        select.columns = [SelectColumn(unit.value, as: unit.key.name)]
        select.from = [FromItem(.first, .table(schema: nil, names.affected), as: alias)]
        return select
    }

    /// What comes between the common tables of the SELECT and the SELECT itself, and a condition of it where they do not do.
    var narrowing: (tables: [CommonTable], condition: SQLExpression?) {
        let narrowed = narrowed
        let before = [affected("impact.filled")] + narrowed
        let root = tables.end(of: [])
        // Where a relation leads back to the source, the common table has the rows that it leads to as well.
        let isAlone = lineage.paths.filter { tables.end(of: $0) == root }.count == 1
        guard !isAlone || !narrowed.contains(where: { $0.name == root }) else { return (before, nil) }
        return (before, found(in: names.affected, unit.column, .column(snakeCase(model.source), unit.column)))
    }

    /// One for each table whose rows can be told from those of tables before it. The others are read as they are, like
    /// those of another schema, whose name a common table cannot have: more rows than needed change nothing.
    private var narrowed: [CommonTable] {
        var made: [CommonTable] = []
        var waiting = tables.all.filter { !$0.contains(".") }
        while let table = waiting.first(where: { conditions(of: $0, among: made) != nil }) {
            made.append(CommonTable(name: table, columns: [], body: .select(narrowed(table, among: made))))
            waiting.removeAll { $0 == table }
        }
        return made
    }

    private func narrowed(_ table: String, among made: [CommonTable]) -> Select {
        var select = Select()
        select.columns = (columns[table] ?? []).map { SelectColumn(.column(table, $0)) }
        select.from = [FromItem(.first, .table(schema: nil, table), as: table)]
        let conditions = conditions(of: table, among: made) ?? []
        select.conditions = conditions.count > 1 ? [.or(conditions)] : conditions
        return select
    }

    /// What the rows of a table hold that any path leads to; nil where a path comes from a table that is not narrowed.
    private func conditions(of table: String, among made: [CommonTable]) -> [SQLExpression]? {
        var conditions: [SQLExpression] = []
        for path in lineage.paths where tables.end(of: path) == table {
            guard let condition = condition(path, among: made) else { return nil }
            if !conditions.contains(condition) { conditions.append(condition) }
        }
        return conditions
    }

    private func condition(_ path: Lineage.Path, among made: [CommonTable]) -> SQLExpression? {
        let table = tables.end(of: path)
        guard let hop = path.last else { return found(in: names.affected, unit.column, .column(table, unit.column)) }
        let column = SQLExpression.column(table, hop.to)
        if path.count == 1, hop.from == unit.column { return found(in: names.affected, unit.column, column) }
        let before = tables.end(of: path.dropLast())
        guard made.contains(where: { $0.name == before }) else { return nil }
        return found(in: before, hop.from, column)
    }

    private func found(in table: String, _ column: String, _ value: SQLExpression) -> SQLExpression {
        var select = Select()
        select.columns = [SelectColumn(.integer(1))]
        select.from = [FromItem(.first, .table(schema: nil, table), as: table)]
        select.conditions = [.binary(.equal, .column(table, column), value)]
        return .exists(select, isNegated: false)
    }
}
