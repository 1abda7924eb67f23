import ImpactSemantics
import PostgresSQL

/// The files of a project whose rows several servers share: `servers/` is what each of them runs.
extension Emission {
    private var arriving: String { plan.settings.arrivingSchema }

    func isSpread(_ model: ModelPlan) -> Bool { plan.spread?.column(of: model.name) != nil }

    private var spreadModels: [ModelPlan] { plan.models.filter(isSpread) }

    /// A server keeps no reference to rows of which others have some.
    func references(of model: ModelPlan) -> [ForeignKey] {
        let all = model.columns.compactMap(\.reference)
        guard let layout = plan.spread else { return all }
        return all.filter { layout.column(of: $0.table) == nil || layout.column(of: model.name) == $0.columns.first && isRoot($0.table) }
    }

    private func isRoot(_ table: String) -> Bool { table == plan.settings.spread }

    var expectations: Expectations {
        guard plan.spread != nil else { return plan.expectations }
        return plan.expectations.spreading(plan.models, view: { isSpread($0) ? shownRows(of: $0) : nil }, references: references)
    }

    // MARK: - Metrics and checks

    /// The statements, over the servers' parts.
    func spread(_ statements: [Statement], of name: String) -> [Statement] {
        guard var queries = queries(name) else { return statements }
        return statements.map { queries.over($0) }
    }

    /// What must not be there once it is published.
    func checks(_ model: ModelPlan) -> [Statement] { checked(model).statements }

    private func checked(_ model: ModelPlan) -> (statements: [Statement], parts: [SpreadPart]) {
        let gate = (model.gate.map { [$0] } ?? []).map(Statement.select)
        guard isSpread(model), var queries = queries(model.name + "_check") else {
            return (gate + model.assertions.map(Statement.select), [])
        }
        // By the columns that a rule is about.
        let rules = zip(model.assertions, model.assertedColumns).map { queries.over(.select($0), $1) }
        return (gate + rules, queries.parts)
    }

    private func parts(of metric: MetricPlan) -> [SpreadPart] {
        guard var queries = queries(metric.name) else { return [] }
        let statements = metric.secret?.cells.refresh ?? [.stage(TableName(staging, metric.name), metric.select)]
        for statement in statements { _ = queries.over(statement) }
        return queries.parts
    }

    private func queries(_ name: String) -> SpreadQueries? {
        plan.spread.map { layout in
            let reading = SpreadReading(layout: layout, schema: schema, models: Set(plan.models.map(\.name)))
            return SpreadQueries(reading, arriving: arriving, name: name)
        }
    }

    private var parts: [SpreadPart] { spreadModels.flatMap { checked($0).parts } + plan.metrics.flatMap(parts) }

    // MARK: - The script

    var spreadScript: SpreadScript? {
        guard let layout = plan.spread else { return nil }
        let parts = parts
        let asked = spreadModels.flatMap { references(of: $0).map(\.table) } + parts.flatMap { $0.select.tables(of: arriving) }
        return SpreadScript(
            arrivingSchema: arriving, coordinator: plan.settings.coordinator,
            models: spreadModels.map { script(of: $0, layout) },
            copies: plan.models.filter { !isSpread($0) && asked.contains($0.name) }.map(copy), parts: parts.map(part))
    }

    private func script(of model: ModelPlan, _ layout: SpreadLayout) -> SpreadModelScript {
        let key = layout.column(of: model.name) ?? ""
        let title = "\(model.name): \(model.documentation.firstLine)"
        return SpreadModelScript(
            model: self.model(model, [:]),
            table: file(
                "servers/tables/\(model.name).sql", "\(model.name): each server has the rows that the hash of `\(key)` leads to.",
                [
                    .createSpreadTable(
                        TableName(arriving, model.name), columns: model.columns.map { $0.tableColumn(isRequired: $0.isRequired) }, by: key)
                ]),
            view: file(
                "metabase/tables/\(model.name).sql", title + " Its rows are on the servers.",
                [
                    .replaceReaderView(TableName(schema, model.name), shownRows(of: model)),
                    .commentOnView(TableName(schema, model.name), model.documentation),
                ] + model.columns.map { .commentOnColumn(schema: schema, table: model.name, column: $0.name, $0.documentation) }),
            key: key, hash: layout.hash(of: model.name) ?? "")
    }

    private func shownRows(of model: ModelPlan) -> Select {
        Select(
            model.columns.map { SelectColumn(.of(model.name, $0.name)) },
            from: [item(.first, TableName(arriving, model.name), as: model.name)])
    }

    private func copy(_ model: ModelPlan) -> SpreadCopyScript {
        SpreadCopyScript(
            name: model.name, columns: model.columns.map { ScriptColumn(name: $0.name, type: $0.type) },
            table: file(
                "servers/tables/\(model.name).sql", "\(model.name): whole on each server, whose other rows refer to it.",
                [
                    .createTable(
                        schema: arriving, table: model.name, columns: model.columns.map { $0.tableColumn(isRequired: $0.isRequired) },
                        key: model.key, foreignKeys: [])
                ]))
    }

    private func part(_ part: SpreadPart) -> SpreadPartScript {
        SpreadPartScript(
            name: part.name,
            file: file(
                "servers/parts/\(part.name).sql",
                "\(part.name): from a server's own rows; what is published is computed from those of all.",
                [.createTableAs(TableName(arriving, part.name), part.select)]))
    }

    /// What readers see of a model, as a view is described.
    func shown(_ model: SpreadModelScript) -> MetricScript {
        let shape = model.model.shape
        return MetricScript(
            name: model.name, kind: .view, published: [ScriptTable(name: model.name, columns: model.model.columns)], table: nil,
            refresh: model.view, shapes: [TableShape(shape.name, .view, columns: shape.columns, lifecycle: shape.lifecycle)])
    }
}

extension ModelPlan {
    /// Of each rule, as its SELECT names them: `annee_entreprise_id`
    fileprivate var assertedColumns: [String] {
        assertions.map { rule in
            guard case .string(let columns)? = rule.columns.dropFirst().first?.value, !columns.isEmpty else { return "rows" }
            return columns.replacing(", ", with: "_")
        }
    }
}

extension Select {
    /// Names of the tables of one schema.
    fileprivate func tables(of schema: String) -> Set<String> {
        var names: Set<String> = []
        _ = replacing(tables: { found, name in
            if found == schema { names.insert(name) }
            return .table(schema: found, name)
        })
        return names
    }
}
