/// Queries: one clause a line, or all on one.
extension Printer {
    mutating func print(_ select: Select, _ indent: Int) { clauses(of: select, indent) }

    mutating func inline(_ select: Select) { clauses(of: select, nil) }

    /// - Parameter indent: nil for all on one line.
    private mutating func clauses(of select: Select, _ indent: Int?) {
        if !select.with.isEmpty {
            put("WITH ")
            tables(select.with, indent ?? 0)
            begin(indent)
        }
        body(of: select, indent)
    }

    /// What comes after its common tables.
    mutating func body(of select: Select, _ indent: Int?) {
        head(select, indent)
        for item in select.from {
            begin(indent)
            from(item, indent)
        }
        restrict("WHERE ", select.conditions, indent)
        expressions("GROUP BY ", select.groupBy, indent)
        restrict("HAVING ", select.having, indent)
        order(select.orderBy, indent)
        if let limit = select.limit {
            begin(indent)
            put("LIMIT \(limit)")
        }
    }

    private mutating func begin(_ indent: Int?) {
        if let indent { breakLine(indent) } else { put(" ") }
    }

    private mutating func restrict(_ word: String, _ conditions: [SQLExpression], _ indent: Int?) {
        guard !conditions.isEmpty else { return }
        begin(indent)
        put(word)
        if let indent { self.conditions(conditions, indent) } else { inline(.and(conditions)) }
    }

    private mutating func expressions(_ words: String, _ expressions: [SQLExpression], _ indent: Int?) {
        guard !expressions.isEmpty else { return }
        begin(indent)
        put(words)
        list(expressions) { $0.expression($1, indent) }
    }

    private mutating func order(_ terms: [OrderTerm], _ indent: Int?) {
        guard !terms.isEmpty else { return }
        begin(indent)
        put("ORDER BY ")
        list(terms) {
            $0.expression($1.value, indent)
            $0.put(directionOf: $1)
        }
    }

    private mutating func expression(_ expression: SQLExpression, _ indent: Int?) {
        if let indent { print(expression, indent + 4) } else { inline(expression) }
    }

    // MARK: - SELECT

    private mutating func head(_ select: Select, _ indent: Int?) {
        guard let indent else { return inlineHead(select) }
        let isShort = select.columns.count == 1 || select.columns.allSatisfy { $0.alias == nil }
        guard !isShort || !fits(from: indent, { $0.inlineHead(select) }) else { return }
        put("SELECT")
        distinct(select)
        breakLine(indent + 4)
        lines(select.columns, indent + 4, after: ",") {
            $0.print($1.value, indent + 4)
            $0.name(of: $1)
        }
    }

    private mutating func inlineHead(_ select: Select) {
        put("SELECT")
        distinct(select)
        put(" ")
        list(select.columns) {
            $0.inline($1.value)
            $0.name(of: $1)
        }
    }

    private mutating func distinct(_ select: Select) {
        guard !select.distinctOn.isEmpty else { return }
        put(" DISTINCT ON (")
        inline(select.distinctOn)
        put(")")
    }

    /// A column that keeps its name needs no `AS`.
    private mutating func name(of column: SelectColumn) {
        guard let alias = column.alias else { return }
        if case .column(_, alias) = column.value { return }
        put(" AS ")
        put(name: alias)
    }

    // MARK: - FROM

    private mutating func from(_ item: FromItem, _ indent: Int?) {
        let start = end
        put(item.join.rawValue)
        put(" ")
        relation(item.relation, indent)
        if !item.isNamedAsItsTable {
            put(" AS ")
            put(name: item.alias)
            columns(item.columnAliases)
        }
        if item.join == .inner || item.join == .left { on(item.on, indent, after: lengthOfLastLine(since: start)) }
    }

    private mutating func on(_ conditions: [SQLExpression], _ indent: Int?, after column: Int) {
        guard let indent else { return inlineOn(conditions) }
        guard !fits(from: column, { $0.inlineOn(conditions) }) else { return }
        breakLine(indent + 4)
        put("ON ")
        self.conditions(conditions, indent + 4)
    }

    private mutating func inlineOn(_ conditions: [SQLExpression]) {
        put(" ON ")
        if conditions.isEmpty { put("true") } else { inline(.and(conditions)) }
    }

    private mutating func columns(_ names: [String]) {
        guard !names.isEmpty else { return }
        put(" (")
        list(names) { $0.put(name: $1) }
        put(")")
    }

    private mutating func relation(_ relation: FromItem.Relation, _ indent: Int?) {
        switch relation {
        case .table(let schema?, let name): put(TableName(schema, name).text)
        case .table(nil, let name): put(qualifiedName(name))
        case .select(let select, let isLateral):
            if isLateral { put("LATERAL ") }
            subquery(select, indent)
        case .function(let call): if let indent { print(call, indent) } else { inline(call) }
        case .union(let selects): enclosed("(", ")", indent ?? 0) { $0.union(selects, (indent ?? 0) + 4) }
        }
    }

    private mutating func subquery(_ select: Select, _ indent: Int?) {
        func one(_ printer: inout Printer) {
            printer.put("(")
            printer.inline(select)
            printer.put(")")
        }
        guard let indent else { return one(&self) }
        // A value that is only given a name stays on its line.
        guard !select.from.isEmpty || !fits(from: indent + 40, one) else { return }
        enclosed(select, indent)
    }

    // MARK: - WITH

    mutating func tables(_ tables: [CommonTable], _ indent: Int) {
        lines(tables, indent, after: ",") { printer, table in
            printer.put(name: table.name)
            printer.columns(table.columns)
            printer.put(table.isMaterialized ? " AS MATERIALIZED " : " AS ")
            printer.enclosed("(", ")", indent) { $0.body(table.body, indent + 4) }
        }
    }

    private mutating func body(_ body: CommonTable.Body, _ indent: Int) {
        switch body {
        case .select(let select): print(select, indent)
        case .union(let selects): union(selects, indent)
        case .values(let rows):
            put("VALUES")
            breakLine(indent + 4)
            lines(rows, indent + 4, after: ",") {
                $0.put("(")
                $0.inline($1)
                $0.put(")")
            }
        }
    }

    /// A part with an order or a limit of its own stands in parentheses.
    private mutating func union(_ selects: [Select], _ indent: Int) {
        for (index, select) in selects.enumerated() {
            if index > 0 {
                breakLine(indent)
                put("UNION ALL")
                breakLine(indent)
            }
            if select.orderBy.isEmpty && select.limit == nil { print(select, indent) } else { enclosed(select, indent) }
        }
    }
}

extension FromItem {
    /// `FROM pays` needs no `AS pays`.
    fileprivate var isNamedAsItsTable: Bool {
        if case .table(_, alias) = relation { columnAliases.isEmpty } else { false }
    }
}
