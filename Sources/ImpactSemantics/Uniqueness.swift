extension CheckedProject {
    /// The declared keys by which at most one row is left once `known` has a value: all the members of each are pinned by the
    /// relation, by a filter `member == …`, or by `known`.
    package func uniqueKeys(of collection: Collection, pinnedBy known: [Expression]) -> [UniqueKey] {
        guard case .source(let name) = collection.element, let source = sources[name] else { return [] }
        return (source.uniqueKeys + source.primaryKey).filter { key in
            key.members.allSatisfy { isPinned($0, collection, known) }
                && key.conditions.allSatisfy { holds($0, collection) }
        }
    }

    private func isPinned(_ member: String, _ collection: Collection, _ known: [Expression]) -> Bool {
        if case .inverse(let row, let relation, _) = collection.base, case .source(let owner) = row.source,
            case .toMany(member)? = sources[owner]?.relation(relation)?.kind
        {
            return true
        }
        let column = Expression.Kind.column(collection.row, member)
        if known.contains(where: { $0.kind == column }) { return true }
        return collection.filters.contains { filter in
            guard case .equal(let left, let right) = filter.kind else { return false }
            return left.kind == column && isPin(right, collection) || right.kind == column && isPin(left, collection)
        }
    }

    /// A condition of the unique key, written about level 0, is among the filters.
    private func holds(_ condition: Expression, _ collection: Collection) -> Bool {
        guard let moved = condition.movingElement(from: 0, to: collection.level) else { return false }
        return collection.filters.contains { $0.kind == moved.kind }
    }

    /// One value, that is there: a unique key lets any number of rows be without.
    private func isPin(_ value: Expression, _ collection: Collection) -> Bool {
        !value.type.isOptional && !value.levels.contains(collection.level)
    }
}

extension Source {
    /// `@key`, as a unique key like the others.
    package var primaryKey: [UniqueKey] {
        key.map { [UniqueKey(members: [$0.name], conditions: [], range: $0.range)] } ?? []
    }
}
