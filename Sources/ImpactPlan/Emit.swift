import ConcurrentMap
import ImpactSemantics
import PostgresSQL

/// A file of `generated/`: the same plan gives the same bytes.
package struct GeneratedFile: Sendable, Equatable {
    package let path: String
    package let text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}

/// The texts as the runner takes them.
package func script(_ plan: Plan) -> RunScript {
    Emission(plan: plan).script
}

/// The same texts as files, by the server they run on.
package func emit(_ plan: Plan, _ script: RunScript) -> [GeneratedFile] {
    Emission(plan: plan).files(script)
}

struct Emission: Sendable {
    let plan: Plan
    let renderer = Renderer()

    var schema: String { plan.settings.schema }
    var staging: String { plan.settings.internalSchema }

    func files(_ script: RunScript) -> [GeneratedFile] {
        var found = [grants, script.schemaFile] + (plan.settings.isHardened ? plan.models.map(view) : [])
        for model in script.models { found += [model.select, model.staging, model.table, model.load, model.check].compactMap { $0 } }
        for metric in script.metrics { found += [metric.table, metric.refresh].compactMap { $0 } }
        found += script.rights.map(\.file)
        return found.map { GeneratedFile(path: $0.path, text: $0.text) }
    }

    var script: RunScript {
        RunScript(
            schema: schema, internalSchema: staging, timeZone: plan.settings.timeZone, schemaFile: schemaFile,
            models: concurrentMap(plan.models, model), metrics: concurrentMap(plan.metrics, metric), rights: plan.settings.readers.map(reader),
            expectations: plan.expectations)
    }

    func file(_ path: String, _ header: String, _ statements: [Statement]) -> ScriptFile {
        ScriptFile(path: path, text: "-- \(header)\n" + renderer.render(statements))
    }

    // MARK: - Production

    private var grants: ScriptFile {
        let role = plan.settings.sourceReader
        if plan.settings.isHardened { return viewGrants(role) }
        let header = "What `\(role)`, the runner's role on production, may read: these columns and no other. For a DBA to run there."
        let named = plan.reads.map { read in read.table.firstIndex(of: ".").map { String(read.table[..<$0]) } ?? "public" }
        let schemas = named.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let usage = schemas.map { Statement.grantUsage(schema: $0, to: role) }
        let columns = plan.reads.map { Statement.grantColumns($0.columns, on: $0.table, to: role) }
        return file("replica/grants.sql", header, usage + columns)
    }

    // MARK: - Hardened: views in production

    private func viewName(_ model: ModelPlan) -> TableName { TableName(plan.settings.viewSchema, model.name) }

    private func viewGrants(_ role: String) -> ScriptFile {
        let header =
            "What `\(role)`, the runner's role on production, may read: these views and nothing else. For a DBA to run after replica/views/*.sql."
        let views = plan.models.map(viewName)
        return file("replica/grants.sql", header, [.grantUsage(schema: plan.settings.viewSchema, to: role), .grantSelect(views, to: role)])
    }

    private func view(_ model: ModelPlan) -> ScriptFile {
        file(
            "replica/views/\(model.name).sql", "\(model.name): \(model.documentation.firstLine) For a DBA to install in production.",
            [.createSchema(plan.settings.viewSchema), .createView(viewName(model), model.select)])
    }

    /// What the runner reads: the SELECT itself, or the view that is it.
    private func select(_ model: ModelPlan) -> Select {
        guard plan.settings.isHardened else { return model.select }
        var select = Select()
        select.columns = model.columns.map { SelectColumn(.column(model.name, $0.name)) }
        select.from = [FromItem(.first, .table(schema: plan.settings.viewSchema, model.name), as: model.name)]
        return select
    }

    private func model(_ model: ModelPlan) -> ModelScript {
        let published = TableName(schema, model.name)
        let staged = TableName(staging, model.name)
        let names = model.columns.map(\.name)
        let title = "\(model.name): \(model.documentation.firstLine)"
        return ModelScript(
            name: model.name, columns: model.columns.map { ScriptColumn(name: $0.name, type: $0.type) },
            select: file("replica/\(model.name).sql", title, [.select(select(model))]),
            staging: file(
                "metabase/staging/\(model.name).sql", "\(model.name): rows on their way, which readers cannot see.",
                [.createUnloggedTable(schema: staging, table: model.name, columns: model.columns.map { $0.tableColumn(isRequired: false) })]
            ),
            table: file("metabase/tables/\(model.name).sql", title, table(model)),
            load: file(
                "metabase/load/\(model.name).sql",
                "\(model.name): rows that are gone leave, new and changed ones come, the others are not touched.",
                [
                    .deleteMissing(from: published, notIn: staged, key: model.key),
                    .insertChanged(into: published, from: staged, columns: names, key: model.key),
                ]),
            check: check(model), shape: shape(model))
    }

    private func check(_ model: ModelPlan) -> ScriptFile? {
        let path = "metabase/checks/\(model.name).sql"
        let gate = model.gate.map { [Statement.select($0)] } ?? []
        guard !model.assertions.isEmpty else {
            let header = "\(model.name): classes too small to hide anybody. A single row stops the publication."
            return gate.isEmpty ? nil : file(path, header, gate)
        }
        let classes = gate.isEmpty ? "" : " (the first: classes too small to hide anybody)"
        let header = "\(model.name): a row for each rule that does not hold\(classes). One that is no warning stops the publication."
        return file(path, header, gate + model.assertions.map(Statement.select))
    }

    // MARK: - Metabase's server

    private func table(_ model: ModelPlan) -> [Statement] {
        let create = Statement.createTable(
            schema: schema, table: model.name, columns: model.columns.map { $0.tableColumn(isRequired: $0.isRequired) },
            key: model.key, foreignKeys: model.columns.compactMap(\.reference))
        let indexes = model.indexed.map { Statement.createIndex(schema: schema, table: model.name, columns: [$0]) }
        return [create] + indexes + comments(model.name, model.documentation, model.columns)
    }

    func comments(_ table: String, _ documentation: String, _ columns: [ColumnPlan]) -> [Statement] {
        [.commentOnTable(schema: schema, table: table, documentation)]
            + columns.map { .commentOnColumn(schema: schema, table: table, column: $0.name, $0.documentation) }
    }

    private var schemaFile: ScriptFile {
        let applied = Statement.createTable(
            schema: staging, table: "applied",
            columns: [TableColumn("file", "text", isRequired: false), TableColumn("digest", "text", isRequired: true)], key: ["file"],
            foreignKeys: [])
        let columns = [
            ("started_at", "timestamp with time zone"), ("finished_at", "timestamp with time zone"), ("as_of", "date"),
            ("rows_read", "bigint"), ("rows_written", "bigint"), ("rows_deleted", "bigint"),
        ]
        let run = Statement.createTable(
            schema: staging, table: "run",
            columns: [TableColumn("id", "bigint GENERATED ALWAYS AS IDENTITY", isRequired: false)]
                + columns.map { TableColumn($0.0, $0.1, isRequired: true) }, key: ["id"], foreignKeys: [])
        let departures = Statement.createTable(
            schema: staging, table: "departure",
            columns: [
                TableColumn("table_name", "text", isRequired: true), TableColumn("column_name", "text", isRequired: true),
                TableColumn("until", "date", isRequired: true), TableColumn("is_end", "boolean", isRequired: true),
            ], key: ["table_name", "column_name"], foreignKeys: [])
        return file(
            "metabase/schema.sql",
            "\(schema): what readers see. \(staging): staging, which generated files are applied, names that may go, and the ledger of runs.",
            [
                .createSchema(schema), .createSchema(staging), .revokePublic(schema: schema), .revokePublic(schema: staging), applied,
                departures, run,
            ])
    }

    private func reader(_ role: String) -> ReaderScript {
        let tables = (plan.models.map(\.name) + plan.metrics.flatMap { $0.published.map(\.name) }).map { TableName(schema, $0) }
        return ReaderScript(
            role: role,
            file: file(
                "metabase/rights/\(role.fileName).sql",
                "What `\(role)` may do: read the published tables. REFERENCES lets Metabase see the keys.",
                [.grantUsage(schema: schema, to: role), .grantTables(tables, to: role)]))
    }
}

extension ColumnPlan {
    func tableColumn(isRequired: Bool) -> TableColumn { TableColumn(name, type, isRequired: isRequired) }
}

extension String {
    var firstLine: String { split(separator: "\n", maxSplits: 1).first.map(String.init) ?? self }
    /// A role may be named what a file may not.
    fileprivate var fileName: String { String(map { $0.isLetter || $0.isNumber || "_-".contains($0) ? $0 : "_" }) }
}
