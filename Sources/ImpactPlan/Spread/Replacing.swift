import PostgresSQL

/// The same SQL with parts replaced by others.
extension SQLExpression {
    /// - Parameters:
    ///   - tables: what stands for a table, in the queries inside.
    ///   - replacement: what stands for an expression; nil to look inside it.
    func replacing(
        tables: (String?, String) -> FromItem.Relation = { .table(schema: $0, $1) }, _ replacement: (SQLExpression) -> SQLExpression?
    ) -> SQLExpression {
        if let replaced = replacement(self) { return replaced }
        func inner(_ expression: SQLExpression) -> SQLExpression { expression.replacing(tables: tables, replacement) }
        func all(_ expressions: [SQLExpression]) -> [SQLExpression] { expressions.map(inner) }
        func terms(_ terms: [OrderTerm]) -> [OrderTerm] {
            terms.map { OrderTerm(inner($0.value), isDescending: $0.isDescending, putsNullsLast: $0.putsNullsLast) }
        }
        switch self {
        case .column, .string, .integer, .number, .boolean, .null, .interval: return self
        case .binary(let symbol, let left, let right): return .binary(symbol, inner(left), inner(right))
        case .and(let parts): return .and(all(parts))
        case .or(let parts): return .or(all(parts))
        case .not(let value): return .not(inner(value))
        case .negate(let value): return .negate(inner(value))
        case .test(let value, let test): return .test(inner(value), test)
        case .isIn(let value, let others, let isNegated): return .isIn(inner(value), all(others), isNegated: isNegated)
        case .between(let value, let low, let high): return .between(inner(value), inner(low), inner(high))
        case .call(let name, let arguments): return .call(name, all(arguments))
        case .aggregate(let name, let arguments, let isDistinct, let filter):
            return .aggregate(name, all(arguments), isDistinct: isDistinct, filter: all(filter))
        case .ordered(let name, let arguments, let order, let filter):
            return .ordered(name, all(arguments), by: terms(order), filter: all(filter))
        case .element(let array, let index): return .element(inner(array), index)
        case .over(let call, let partition, let order, let before):
            return .over(inner(call), partition: all(partition), order: terms(order), before: before.map(inner))
        case .cast(let value, let type): return .cast(inner(value), type)
        case .atTimeZone(let value, let zone): return .atTimeZone(inner(value), zone)
        case .extract(let field, let value): return .extract(field, inner(value))
        case .choice(let subject, let branches, let otherwise):
            return .choice(
                subject: subject.map(inner), branches: branches.map { SQLBranch(inner($0.condition), inner($0.value)) },
                otherwise: otherwise.map(inner))
        case .exists(let select, let isNegated):
            return .exists(select.replacing(tables: tables, replacement), isNegated: isNegated)
        case .scalar(let select): return .scalar(select.replacing(tables: tables, replacement))
        case .array(let elements): return .array(all(elements))
        case .row(let elements): return .row(all(elements))
        case .unsafeVetted(let parts):
            return .unsafeVetted(parts.map { if case .expression(let value) = $0 { .expression(inner(value)) } else { $0 } })
        }
    }
}

extension Select {
    func replacing(
        tables: (String?, String) -> FromItem.Relation, _ replacement: (SQLExpression) -> SQLExpression? = { _ in nil }
    ) -> Select {
        func inner(_ expression: SQLExpression) -> SQLExpression { expression.replacing(tables: tables, replacement) }
        func query(_ select: Select) -> Select { select.replacing(tables: tables, replacement) }
        var select = self
        select.with = with.map { $0.replacing(query) }
        select.distinctOn = distinctOn.map(inner)
        select.columns = columns.map { SelectColumn(inner($0.value), as: $0.alias) }
        select.conditions = conditions.map(inner)
        select.groupBy = groupBy.map(inner)
        select.having = having.map(inner)
        select.orderBy = orderBy.map { OrderTerm(inner($0.value), isDescending: $0.isDescending, putsNullsLast: $0.putsNullsLast) }
        select.from = from.map { item in
            var item = item
            item.on = item.on.map(inner)
            switch item.relation {
            case .table(let schema, let name): item.relation = tables(schema, name)
            case .select(let select, let isLateral): item.relation = .select(query(select), isLateral: isLateral)
            case .function(let call): item.relation = .function(inner(call))
            case .union(let selects): item.relation = .union(selects.map(query))
            }
            return item
        }
        return select
    }
}

extension CommonTable {
    /// With its queries replaced.
    func replacing(_ query: (Select) -> Select) -> CommonTable {
        let body =
            switch body {
            case .values: body
            case .select(let select): Body.select(query(select))
            case .union(let selects): Body.union(selects.map(query))
            }
        return CommonTable(name: name, columns: columns, body: body, isMaterialized: isMaterialized)
    }
}
