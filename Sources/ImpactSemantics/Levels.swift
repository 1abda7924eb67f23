/// Which rows an expression reads, and the same expression about another row.
extension Expression {
    /// Levels of the rows it reads from around itself; those of its own collection operations are not among them.
    package var levels: Set<Int> { Set(freeRows.map(\.level)) }

    package var freeRows: [(level: Int, source: RowSource)] {
        var found: [(Int, RowSource)] = []
        visitRows { level, source in found.append((level, source)) }
        return found
    }

    private func visitRows(_ visit: (Int, RowSource) -> Void) {
        // A named column is computed beside the model's row.
        if case .named = kind { return visit(0, .entry) }
        for child in children {
            switch child {
            case .expression(let expression): expression.visitRows(visit)
            case .row(let row): row.visitRows(visit)
            case .collection(let collection, let own):
                collection.visitRows(visit)
                for expression in own {
                    expression.visitRows { level, source in if level < collection.level { visit(level, source) } }
                }
            }
        }
    }

    package enum Child {
        case expression(Expression)
        case row(Row)
        /// With the expressions that are about the collection's own rows, filters excepted.
        case collection(Collection, [Expression])
    }

    /// The values it is made of, one step down.
    package var parts: [Expression] { children.compactMap { if case .expression(let part) = $0 { part } else { nil } } }

    /// Those of operations on several rows and their conditions too.
    var everyPart: [Expression] {
        children.flatMap { child in
            switch child {
            case .expression(let part): [part]
            case .collection(let collection, let own): collection.filters + own
            case .row: [Expression]()
            }
        }
    }

    /// What it is made of, one step down.
    package var children: [Child] {
        switch kind {
        case .literal, .today, .invalid: []
        case .summary(let summary): ([summary.operand, summary.order].compactMap { $0 } + summary.filters).map(Child.expression)
        case .measure(_, let inner): [.expression(inner.expression)]
        case .ratio(let part, let whole): [.expression(part), .expression(whole)]
        case .window(_, let inner): [.expression(inner)]
        case .column(let row, _), .isPresent(let row): [.row(row)]
        case .named(_, let inner): [.expression(inner.expression)]
        case .local(_, let inner), .not(let inner), .negate(let inner), .pseudonym(let inner, _),
            .generalized(let inner, _), .domain(let inner, _, _), .disclosed(let inner, _, _):
            [.expression(inner)]
        case .equal(let a, let b), .compare(_, let a, let b), .and(let a, let b), .or(let a, let b), .arithmetic(_, let a, let b),
            .coalesce(let a, let b):
            [.expression(a), .expression(b)]
        case .conditional(let a, let b, let c): [.expression(a), .expression(b), .expression(c)]
        case .choice(let subject, let branches, let otherwise):
            [.expression(subject)] + branches.flatMap { $0.patterns.flatMap(\.expressions) + [$0.value] }.map(Child.expression)
                + [.expression(otherwise)]
        case .isOne(let value, let others), .countEqual(let others, let value): ([value] + others).map(Child.expression)
        case .isIn(let value, let interval): [value, interval.lower, interval.upper].map(Child.expression)
        case .interpolation(let parts), .call(_, let parts): parts.map(Child.expression)
        case .aggregate(_, let collection, let operand): [.collection(collection, operand.map { [$0] } ?? [])]
        case .exists(let collection): [.collection(collection, [])]
        case .keyed(let collection, let key, let value): [.collection(collection, [key, value])]
        case .sql(let pieces):
            pieces.compactMap { piece in if case .value(let value) = piece { .expression(value) } else { nil } }
        case .reference(_, let key, let condition): ([key] + (condition.map { [$0] } ?? [])).map(Child.expression)
        }
    }
}

extension Expression {
    /// The conditions that `a && b && c` asks for, each by itself.
    package var conjuncts: [Expression] {
        if case .and(let left, let right) = kind { left.conjuncts + right.conjuncts } else { [self] }
    }
}

extension Branch.Pattern {
    package var expressions: [Expression] {
        switch self {
        case .value(let value): [value]
        case .interval(let interval): [interval.lower, interval.upper]
        }
    }
}

extension Row {
    /// The innermost level it depends on: where it can be joined at the earliest.
    package var levels: Set<Int> {
        var found: Set<Int> = []
        visitRows { level, _ in found.insert(level) }
        return found
    }

    fileprivate func visitRows(_ visit: (Int, RowSource) -> Void) {
        switch self {
        case .element(let level, let source): visit(level, source)
        case .toOne(let row, _, _), .referenced(let row, _, _): row.visitRows(visit)
        case .pick(let collection, let order, _):
            collection.visitRows(visit)
            if let order {
                for row in order.freeRows where row.level < collection.level { visit(row.level, row.source) }
            }
        case .lookup(_, let key): for row in key.freeRows { visit(row.level, row.source) }
        case .coalesce(let first, let second):
            first.visitRows(visit)
            second.visitRows(visit)
        case .named(_, let row): row.visitRows(visit)
        }
    }
}

extension Collection {
    /// Levels that its base and filters read from around it.
    package var levels: Set<Int> {
        var found: Set<Int> = []
        visitRows { level, _ in found.insert(level) }
        return found
    }

    fileprivate func visitRows(_ visit: (Int, RowSource) -> Void) {
        switch base {
        case .inverse(let row, _, _), .referring(let row, _, _): row.visitRows(visit)
        case .all, .model: break
        case .entries(let json), .items(let json): for row in json.freeRows { visit(row.level, row.source) }
        }
        for filter in filters {
            for row in filter.freeRows where row.level < level { visit(row.level, row.source) }
        }
    }
}

extension Expression {
    /// A simple condition about one row, said of another: `proprietaire == nil` of level 0 as said of level 1. Nil when it is
    /// not made of what can be moved.
    func movingElement(from old: Int, to new: Int) -> Expression? {
        func move(_ expression: Expression) -> Expression? { expression.movingElement(from: old, to: new) }
        func moved(_ kind: Kind) -> Expression { Expression(kind, type, range) }
        switch kind {
        case .literal, .today: return self
        case .column(let row, let name): return row.movingElement(from: old, to: new).map { moved(.column($0, name)) }
        case .isPresent(let row): return row.movingElement(from: old, to: new).map { moved(.isPresent($0)) }
        case .not(let inner): return move(inner).map { moved(.not($0)) }
        case .equal(let first, let second):
            guard let first = move(first), let second = move(second) else { return nil }
            return moved(.equal(first, second))
        case .compare(let comparison, let first, let second):
            guard let first = move(first), let second = move(second) else { return nil }
            return moved(.compare(comparison, first, second))
        case .isOne(let value, let others):
            guard let value = move(value), others.allSatisfy({ $0.levels.isEmpty }) else { return nil }
            return moved(.isOne(value, of: others))
        default: return nil
        }
    }
}

extension Row {
    fileprivate func movingElement(from old: Int, to new: Int) -> Row? {
        switch self {
        case .element(old, let source): .element(level: new, of: source)
        case .toOne(let from, let relation, let target):
            from.movingElement(from: old, to: new).map { .toOne($0, relation: relation, target: target) }
        default: nil
        }
    }
}
