import PostgresSQL

/// Where the rows of a query are, if each server computes it from the rows that it holds.
enum Whereabouts: Equatable {
    /// The same on every server.
    case everywhere
    /// Each on one server, to which the value in any of these columns leads; none of them may be shown.
    case spread(by: Set<String>)
}

/// A column by the alias of its table: its value leads to the server that the row is on.
struct Anchor: Hashable {
    let alias: String
    let column: String
}

/// What is known of the row at hand.
struct SpreadRow {
    var isSpread = false
    var anchors: Set<Anchor> = []

    func isAnchor(_ expression: SQLExpression) -> Bool {
        guard case .column(let alias?, let column) = expression else { return false }
        return anchors.contains(Anchor(alias: alias, column: column))
    }

    /// `habilitation.entreprise_id = entreprise.impact_id`
    func meets(_ others: Set<Anchor>, by conditions: [SQLExpression]) -> Bool {
        let theirs = SpreadRow(isSpread: true, anchors: others)
        return conditions.flatMap(\.conjuncts).contains { condition in
            guard case .binary(.equal, let left, let right) = condition else { return false }
            return isAnchor(left) && theirs.isAnchor(right) || isAnchor(right) && theirs.isAnchor(left)
        }
    }
}

/// Tells of a query whether each server can compute its part of it by itself. What is not proven is not so.
struct SpreadReading {
    let layout: SpreadLayout
    /// The schema of the published tables, and the models among them.
    let schema: String
    let models: Set<String>
    /// The queries named so far by `WITH`; nil for what no server has.
    var named: [String: Whereabouts?] = [:]

    /// The same, with more named queries.
    func knowing(_ tables: [CommonTable]) -> SpreadReading {
        var reading = self
        for table in tables { reading.named[table.name] = reading.whereabouts(of: table.body) }
        return reading
    }

    private func whereabouts(of body: CommonTable.Body) -> Whereabouts? {
        switch body {
        case .values: .everywhere
        case .select(let select): whereabouts(of: select)
        case .union(let selects): whereabouts(ofAll: selects, in: SpreadRow())
        }
    }

    /// - Parameter outer: the row around, which a query may ask about.
    func whereabouts(of select: Select, in outer: SpreadRow = SpreadRow()) -> Whereabouts? {
        let reading = knowing(select.with)
        guard select.limit == nil, let row = reading.row(of: select, in: outer) else { return nil }
        guard row.isSpread else { return .everywhere }
        let keys = select.groupKeys
        let isWhole = keys.contains(where: row.isAnchor)
        guard select.distinctOn.isEmpty || select.distinctOn.contains(where: row.isAnchor), isWhole || !select.isGrouped else { return nil }
        let shown = select.columns.filter { row.isAnchor($0.value) && (!select.isGrouped || keys.contains($0.value)) }
        return .spread(by: Set(shown.compactMap(\.name)))
    }

    /// What is known of a row before it is grouped; nil where a server lacks something of it.
    func row(of select: Select, in outer: SpreadRow = SpreadRow()) -> SpreadRow? {
        var row = outer
        for item in select.from {
            guard add(item, to: &row, where: select.conditions) else { return nil }
        }
        return select.expressions.allSatisfy { isLocal($0, in: row) && !$0.contains(where: \.isWindow) } ? row : nil
    }

    /// - Returns: whether the row goes on with that item.
    private func add(_ item: FromItem, to row: inout SpreadRow, where conditions: [SQLExpression]) -> Bool {
        guard let found = whereabouts(of: item.relation, in: row) else { return false }
        guard case .spread(let columns) = found else { return true }
        let own = Set(columns.map { Anchor(alias: item.alias, column: $0) })
        guard row.isSpread else {
            // Rows that are everywhere would be there once for each server that has nothing for them.
            guard item.join != .left, item.columnAliases.isEmpty else { return false }
            row = SpreadRow(isSpread: true, anchors: own)
            return true
        }
        guard row.meets(own, by: item.on + (item.join == .left ? [] : conditions)) else { return false }
        if item.join != .left { row.anchors.formUnion(own) }
        return true
    }

    private func whereabouts(of relation: FromItem.Relation, in row: SpreadRow) -> Whereabouts? {
        switch relation {
        case .table(nil, let name): return named[name] ?? nil
        case .table(schema, let name) where models.contains(name):
            return layout.column(of: name).map { .spread(by: [$0]) } ?? .everywhere
        case .table: return nil
        // What is asked of the row at hand goes where it goes.
        case .select(let select, isLateral: true) where row.isSpread:
            return knowing(select.with).row(of: select, in: row) == nil ? nil : .everywhere
        case .select(let select, _): return whereabouts(of: select)
        case .function(let call): return isLocal(call, in: row) ? .everywhere : nil
        case .union(let selects): return whereabouts(ofAll: selects, in: row)
        }
    }

    /// `SELECT … UNION ALL SELECT …`: a column leads where it leads in each, by its place.
    private func whereabouts(ofAll selects: [Select], in row: SpreadRow) -> Whereabouts? {
        var shared: Set<Int>?
        for select in selects {
            guard case .spread(let columns)? = whereabouts(of: select, in: row) else { return nil }
            let places = Set(select.columns.indices.filter { select.columns[$0].name.map(columns.contains) ?? false })
            shared = shared?.intersection(places) ?? places
        }
        guard let shared, let first = selects.first else { return nil }
        return .spread(by: Set(shared.compactMap { first.columns[$0].name }))
    }

    /// Whether the queries inside an expression ask for nothing but what is on the row's own server.
    private func isLocal(_ expression: SQLExpression, in row: SpreadRow) -> Bool {
        expression.queries.allSatisfy { query in
            guard query.with.isEmpty, let inner = self.row(of: query, in: row) else { return false }
            // Of rows that are everywhere, each server would ask about its own others.
            return inner.isSpread == row.isSpread
        }
    }
}
