import PostgresSQL

/// What a server computes of a metric or a check, and keeps for the one that Metabase reads.
struct SpreadPart: Sendable {
    let name: String
    let select: Select
}

/// The statements of one metric or check, over rows that several servers share.
struct SpreadQueries {
    let reading: SpreadReading
    /// Where the rows are while they are not yet shown.
    let arriving: String
    /// Of the metric or the check: `stats`
    let name: String
    private(set) var parts: [SpreadPart] = []

    init(_ reading: SpreadReading, arriving: String, name: String) {
        self.reading = reading
        self.arriving = arriving
        self.name = name
    }

    /// A statement that asks the servers for their parts, where these are enough, and for their rows otherwise.
    /// - Parameter hint: what it is about, where a metric or a check has several.
    mutating func over(_ statement: Statement, _ hint: String? = nil) -> Statement {
        switch statement {
        case .select(let select): .select(over(select, hint, []))
        case .stage(let table, let select): .stage(table, over(select, nil, []))
        case .insert(let table, let columns, let select): .insert(into: table, columns: columns, over(select, nil, []))
        default: statement
        }
    }

    /// - Parameters:
    ///   - alias: what it is called where it stands.
    ///   - named: the queries named around it.
    private mutating func over(_ select: Select, _ alias: String?, _ named: [CommonTable]) -> Select {
        let visible = named + select.with
        if let cut = cut(select, alias, visible) { return cut }
        var own = select
        own.with = []
        own.from = select.from.map { over($0, visible) }
        own = own.replacing(tables: fromAllServers)
        // The last first: what is read no longer needs no parts.
        var read = own.tableNames
        for (place, table) in select.with.enumerated().reversed() where read.contains(table.name) {
            let found = over(table, named + select.with.prefix(place))
            read.formUnion(found.tableNames)
            own.with.insert(found, at: 0)
        }
        return own
    }

    private mutating func over(_ item: FromItem, _ named: [CommonTable]) -> FromItem {
        var item = item
        switch item.relation {
        case .select(let inner, isLateral: false): item.relation = .select(over(inner, item.alias, named), isLateral: false)
        case .union(let selects): item.relation = .union(selects.map { over($0, item.alias, named) })
        default: break
        }
        return item
    }

    private mutating func over(_ table: CommonTable, _ named: [CommonTable]) -> CommonTable {
        var queries = self
        let found = table.replacing { queries.over($0, table.name, named) }
        self = queries
        return found
    }

    private mutating func cut(_ select: Select, _ alias: String?, _ named: [CommonTable]) -> Select? {
        var bare = select
        bare.with = []
        guard let row = reading.knowing(named).row(of: bare), row.isSpread else { return nil }
        let part = freeName("\(name)_\(alias ?? "part")")
        guard let cut = SpreadCut(bare, row: row, as: TableName(arriving, part)) else { return nil }
        var own = cut.part
        own.with = named.needed(by: own)
        parts.append(SpreadPart(name: part, select: own.replacing(tables: onEachServer)))
        return cut.whole
    }

    private func freeName(_ name: String) -> String {
        let taken = reading.models.union(parts.map(\.name))
        var free = name
        while taken.contains(free) { free += "_" }
        return free
    }

    /// The rows of all servers, where they have just come.
    private func fromAllServers(_ schema: String?, _ name: String) -> FromItem.Relation {
        let isSpread = schema == reading.schema && reading.layout.column(of: name) != nil
        return .table(schema: isSpread ? arriving : schema, name)
    }

    /// A server's own rows, of all models that it holds.
    private func onEachServer(_ schema: String?, _ name: String) -> FromItem.Relation {
        .table(schema: schema == reading.schema ? arriving : schema, name)
    }
}

extension [CommonTable] {
    /// Those that a query reads, and those that these read.
    fileprivate func needed(by select: Select) -> [CommonTable] {
        var names = select.tableNames
        var found: [CommonTable] = []
        for table in reversed() where names.contains(table.name) {
            found.insert(table, at: 0)
            names.formUnion(table.tableNames)
        }
        return found
    }
}
