import ImpactSemantics

extension Evaluator {
    /// The row an expression stands for, or nil where there is none.
    func row(_ row: Row, _ scope: Scope) throws -> CurrentRow? {
        switch row {
        case .element(let level, _): return scope[level]
        case .named(_, let inner): return try self.row(inner, scope)
        case .coalesce(let first, let second):
            let (found, other) = (try self.row(first, scope), try self.row(second, scope))
            return found ?? other
        case .toOne(let from, let relation, let target): return try self.row(from, scope).flatMap { follow(relation, from: $0, to: target) }
        case .lookup(let source, let key):
            guard let column = project.sources[source]?.key?.column else { return nil }
            return rows.rows(of: source, where: column, is: try value(key, scope)).first.map(CurrentRow.stored)
        case .pick(let collection, let order, let isLast):
            let found = try elements(of: collection, scope)
            guard let order else { return found.first }
            return try picked(found, collection, order, isLast, scope)
        case .referenced(let from, let column, let model):
            guard let from = try self.row(from, scope), let key = project.model(model)?.keys.first?.name else { return nil }
            let value = self.column(column, of: from)
            return try published(model).first { !value.isAbsent && $0[key] == value }.map(CurrentRow.published)
        }
    }

    func column(_ name: String, of row: CurrentRow) -> Value {
        switch (row, name) {
        case (.stored(let row), _): project.sources[row.source]?.column(name).map { rows[row, $0.column] } ?? .absent
        case (.entry(let key, _), "key"): .text(key)
        case (.entry(_, let value), "value"), (.item(let value), "value"): .json(value)
        case (.published(let row), _): row[name] ?? .absent
        default: .absent
        }
    }

    private func follow(_ relation: String, from row: CurrentRow, to target: String) -> CurrentRow? {
        guard case .stored(let row) = row,
            case .toOne(let column, let references, _, _)? = project.sources[row.source]?.relation(relation)?.kind
        else { return nil }
        let referenced = project.sources[target]?.column(references)?.column ?? references
        return rows.rows(of: target, where: referenced, is: rows[row, column]).first.map(CurrentRow.stored)
    }

    /// Equal rows are told apart by their key; those whose `order` is absent come after all others, whichever end is asked for.
    private func picked(_ found: [CurrentRow], _ collection: Collection, _ order: Expression, _ isLast: Bool, _ scope: Scope) throws
        -> CurrentRow?
    {
        let ranked = try found.map { row in (row: row, rank: try value(order, scope.with(row, at: collection.level)), key: key(of: row)) }
        return ranked.min { first, second in
            if first.rank.isAbsent != second.rank.isAbsent { return second.rank.isAbsent }
            let isAfter = first.rank == second.rank
            if isAfter { return comes(first.key, before: second.key, isLast && defect != .tiesByLowestKey) }
            return comes(first.rank, before: second.rank, isLast)
        }?.row
    }

    private func comes(_ first: Value, before second: Value, _ isLast: Bool) -> Bool {
        (isLast ? isLess(second, first) : isLess(first, second)) ?? false
    }

    private func key(of row: CurrentRow) -> Value {
        guard case .stored(let row) = row, let key = project.sources[row.source]?.key else { return .absent }
        return rows[row, key.column]
    }

    // MARK: - Several rows

    /// The rows of a list that satisfy all its conditions.
    func elements(of collection: Collection, _ scope: Scope) throws -> [CurrentRow] {
        try base(collection.base, scope).filter { row in
            let inner = scope.with(row, at: collection.level)
            return try collection.filters.map { try value($0, inner).holds }.allSatisfy { $0 }
        }
    }

    private func base(_ base: Collection.Base, _ scope: Scope) throws -> [CurrentRow] {
        switch base {
        case .inverse(let row, let relation, let target): return try self.row(row, scope).map { related(relation, to: $0, target) } ?? []
        case .all(let source): return rows.all(source).map(CurrentRow.stored)
        case .entries(let json):
            guard case .object(let members)? = try value(json, scope).json else { return [] }
            return members.map { .entry(key: $0.key, value: $0.value) }
        case .items(let json):
            guard case .array(let elements)? = try value(json, scope).json else { return [] }
            return elements.map(CurrentRow.item)
        case .model(let name): return try published(name).map(CurrentRow.published)
        case .referring(let row, let name, let column):
            guard case .model(let model) = row.source, let key = project.model(model)?.keys.first?.name, let to = try self.row(row, scope)
            else { return [] }
            let value = self.column(key, of: to)
            return try published(name).filter { $0[column] == value }.map(CurrentRow.published)
        }
    }

    /// The rows of the other side whose to-one leads here.
    private func related(_ relation: String, to row: CurrentRow, _ target: String) -> [CurrentRow] {
        guard case .stored(let row) = row, case .toMany(let via)? = project.sources[row.source]?.relation(relation)?.kind,
            case .toOne(let column, let references, _, _)? = project.sources[target]?.relation(via)?.kind
        else { return [] }
        let referenced = project.sources[row.source]?.column(references)?.column ?? references
        return rows.rows(of: target, where: column, is: rows[row, referenced]).map(CurrentRow.stored)
    }
}

extension Evaluator.Scope {
    func with(_ row: CurrentRow, at level: Int) -> Self {
        var copy = self
        copy[level] = row
        return copy
    }
}
