import PostgresSQL

/// What there is inside a query, for those who look through it.
extension SelectColumn {
    var name: String? {
        if let alias { return alias }
        if case .column(_, let name) = value { return name }
        return nil
    }
}

extension Select {
    /// All of its own, those of its subqueries left out.
    var expressions: [SQLExpression] {
        columns.map(\.value) + conditions + groupBy + having + distinctOn + orderBy.map(\.value) + from.flatMap(\.on)
    }

    var isGrouped: Bool { !groupBy.isEmpty || (columns.map(\.value) + having).contains(where: \.isAggregated) }

    /// What it is grouped by, where a place or a name stands for a column.
    var groupKeys: [SQLExpression] {
        groupBy.map { key in
            switch key {
            case .integer(let place) where columns.indices.contains(place - 1): columns[place - 1].value
            case .column(nil, let name): columns.first { $0.name == name }?.value ?? key
            default: key
            }
        }
    }

    /// Names of the tables and named queries of its own level and below.
    var tableNames: Set<String> {
        var names: Set<String> = []
        _ = replacing(tables: { schema, name in
            if schema == nil { names.insert(name) }
            return .table(schema: schema, name)
        })
        return names
    }
}

extension CommonTable {
    /// Those that its queries read.
    var tableNames: Set<String> {
        switch body {
        case .values: []
        case .select(let select): select.tableNames
        case .union(let selects): selects.reduce(into: []) { $0.formUnion($1.tableNames) }
        }
    }
}

extension SQLExpression {
    /// The same for all rows.
    var isConstant: Bool { queries.isEmpty && !contains { if case .column = $0 { true } else { false } } }

    /// `a AND b` is both.
    var conjuncts: [SQLExpression] { if case .and(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] } }

    /// Whether it counts over the rows of its own query.
    var isAggregated: Bool { contains { $0.isAggregate } }

    var isAggregate: Bool {
        switch self {
        case .aggregate, .ordered: true
        default: false
        }
    }

    /// Over other rows than its own.
    var isWindow: Bool { if case .over = self { true } else { false } }

    /// The queries inside, those of the first level.
    var queries: [Select] {
        var found: [Select] = []
        _ = replacing { expression in
            switch expression {
            case .exists(let select, _), .scalar(let select):
                found.append(select)
                return expression
            default: return nil
            }
        }
        return found
    }

    /// Outside the queries inside.
    func contains(where test: (SQLExpression) -> Bool) -> Bool {
        var isFound = false
        _ = replacing { expression in
            if case .exists = expression { return expression }
            if case .scalar = expression { return expression }
            isFound = isFound || test(expression)
            return isFound ? expression : nil
        }
        return isFound
    }
}
