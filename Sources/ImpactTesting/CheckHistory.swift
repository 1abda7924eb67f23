import ImpactDiagnostics
import ImpactPlan
import ImpactSyntax
import PostgresSQL

/// `stats(date: "2026-06-14", reglementations_a_jour: 2)`: what an earlier run left in a metric's table.
struct GivenHistory {
    let table: String
    let values: [(column: ColumnPlan, literal: TypedLiteral)]

    func insert(schema: String) -> String {
        Renderer().render([
            .insertRows(into: TableName(schema, table), columns: values.map(\.column.name), [values.map(\.literal.value)])
        ])
    }
}

extension TestChecker {
    /// Nil where the argument is no row of a metric.
    mutating func history(_ argument: ArgumentSyntax) -> GivenHistory? {
        guard argument.label == nil, case .call(let callee, let arguments) = argument.value.kind, case .name(let name) = callee.kind,
            project.sources[name] == nil, let table = tables.first(where: { $0.name == name && $0.isHistory })
        else { return nil }
        let values = arguments.compactMap { value($0, of: table) }
        for key in table.key where !arguments.contains(where: { $0.label?.text == key.name }) {
            report(
                "wrong-arguments", argument.value.range, "a row of `\(name)` is given without its `\(key.name)`",
                help: "write `\(key.name): …`, the period that it is of")
        }
        reportRepeated(arguments)
        return GivenHistory(table: name, values: values)
    }
}
