import ImpactSemantics
import PostgresSQL

/// The small published table that says how fresh the others are. It is made from the ledger, last of all, in the publishing transaction.
package func synchronization(_ schema: String, internal hidden: String, language: String) -> MetricScript {
    let words = SynchronizationWords(language)
    let columns = words.columns
    let table = TableName(schema, words.table)
    let creation: [Statement] =
        [
            .createTable(
                schema: schema, table: words.table, columns: columns.map { TableColumn($0.name, $0.type, isRequired: $0.isRequired) },
                key: [words.name], foreignKeys: []), .commentOnTable(schema: schema, table: words.table, words.meaning),
        ] + columns.map { .commentOnColumn(schema: schema, table: words.table, column: $0.name, $0.meaning) }
    let refresh: [Statement] = [.delete(from: table, where: []), .insert(into: table, columns: columns.map(\.name), fresh(hidden))]
    func file(_ folder: String, _ header: String, _ statements: [Statement]) -> ScriptFile {
        ScriptFile(path: "metabase/\(folder)/\(words.table).sql", text: Renderer().render(statements, under: "\(words.table): \(header)"))
    }
    return MetricScript(
        name: words.table, kind: .table,
        published: [ScriptTable(name: words.table, columns: columns.map { ScriptColumn(name: $0.name, type: $0.type) })],
        table: file("tables", words.meaning, creation),
        refresh: file("ledger", words.meaning + " `impact.run` is the number of a run in the ledger.", refresh),
        shapes: [
            TableShape(
                table, .rows, columns: columns.map { ColumnShape($0.name, $0.type, isRequired: $0.isRequired) },
                key: KeyShape(of: words.table, [words.name]))
        ])
}

struct FreshnessColumn {
    let name: String
    let shown: String
    let type: String
    let isRequired: Bool
    let meaning: String
}

extension SynchronizationWords {
    var columns: [FreshnessColumn] {
        let timestamp = "timestamp with time zone"
        return [
            FreshnessColumn(name: name, shown: nameShown, type: "text", isRequired: true, meaning: nameMeaning),
            FreshnessColumn(name: finishedAt, shown: finishedAtShown, type: timestamp, isRequired: true, meaning: finishedAtMeaning),
            FreshnessColumn(name: snapshotAt, shown: snapshotAtShown, type: timestamp, isRequired: false, meaning: snapshotAtMeaning),
            FreshnessColumn(name: rows, shown: rowsShown, type: "bigint", isRequired: false, meaning: rowsMeaning),
            FreshnessColumn(name: hasChanged, shown: hasChangedShown, type: "boolean", isRequired: true, meaning: hasChangedMeaning),
            FreshnessColumn(name: restoredAt, shown: restoredAtShown, type: timestamp, isRequired: false, meaning: restoredAtMeaning),
        ]
    }
}

extension SynchronizationWords {
    /// As other tables' columns are planned.
    package var columnPlans: [ColumnPlan] {
        columns.map {
            ColumnPlan(
                name: $0.name, type: $0.type, isRequired: $0.isRequired, isKey: $0.name == name, documentation: $0.meaning,
                presentation: Presentation(displayName: $0.shown), reference: nil)
        }
    }
}

/// What the ledger has of the run, a row for each table, with the moment that a later one was undone.
private func fresh(_ schema: String) -> Select {
    let run = SQLExpression.cast(.call("current_setting", [.string("impact.run")]), "bigint")
    let undone = Select(
        [SelectColumn(.largest(.of("undone", "rolled_back_at")))], from: [item(.first, TableName(schema, "run"), as: "undone")],
        where: [.binary(.greater, .of("undone", "id"), .of("run", "id"))])
    return Select(
        [
            SelectColumn(.of("run_model", "name")), SelectColumn(.of("run", "finished_at")), SelectColumn(.of("run", "snapshot_at")),
            SelectColumn(.of("run_model", "rows_published")), SelectColumn(.of("run_model", "has_changed")), SelectColumn(.scalar(undone)),
        ],
        from: [
            item(.first, TableName(schema, "run"), as: "run"),
            item(
                .inner, TableName(schema, "run_model"), as: "run_model", on: [.binary(.equal, .of("run_model", "run"), .of("run", "id"))]),
        ], where: [.binary(.equal, .of("run", "id"), run)])
}
