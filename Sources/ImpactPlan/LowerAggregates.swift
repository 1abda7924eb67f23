import ImpactSemantics
import PostgresSQL

extension Lowering {
    /// An aggregate becomes a column of a derived table that serves every aggregate over the same rows.
    mutating func aggregate(_ key: AggregateKey, _ collection: Collection) -> SQLExpression {
        let levels = collection.levels.union(key.operands.reduce(into: Set<Int>()) { $0.formUnion($1.levels) })
            .filter { $0 < collection.level }
        let owner = levels.max() ?? scopes.last?.level ?? 0
        return inScope(of: owner) { $0.aggregateHere(key, collection) }
    }

    private mutating func aggregateHere(_ key: AggregateKey, _ collection: Collection) -> SQLExpression {
        let isJoined = isClosed(collection, key.operands)
        let group = Scope.GroupKey(base: collection.base, isJoined: isJoined)
        let current = scopes.count - 1
        for entry in scopes[current].groups[group] ?? [] {
            if let found = existing(key, in: entry) { return found }
        }
        // What the aggregate reads around itself is joined first; a group that it would then depend on is not its own.
        let needed = dependencies(key, collection)
        let entry =
            (scopes[current].groups[group] ?? []).first { !reaches($0, from: needed) }
            ?? openGroup(group, collection)
        return append(key, collection, to: entry)
    }

    private func existing(_ key: AggregateKey, in entry: Int) -> SQLExpression? {
        guard let derived = scopes[scopes.count - 1].entries[entry].derived,
            let column = derived.aggregates.first(where: { $0.source == key })
        else { return nil }
        return result(column, in: entry)
    }

    private func result(_ column: AggregateColumn, in entry: Int) -> SQLExpression {
        let item = scopes[scopes.count - 1].entries[entry]
        let value = SQLExpression.column(item.item.alias, column.name)
        guard let empty = column.empty, item.derived?.isLateral == false else { return value }
        return .call("coalesce", [value, empty])
    }

    private mutating func openGroup(_ group: Scope.GroupKey, _ collection: Collection) -> Int {
        let current = scopes.count - 1
        let (opened, scope, outer) = open(collection, isJoined: group.isJoined)
        // Only now are the rows it starts from joined, and their names taken.
        let name = relationName(collection)
        let alias = self.alias([name, name + "_" + (hints.first.map { snakeCase($0) } ?? "total")])
        var select = opened
        var on: [SQLExpression] = []
        if group.isJoined {
            select.groupBy = select.columns.map(\.value)
            on = zip(select.columns, outer).map { .binary(.equal, .column(alias, $0.alias ?? ""), $1) }
        }
        if case .all(let list) = collection.base { rereadReferences.insert(list) }
        let item = FromItem(group.isJoined ? .left : .cross, .select(Select(), isLateral: !group.isJoined), as: alias, on: on)
        scopes[current].entries.append(
            Entry(item: item, derived: Derived(select: select, scope: scope, isLateral: !group.isJoined), isOptional: group.isJoined))
        let entry = scopes[current].entries.count - 1
        scopes[current].groups[group, default: []].append(entry)
        return entry
    }

    private mutating func append(_ key: AggregateKey, _ collection: Collection, to entry: Int) -> SQLExpression {
        let current = scopes.count - 1
        guard var derived = scopes[current].entries[entry].derived else { return .null }
        // The collection's rows may have another level here than where the group was opened.
        let opened = derived.scope
        scopes.append(Scope(level: collection.level, entries: opened.entries, rows: opened.rows, groups: opened.groups))
        let filters = key.filters.map { lowerCondition($0) }
        let operands = key.operands.map { lower($0) }
        derived.scope = scopes.removeLast()
        let (call, empty) = Self.call(key, operands, isLateral: derived.isLateral)
        let operation = hints.dropFirst().last ?? snakeCase(Self.word(for: key))
        let column = AggregateColumn(
            name: name(key, in: derived), operation: operation, source: key, call: call, filters: filters, empty: empty)
        // Something lowered meanwhile may have added to the same group.
        derived.aggregates = scopes[current].entries[entry].derived?.aggregates ?? []
        derived.aggregates.append(column)
        scopes[current].entries[entry].derived = derived
        return result(column, in: entry)
    }

    private static func call(_ key: AggregateKey, _ operands: [SQLExpression], isLateral: Bool) -> (SQLExpression, SQLExpression?) {
        func call(_ name: String, isDistinct: Bool = false) -> SQLExpression {
            .aggregate(name, operands, isDistinct: isDistinct, filter: [])
        }
        switch key.function {
        case .count: return (call("count"), .integer(0))
        case .countDistinct: return (call("count", isDistinct: true), .integer(0))
        case .sum:
            // PostgreSQL sums bigint into numeric.
            let isInt = key.operands[0].type.scalar == .int
            return (isInt ? .cast(call("sum"), "bigint") : call("sum"), .integer(0))
        case .min: return (call("min"), nil)
        case .max: return (call("max"), nil)
        case .average: return (call("avg"), nil)
        // Of several rows in a model there is no last one: `last(by:)` picks a row.
        case .last, nil: return (keyed(operands), nil)
        }
    }

    /// In the order of its key, for which PostgreSQL goes along the unique index and builds one object after the other; else it
    /// builds all of them at once in memory where it takes them for few.
    private static func keyed(_ operands: [SQLExpression]) -> SQLExpression {
        .ordered("jsonb_object_agg", operands, by: [OrderTerm(operands[0])], filter: [])
    }

    private static func word(for key: AggregateKey) -> String { key.function?.rawValue ?? "keyed" }

    /// The column it is computed for names it; several in one column are told apart by what they do.
    private func name(_ key: AggregateKey, in derived: Derived) -> String {
        let taken = Set(derived.aggregates.map(\.name) + derived.select.columns.compactMap(\.alias))
        let function = Self.word(for: key)
        // `progression_B1`, or inside a function `progression_B1_total`: the column, then the innermost `let`.
        let base = hints.isEmpty ? function : (hints.prefix(1) + hints.dropFirst().suffix(1)).joined(separator: "_")
        var candidates = [base, base + "_" + snakeCase(function)]
        if let operand = key.operands.first, case .column(_, let column) = operand.kind { candidates.append(base + "_" + column) }
        for candidate in candidates where !taken.contains(candidate) { return candidate }
        var ordinal = 2
        while taken.contains("\(base)_\(ordinal)") { ordinal += 1 }
        return "\(base)_\(ordinal)"
    }

    // MARK: - Order of joins

    /// Entries of the current scope that an aggregate reads around itself; lowering it once in a copy tells.
    private mutating func dependencies(_ key: AggregateKey, _ collection: Collection) -> Set<String> {
        var trial = self
        trial.scopes.append(trial.open(collection, isJoined: false).1)
        var found: Set<String> = []
        for expression in key.filters { found.formUnion(aliases(of: trial.lowerCondition(expression))) }
        for expression in key.operands { found.formUnion(aliases(of: trial.lower(expression))) }
        // Joins that lowering it made in this scope will be made again for good.
        let current = scopes.count - 1
        var pending = found
        let entries = trial.scopes[current].entries
        while let alias = pending.popFirst() {
            guard let entry = entries.first(where: { $0.item.alias == alias }) else { continue }
            let more = aliases(of: entry.finished().item).subtracting(found)
            found.formUnion(more)
            pending.formUnion(more)
        }
        return found
    }

    private func reaches(_ entry: Int, from needed: Set<String>) -> Bool {
        needed.contains(scopes[scopes.count - 1].entries[entry].item.alias)
    }
}
