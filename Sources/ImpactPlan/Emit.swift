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
        let found =
            [sourceRoles, grants, targetRoles] + serverRoles + (plan.settings.isHardened ? plan.models.map(view) : []) + script.files
        return found.map { GeneratedFile(path: $0.path, text: $0.text) } + [refreshDocument]
    }

    var script: RunScript {
        let (described, tables) = concurrently({ metadata }) {
            let listings = listings
            let models = concurrentMap(plan.models.filter { !isSpread($0) }) { model($0, listings) }
            return (models: models, metrics: concurrentMap(plan.metrics, metric))
        }
        var script = RunScript(
            schema: schema, internalSchema: staging, timeZone: plan.settings.timeZone,
            schemaFile: ImpactPlan.schemaFile(schema, internal: staging), models: tables.models, metrics: tables.metrics,
            synchronization: synchronization, metadata: described, rights: plan.settings.readers.map(reader), expectations: expectations)
        script.spread = spreadScript
        if let spread = script.spread { script.metrics = spread.models.map(shown) + script.metrics }
        return script
    }

    private var synchronization: MetricScript {
        ImpactPlan.synchronization(schema, internal: staging, language: plan.settings.language)
    }

    func file(_ path: String, _ header: String, _ statements: [Statement]) -> ScriptFile {
        ScriptFile(path: path, text: renderer.render(statements, under: header))
    }

    func file(_ path: String, _ header: String, _ query: PrintedQuery) -> ScriptFile {
        ScriptFile(path: path, text: renderer.render(query, under: header))
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
        return file("replica/grants.sql", header, usage + columns + stampGrants(role))
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

    func model(_ model: ModelPlan, _ listings: Listings) -> ModelScript {
        let printed = renderer.print(select(model))
        let kept = KeptTable(of: model.name, schema, model.name, internal: staging, key: model.key)
        let names = model.columns.map(\.name)
        let title = "\(model.name): \(model.documentation.firstLine)"
        return ModelScript(
            name: model.name, columns: model.columns.map { ScriptColumn(name: $0.name, type: $0.type) },
            select: file("replica/\(model.name).sql", title, printed),
            staging: file(
                "metabase/staging/\(model.name).sql", "\(model.name): rows on their way, which readers cannot see.",
                [.createUnloggedTable(schema: staging, table: model.name, columns: model.columns.map { $0.tableColumn(isRequired: false) })]
            ),
            table: file("metabase/tables/\(model.name).sql", title, table(model)),
            load: file(
                "metabase/load/\(model.name).sql",
                "\(model.name): rows that are gone or changed leave, and are kept for a rollback; new ones come, the others are not touched.",
                kept.loading(from: model.name, columns: names)),
            kept: kept, check: check(model), ranges: ranges(model, kept, printed, listings), shape: shape(model))
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
        return file(path, header, checks(model))
    }

    // MARK: - Metabase's server

    private func table(_ model: ModelPlan) -> [Statement] {
        let create = Statement.createTable(
            schema: schema, table: model.name, columns: model.columns.map { $0.tableColumn(isRequired: $0.isRequired) },
            key: model.key, foreignKeys: references(of: model))
        let indexes = model.indexed.map { Statement.createIndex(schema: schema, table: model.name, columns: [$0]) }
        return [create] + indexes + comments(model.name, model.documentation, model.columns)
    }

    func comments(_ table: String, _ documentation: String, _ columns: [ColumnPlan]) -> [Statement] {
        [.commentOnTable(schema: schema, table: table, documentation)]
            + columns.map { .commentOnColumn(schema: schema, table: table, column: $0.name, $0.documentation) }
    }

    private func reader(_ role: String) -> ReaderScript {
        let names = plan.models.map(\.name) + plan.metrics.flatMap { $0.published.map(\.name) }
        let tables = (names + [synchronization.name, MetabaseMetadata.table]).map { TableName(schema, $0) }
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
    var fileName: String { String(map { $0.isLetter || $0.isNumber || "_-".contains($0) ? $0 : "_" }) }
}
