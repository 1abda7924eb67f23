import PostgresSQL

extension Emission {
    func ranges(_ model: ModelPlan, _ kept: KeptTable, _ select: PrintedQuery, _ listings: Listings) -> RangeScript? {
        guard case .ranges(let refresh) = model.refresh else { return nil }
        let name = model.name
        let (key, statements) = (refresh.key, refresh.statements)
        return RangeScript(
            digests: file(
                "replica/digests/\(name).sql",
                "\(name): of each block of \(1 << UnitOfChange.blockBits) numbers, a digest of all that its rows are made from; and its ranges of \(1 << UnitOfChange.digestedBits), where that is none of `impact.known`.",
                print(statements.listings.digests, listings).after(renderer.print(statements.hashed))),
            stamps: file(
                "replica/stamps/\(name).sql",
                "\(name): of each block of \(1 << UnitOfChange.blockBits) numbers, a digest of those that have rows; and its ranges of \(UnitOfChange.size), where that is none of `impact.known`, or rows are newer than transaction `impact.since`.",
                print(statements.listings.stamps, listings).after(renderer.print(statements.stamped))),
            keys: file(
                "replica/keys/\(name).sql", "\(name): the keys that rows of `impact.places` in the ranges `impact.ranges` can have.",
                [.select(statements.keys)]),
            changes: file(
                "replica/changes/\(name).sql",
                "\(name): \(model.documentation.firstLine) Only the rows of `impact.filled` in the ranges `impact.ranges`.",
                narrowed(model, select, by: statements)),
            affected: file(
                "metabase/affected/\(name).sql", "\(name): keys on their way, of which rows may have changed.",
                [.createUnloggedTable(schema: staging, table: affected(name).name, columns: [key.tableColumn(isRequired: false)])]),
            load: file(
                "metabase/changes/\(name).sql",
                "\(name): of the affected keys, rows that are gone or changed leave, and are kept for a rollback; new ones come.",
                kept.loading(from: name, columns: model.columns.map(\.name), among: isAffected(name, key))),
            key: ScriptColumn(name: key.name, type: key.type), readsToday: refresh.readsToday, isNamedInClear: refresh.isNamedInClear,
            sources: refresh.sources, uniqueNumber: refresh.uniqueNumber)
    }

    /// How ranges are listed, printed: a few ways serve a thousand models, and are most of the text of `stamps` and `digests`.
    typealias Listings = [RangeListing: PrintedQuery]

    var listings: Listings {
        let found = plan.models.reduce(into: Set<RangeListing>()) { found, model in
            guard case .ranges(let refresh) = model.refresh else { return }
            let (stamps, digests) = refresh.statements.listings
            found.formUnion([stamps, digests])
        }
        return Dictionary(uniqueKeysWithValues: found.map { ($0, renderer.print($0.select)) })
    }

    private func print(_ listing: RangeListing, _ listings: Listings) -> PrintedQuery {
        listings[listing] ?? renderer.print(listing.select)
    }

    /// The SELECT as it stands, where common tables before it do.
    private func narrowed(_ model: ModelPlan, _ select: PrintedQuery, by statements: RangeLowering) -> PrintedQuery {
        let (tables, condition) = statements.narrowing
        guard let condition else { return select.adding(renderer.print(tables)) }
        var narrowed = model.select
        narrowed.conditions.append(condition)
        narrowed.with += tables
        return renderer.print(narrowed)
    }

    /// Last, since a view has no such column: the line of one may go, or fail.
    func stampGrants(_ role: String) -> [Statement] {
        let stamped = plan.stampedTables
        let tables = plan.reads.map(\.table).filter(stamped.contains)
        guard !tables.isEmpty else { return [] }
        let comment = Statement.comment(
            "Which transaction wrote a row: a run reads only those that changed. Without it, all that it reads is digested.")
        return [comment] + tables.map { .grantColumns([systemStamp], on: $0, to: role) }
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

/// What published tables were made from: a row a model or metric, one for each range of a model, and one for all of them. Earlier versions kept
/// ranges elsewhere; they are made again.
func refreshTables(_ schema: String) -> [Statement] {
    func table(_ name: String, _ columns: [(String, String)], optional: [(String, String)] = [], key: [String]) -> Statement {
        .createTable(
            schema: schema, table: name,
            columns: columns.map { TableColumn($0.0, $0.1, isRequired: true) }
                + optional.map { TableColumn($0.0, $0.1, isRequired: false) },
            key: key, foreignKeys: [])
    }
    // The first version did not remember who wrote rows.
    func added(_ name: String, _ type: String) -> Statement {
        .addColumnIfMissing(schema: schema, table: "refresh", column: TableColumn(name, type, isRequired: false))
    }
    return [
        table(
            "refresh", [("name", "text"), ("run", "bigint"), ("definition", "text"), ("key", "text"), ("server", "text")],
            optional: [("as_of", "date")], key: ["name"]),
        added("history", "text"), added("since", "bigint"),
        table(
            "published_state",
            [("run", "bigint"), ("definition", "text"), ("as_of", "date"), ("key", "text"), ("server", "text"), ("transaction", "bigint")],
            key: ["run"]),
        table("known_block", [("model", "text"), ("name", "bigint"), ("digest", "bigint")], key: ["model", "name"]),
        table(
            "known_range", [("model", "text"), ("block", "bigint"), ("name", "bigint"), ("digest", "bigint")],
            key: ["model", "block", "name"]),
    ] + ["range", "stamped_block", "stamped_range"].map { .dropTableIfExists(TableName(schema, $0)) }
}

/// PostgreSQL's own column, of the transaction that wrote a row version.
let systemStamp = "xmin"

extension Plan {
    /// Tables of which it matters who wrote a row.
    var stampedTables: Set<String> { models.reduce(into: []) { $0.formUnion($1.refresh.tables) } }
}
