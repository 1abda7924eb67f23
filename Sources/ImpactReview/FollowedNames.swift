import ImpactSemantics

/// Whether two values mean the same. Equal expressions may read names that have come to stand for something else: each is followed, once.
struct FollowedNames {
    private(set) var values: [String: Expression] = [:]

    /// - Parameter stops: columns that readers see are compared for themselves.
    init(_ expressions: [Expression], stoppingAt stops: Set<String>) {
        for expression in expressions { follow(expression, stops) }
    }

    private mutating func follow(_ expression: Expression, _ stops: Set<String>) {
        if case .named(let name, let inner) = expression.kind {
            guard !stops.contains(name), values[name] == nil else { return }
            values[name] = inner.expression
        }
        if case .measure(let name, _) = expression.kind, stops.contains(name) { return }
        for child in expression.children {
            switch child {
            case .expression(let inner): follow(inner, stops)
            case .row(let row): follow(row, stops)
            case .collection(let collection, let own): follow(collection, own, stops)
            }
        }
    }

    private mutating func follow(_ row: Row, _ stops: Set<String>) {
        switch row {
        case .element: break
        case .toOne(let inner, _, _), .referenced(let inner, _, _), .named(_, let inner): follow(inner, stops)
        case .pick(let collection, let order, _): follow(collection, order.map { [$0] } ?? [], stops)
        case .lookup(_, let key): follow(key, stops)
        case .coalesce(let first, let second):
            follow(first, stops)
            follow(second, stops)
        }
    }

    private mutating func follow(_ collection: Collection, _ own: [Expression], _ stops: Set<String>) {
        switch collection.base {
        case .inverse(let row, _, _), .referring(let row, _, _): follow(row, stops)
        case .entries(let json), .items(let json): follow(json, stops)
        case .all, .model: break
        }
        for expression in collection.filters + own { follow(expression, stops) }
    }

    /// - Returns: true where both mean the same.
    static func agree(_ old: [Expression], _ new: [Expression], stoppingAt stops: Set<String>) -> Bool {
        old == new && FollowedNames(old, stoppingAt: stops).values == FollowedNames(new, stoppingAt: stops).values
    }
}
