import PostgresSQL

extension Emission {
    func ranges(_ model: ModelPlan, _ kept: KeptTable) -> RangeScript? {
        guard case .ranges(let refresh) = model.refresh else { return nil }
        let name = model.name
        let key = refresh.key
        return RangeScript(
            digests: file(
                "replica/digests/\(name).sql",
                "\(name): a digest of all that its rows are made from, for each range of \(UnitOfChange.size) numbers.",
                [.select(refresh.digests)]),
            keys: file(
                "replica/keys/\(name).sql", "\(name): the keys that rows of the ranges `impact.ranges` can have.", [.select(refresh.keys)]),
            changes: file(
                "replica/changes/\(name).sql", "\(name): \(model.documentation.firstLine) Only the rows of the ranges `impact.ranges`.",
                [.select(refresh.changes)]),
            affected: file(
                "metabase/affected/\(name).sql", "\(name): keys on their way, of which rows may have changed.",
                [.createUnloggedTable(schema: staging, table: affected(name).name, columns: [key.tableColumn(isRequired: false)])]),
            load: ScriptFile(
                path: "metabase/changes/\(name).sql",
                text: "-- \(name): of the affected keys, rows that are gone or changed leave, and are kept for a rollback; new ones come.\n"
                    + KeptTable.load(kept, from: name, columns: model.columns.map(\.name), among: isAffected(name, key))),
            key: ScriptColumn(name: key.name, type: key.type), readsToday: refresh.readsToday, isNamedInClear: refresh.isNamedInClear)
    }

    private func affected(_ model: String) -> TableName { TableName(staging, RangeScript.affectedName(of: model)) }

    private func isAffected(_ model: String, _ key: ColumnPlan) -> SQLExpression {
        var select = Select()
        select.columns = [SelectColumn(.integer(1))]
        select.from = [FromItem(.first, .table(schema: staging, affected(model).name), as: "affected")]
        select.conditions = [.binary(.equal, .column("affected", key.name), .column("published", key.name))]
        return .exists(select, isNegated: false)
    }
}

/// What published tables were made from: a row a model or metric, and one for each range of a model.
func refreshTables(_ schema: String) -> [Statement] {
    func table(_ name: String, _ columns: [(String, String)], optional: [(String, String)] = [], key: [String]) -> Statement {
        .createTable(
            schema: schema, table: name,
            columns: columns.map { TableColumn($0.0, $0.1, isRequired: true) }
                + optional.map { TableColumn($0.0, $0.1, isRequired: false) },
            key: key, foreignKeys: [])
    }
    return [
        table(
            "refresh", [("name", "text"), ("run", "bigint"), ("definition", "text"), ("key", "text"), ("server", "text")],
            optional: [("as_of", "date")], key: ["name"]),
        table("range", [("model", "text"), ("name", "bigint"), ("digest", "bigint")], key: ["model", "name"]),
    ]
}
