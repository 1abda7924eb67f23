import ImpactSemantics

/// What the exposed columns and filters rely on: links they follow, keys that leave one row, values they name.
struct Reliance {
    struct Link: Hashable {
        let source: String
        let relation: String
    }

    struct Column: Hashable {
        let source: String
        let column: String
    }

    struct Comparisons {
        var literals: [ExpectedLiteral] = []
        var switches: [ExpectedSwitch] = []
    }

    private let project: CheckedProject
    private(set) var links: Set<Link> = []
    /// By source, the places of the keys.
    private(set) var keys: [String: Set<Place>] = [:]
    private(set) var comparisons: [Column: Comparisons] = [:]
    private var named: Set<String> = []
    private var seen: Set<Seen> = []

    /// A value or a `switch` of a column, each told once however many columns of a model read it.
    private struct Seen: Hashable {
        let column: Column
        let text: String?
        let place: Place
    }

    init(_ project: CheckedProject) {
        self.project = project
        for model in project.models {
            // Names are unique in a model only.
            named = []
            rely(onKeyOf: model.source)
            for column in model.columns { visit(column.value) }
            if let filter = model.filter { visit(filter) }
            if let unit = model.anonymity?.unit { visit(unit) }
        }
    }

    // MARK: - Expressions

    private mutating func visit(_ expression: Expression) {
        if case .named(let name, _) = expression.kind, !named.insert(name).inserted { return }
        compare(expression)
        if case .keyed(let collection, let key, _) = expression.kind { rely(on: collection, known: [key]) }
        for child in expression.children {
            switch child {
            case .expression(let inner): visit(inner)
            case .row(let row): visit(row)
            case .collection(let collection, let own):
                visit(collection)
                own.forEach { visit($0) }
            }
        }
    }

    private mutating func visit(_ row: Row) {
        switch row {
        case .element: break
        case .toOne(let from, let relation, let target):
            follow(relation, from: from, to: target)
            visit(from)
        case .pick(let collection, let order, _):
            if order == nil { rely(on: collection, known: []) }
            visit(collection)
            if let order { visit(order) }
        case .lookup(_, let key): visit(key)
        case .coalesce(let first, let second):
            visit(first)
            visit(second)
        case .named(_, let inner), .referenced(let inner, _, _): visit(inner)
        }
    }

    private mutating func visit(_ collection: Collection) {
        switch collection.base {
        case .inverse(let row, _, _), .referring(let row, _, _): visit(row)
        case .entries(let json), .items(let json): visit(json)
        case .all, .model: break
        }
        collection.filters.forEach { visit($0) }
    }

    // MARK: - Keys

    private mutating func follow(_ relation: String, from row: Row, to target: String) {
        guard case .source(let owner) = row.source else { return }
        links.insert(Link(source: owner, relation: relation))
        guard case .toOne(_, let references, _, _)? = project.sources[owner]?.relation(relation)?.kind, let other = project.sources[target]
        else { return }
        let found = (other.primaryKey + other.uniqueKeys).first { $0.members == [references] && $0.conditions.isEmpty }
        if let found { keys[target, default: []].insert(found.range) }
    }

    private mutating func rely(onKeyOf source: String) {
        if let key = project.sources[source]?.primaryKey.first { keys[source, default: []].insert(key.range) }
    }

    private mutating func rely(on collection: Collection, known: [Expression]) {
        guard case .source(let name) = collection.element, let key = project.uniqueKeys(of: collection, pinnedBy: known).first
        else { return }
        keys[name, default: []].insert(key.range)
    }

    // MARK: - Values

    private mutating func compare(_ expression: Expression) {
        switch expression.kind {
        case .equal(let left, let right):
            note([right], comparedWith: left)
            note([left], comparedWith: right)
        case .isOne(let value, let others): note(others, comparedWith: value)
        case .choice(let subject, let branches, _):
            let values = branches.flatMap(\.patterns).flatMap { pattern -> [Expression] in
                if case .value(let value) = pattern { [value] } else { [] }
            }
            note(values, comparedWith: subject)
            guard let column = subject.storedColumn, values.contains(where: { $0.literalText != nil }),
                seen.insert(Seen(column: column, text: nil, place: subject.range)).inserted
            else { return }
            comparisons[column, default: Comparisons()].switches.append(
                ExpectedSwitch(named: values.compactMap(\.literalText), place: subject.range))
        default: break
        }
    }

    private mutating func note(_ values: [Expression], comparedWith subject: Expression) {
        guard let column = subject.storedColumn else { return }
        // What stands for an absent value is no value of the column.
        let fallbacks = subject.fallbacks
        for value in values {
            guard let text = value.literalText, !fallbacks.contains(text),
                seen.insert(Seen(column: column, text: text, place: value.range)).inserted
            else { continue }
            comparisons[column, default: Comparisons()].literals.append(ExpectedLiteral(text: text, place: value.range))
        }
    }
}

extension Expression {
    /// The column of production whose very value this is.
    fileprivate var storedColumn: Reliance.Column? {
        switch kind {
        case .column(let row, let name):
            if case .source(let source) = row.source { Reliance.Column(source: source, column: name) } else { nil }
        case .named(_, let inner): inner.expression.storedColumn
        case .local(_, let inner), .coalesce(let inner, _): inner.storedColumn
        default: nil
        }
    }

    /// `etat ?? "inconnu"`
    fileprivate var fallbacks: [String] {
        switch kind {
        case .named(_, let inner): inner.expression.fallbacks
        case .local(_, let inner): inner.fallbacks
        case .coalesce(let inner, let other): inner.fallbacks + [other.literalText].compactMap { $0 }
        default: []
        }
    }

    fileprivate var literalText: String? {
        switch kind {
        case .literal(.string(let text)): text
        case .literal(.integer(let number)): String(number)
        default: nil
        }
    }
}
