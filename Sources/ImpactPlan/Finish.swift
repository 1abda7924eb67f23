import PostgresSQL

extension Entry {
    /// With the columns that were asked of it.
    func finished() -> Entry {
        guard let derived else { return self }
        var entry = self
        let select = derived.finished()
        // LATERAL only where something around is read.
        entry.item.relation = .select(select, isLateral: derived.isLateral && !aliases(of: select).isEmpty)
        return entry
    }
}

extension Derived {
    func finished() -> Select {
        var select = select
        // Conditions that all the aggregates share say which rows are read at all.
        let shared =
            aggregates.first.map { first in
                first.filters.filter { filter in aggregates.allSatisfy { $0.filters.contains(filter) } }
            } ?? []
        select.conditions += shared
        select.from = scope.finishedFrom()
        if isLateral, let list = scope.entries.first?.item.alias, let pivot = Pivot(aggregates, of: list, besides: shared) {
            return pivot.select(from: select)
        }
        select.columns += aggregates.map { aggregate in
            SelectColumn(aggregate.finished(besides: shared, isLateral: isLateral), as: aggregate.name)
        }
        return select
    }
}

extension AggregateColumn {
    fileprivate func finished(besides shared: [SQLExpression], isLateral: Bool) -> SQLExpression {
        let value = call.filtered(by: filters.filter { !shared.contains($0) })
        // A sum of no rows is zero; a count says so itself.
        if isLateral, let empty, !call.isCount { return .call("coalesce", [value, empty]) }
        return value
    }
}

extension SQLExpression {
    func filtered(by conditions: [SQLExpression]) -> SQLExpression {
        switch self {
        case .aggregate(let name, let arguments, let isDistinct, _):
            .aggregate(name, arguments, isDistinct: isDistinct, filter: conditions)
        case .ordered(let name, let arguments, let order, _): .ordered(name, arguments, by: order, filter: conditions)
        case .cast(let inner, let type): .cast(inner.filtered(by: conditions), type)
        default: self
        }
    }

    fileprivate var isCount: Bool {
        if case .aggregate("count", _, _, _) = self { true } else { false }
    }
}

extension Scope {
    /// The FROM clause, each item after those it reads, otherwise in the order they were met.
    func finishedFrom() -> [FromItem] {
        let names = Set(entries.map(\.item.alias))
        var waiting = entries.map { $0.finished().item }
        var placed: Set<String> = []
        var ordered: [FromItem] = []
        while !waiting.isEmpty {
            let next =
                waiting.firstIndex { item in
                    aliases(of: item).intersection(names).subtracting([item.alias]).isSubset(of: placed)
                } ?? 0
            let item = waiting.remove(at: next)
            placed.insert(item.alias)
            ordered.append(item)
        }
        return ordered
    }
}

// MARK: - Aliases that SQL reads

func aliases(of item: FromItem) -> Set<String> {
    var found = item.on.reduce(into: Set<String>()) { $0.formUnion(aliases(of: $1)) }
    switch item.relation {
    case .table: break
    case .select(let select, _): found.formUnion(aliases(of: select))
    case .function(let call): found.formUnion(aliases(of: call))
    case .union(let selects): for select in selects { found.formUnion(aliases(of: select)) }
    }
    return found
}

func aliases(of select: Select) -> Set<String> {
    let expressions =
        select.columns.map(\.value) + select.conditions + select.groupBy + select.distinctOn + select.orderBy.map(\.value)
    let inner = select.from.reduce(into: Set<String>()) { $0.formUnion(aliases(of: $1)) }
    return expressions.reduce(into: inner) { $0.formUnion(aliases(of: $1)) }.subtracting(select.from.map(\.alias))
}

func aliases(of expression: SQLExpression) -> Set<String> {
    func all(_ parts: [SQLExpression]) -> Set<String> { parts.reduce(into: []) { $0.formUnion(aliases(of: $1)) } }
    switch expression {
    case .column(let table, _): return table.map { [$0] } ?? []
    case .string, .integer, .number, .boolean, .null, .interval: return []
    case .binary(_, let left, let right): return all([left, right])
    case .and(let parts), .or(let parts), .call(_, let parts), .array(let parts), .row(let parts): return all(parts)
    case .not(let inner), .negate(let inner), .test(let inner, _), .cast(let inner, _), .atTimeZone(let inner, _), .extract(_, let inner):
        return aliases(of: inner)
    case .isIn(let value, let others, _): return all([value] + others)
    case .between(let value, let low, let high): return all([value, low, high])
    case .aggregate(_, let arguments, _, let filter): return all(arguments + filter)
    case .ordered(_, let arguments, let order, let filter): return all(arguments + order.map(\.value) + filter)
    case .element(let array, _): return aliases(of: array)
    case .over(let call, let partition, let order, _): return all([call] + partition + order.map(\.value))
    case .choice(let subject, let branches, let otherwise):
        return all([subject, otherwise].compactMap { $0 } + branches.flatMap { [$0.condition, $0.value] })
    case .exists(let select, _), .scalar(let select): return aliases(of: select)
    case .unsafeVetted(let parts):
        return all(parts.compactMap { part in if case .expression(let value) = part { value } else { nil } })
    }
}
