import ImpactPlan
import PostgresSQL

/// A model with the files that the compiler would write for it.
package func model(
    _ name: String, key: String, columns: [(name: String, type: String)], select: String, constraints: String,
    references: [ForeignKey] = []
) -> ModelScript {
    let declarations = columns.map { "\($0.name) \($0.type)" }.joined(separator: ", ")
    let kept = KeptTable(of: name, "impact", name, internal: "impact_internal", key: [key])
    return ModelScript(
        name: name,
        columns: columns.map { ScriptColumn(name: $0.name, type: $0.type) },
        select: ScriptFile(path: "replica/\(name).sql", text: "-- models.dsl, \(name)\n\(select);\n"),
        staging: ScriptFile(
            path: "metabase/staging/\(name).sql",
            text: "CREATE UNLOGGED TABLE impact_internal.\(name) (\(declarations));\n"),
        table: ScriptFile(
            path: "metabase/tables/\(name).sql",
            text: "CREATE TABLE IF NOT EXISTS impact.\(name) (\(declarations),\n\(constraints));\n"),
        load: ScriptFile(
            path: "metabase/load/\(name).sql", text: Renderer().render(kept.loading(from: name, columns: columns.map(\.name)))),
        kept: kept,
        shape: TableShape(
            TableName("impact", name), .rows,
            columns: columns.map { ColumnShape($0.name, $0.type, isRequired: $0.name == key) }, key: KeyShape(of: name, [key]),
            foreignKeys: references.map { ForeignKeyShape(of: name, $0) }))
}
