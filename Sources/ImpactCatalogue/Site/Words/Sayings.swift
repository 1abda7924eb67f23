import ImpactSemantics

/// Expressions in words, where a few words do; nil where the rule is better read in the models themselves.
struct Sayings {
    let project: CheckedProject
    let phrases: any Phrases
    /// Longer is no help to anybody.
    private static let longest = 320

    init(_ project: CheckedProject, in phrases: any Phrases) {
        self.project = project
        self.phrases = phrases
    }

    func rule(_ expression: Expression) -> String? {
        guard let said = short(value(expression)) else { return nil }
        return expression.isCopied ? phrases.copied(said) : said
    }

    func sentence(_ condition: Expression) -> String? { short(self.condition(condition)) }

    private func short(_ text: String?) -> String? { text.flatMap { $0.count > Self.longest ? nil : $0 } }

    // MARK: - Values

    func value(_ expression: Expression) -> String? {
        switch expression.kind {
        case .literal(let literal): return phrases.literal(literal)
        case .column(let row, ExposedTable.member) where project.isUnion(row): return phrases.member
        case .column(let row, let name): return column("`\(name)`", of: row)
        case .named(_, let inner), .measure(_, let inner): return value(inner.expression)
        case .local(_, let inner), .disclosed(let inner, _, _): return value(inner)
        case .today: return phrases.today
        case .pseudonym(let inner, _): return value(inner).map(phrases.pseudonym)
        case .generalized(let inner, let rule): return value(inner).map { phrases.coarser($0, rule) }
        case .reference(let model, _, _): return phrases.reference(to: model)
        case .summary(let summary): return self.summary(summary)
        case .aggregate(let function, let collection, let operand): return aggregate(function, operand, rows(collection))
        case .ratio(let part, let whole): return both(part, whole, phrases.ratio)
        case .window(let window, let inner): return value(inner).map { phrases.window(window, $0) }
        case .arithmetic(let operation, let left, let right): return both(left, right) { "\($0) \(operation.sign) \($1)" }
        case .call(let function, let operands): return call(function, operands)
        case .coalesce(let first, let second): return both(first, second, phrases.value(_:or:))
        case .conditional(let test, let then, let otherwise): return choice(test, then, otherwise)
        case .choice(let subject, _, _): return value(subject).map(phrases.depending)
        default:
            return expression.isCondition ? condition(expression).map { phrases.whether($0, isCertain: !expression.type.isOptional) } : nil
        }
    }

    private func choice(_ test: Expression, _ then: Expression, _ otherwise: Expression) -> String? {
        guard let test = condition(test), let then = value(then), let otherwise = value(otherwise) else { return nil }
        return phrases.choice(test, then: then, otherwise: otherwise)
    }

    private func call(_ function: ScalarFunction, _ operands: [Expression]) -> String? {
        guard let first = operands.first, let inner = value(first) else { return nil }
        switch function {
        case .adding(let unit): return operands.last.flatMap(value).map { phrases.adding($0, unit, to: inner) }
        case .least, .greatest:
            let said = operands.map(value)
            return said.contains(nil) ? nil : phrases.extreme(of: said.compactMap { $0 }, isGreatest: function == .greatest)
        case .toInt, .toDecimal, .toDouble, .toString: return inner
        default: return operands.count == 1 ? phrases.part(function, of: inner) : nil
        }
    }

    private func summary(_ summary: Summary) -> String? {
        guard let filters = conditions(summary.filters) else { return nil }
        guard let operand = summary.operand else {
            return phrases.number(of: phrases.values(of: phrases.bareRows, where: filters))
        }
        return value(operand).map { phrases.aggregate(summary.function, phrases.values(of: $0, where: filters)) }
    }

    private func aggregate(_ function: AggregateFunction, _ operand: Expression?, _ rows: SaidRows?) -> String? {
        guard let rows else { return nil }
        guard let operand else { return phrases.number(of: phrases.rows(rows)) }
        return value(operand).map { phrases.among(phrases.aggregate(function, $0), rows) }
    }

    private func both(_ left: Expression, _ right: Expression, _ join: (String, String) -> String) -> String? {
        guard let left = value(left), let right = value(right) else { return nil }
        return join(left, right)
    }

    // MARK: - Rows

    private func column(_ name: String, of row: Row) -> String? {
        switch row {
        case .element: return name
        case .named(_, let inner): return column(name, of: inner)
        case .toOne(let from, let relation, _): return column(phrases.value(name, ofRelation: relation), of: from)
        case .referenced(let from, let by, _): return column(phrases.value(name, ofRelation: by), of: from)
        case .lookup(let list, _): return phrases.value(name, inList: list)
        case .pick(let collection, let order?, let isLast):
            guard let rows = rows(collection), let order = value(order) else { return nil }
            let found = phrases.value(name, ofLastBy: order, in: rows.table, isLast: isLast)
            return phrases.values(of: found, where: rows.conditions)
        case .pick(let collection, nil, _): return rows(collection).map { phrases.value(name, in: $0) }
        case .coalesce: return nil
        }
    }

    private func rows(_ collection: Collection) -> SaidRows? {
        guard let filters = conditions(collection.filters) else { return nil }
        switch collection.base {
        case .inverse(_, _, let target): return SaidRows(table: entity(target), conditions: filters, areRelated: true)
        case .referring(_, let table, _): return SaidRows(table: table, conditions: filters, areRelated: true)
        case .all(let list): return SaidRows(table: entity(list), conditions: filters, areRelated: false)
        case .model(let table): return SaidRows(table: table, conditions: filters, areRelated: false)
        case .entries, .items: return nil
        }
    }

    private func entity(_ source: String) -> String { project.sources[source]?.entity ?? source }

    // MARK: - Conditions

    private func conditions(_ expressions: [Expression]) -> [String]? {
        let said = expressions.flatMap(\.conjuncts).map(condition)
        return said.contains(nil) ? nil : said.compactMap { $0 }
    }

    func condition(_ expression: Expression) -> String? {
        switch expression.kind {
        case .named(_, let inner): return condition(inner.expression)
        case .local(_, let inner), .disclosed(let inner, _, _): return condition(inner)
        case .and: return conditions([expression]).map(phrases.all)
        case .or(let left, let right):
            guard let left = condition(left), let right = condition(right) else { return nil }
            return phrases.any([left, right])
        case .not(let inner): return negation(inner)
        case .equal(let left, let right): return equality(left, right, phrases.isEmpty, phrases.equals)
        case .compare(let comparison, let left, let right): return both(left, right) { "\($0) \(comparison.sign) \($1)" }
        case .isOne(let inner, let others): return list(inner, others, phrases.isOne)
        case .isIn(let inner, let interval): return between(inner, interval)
        case .exists(let collection): return rows(collection).map(phrases.exists)
        case .column, .aggregate, .summary, .call, .coalesce: return value(expression).map(phrases.isTrue)
        default: return nil
        }
    }

    private func negation(_ inner: Expression) -> String? {
        switch inner.kind {
        case .named(_, let named): return negation(named.expression)
        case .local(_, let local): return negation(local)
        case .not(let twice): return condition(twice)
        case .equal(let left, let right): return equality(left, right, phrases.isFilled, phrases.differs)
        case .isOne(let value, let others): return list(value, others, phrases.isNone)
        case .exists(let collection): return rows(collection).map(phrases.existsNone)
        case .column: return value(inner).map(phrases.isFalse)
        default: return nil
        }
    }

    private func equality(
        _ left: Expression, _ right: Expression, _ absent: (String) -> String, _ equal: (String, String) -> String
    ) -> String? {
        if case .literal(.null) = right.kind { return value(left).map(absent) }
        return both(left, right, equal)
    }

    private func list(_ subject: Expression, _ others: [Expression], _ phrase: (String, [String]) -> String) -> String? {
        let said = others.map(value)
        guard let subject = value(subject), !said.contains(nil) else { return nil }
        return phrase(subject, said.compactMap { $0 })
    }

    private func between(_ subject: Expression, _ interval: ClosedInterval) -> String? {
        guard let subject = value(subject), let lower = value(interval.lower), let upper = value(interval.upper) else { return nil }
        return phrases.isBetween(subject, lower, upper, isHalfOpen: interval.isHalfOpen)
    }
}

extension Expression {
    /// A stored or exposed column, by whatever name.
    fileprivate var isCopied: Bool {
        switch kind {
        case .column: true
        case .named(_, let inner): inner.expression.isCopied
        case .local(_, let inner), .disclosed(let inner, _, _): inner.isCopied
        default: false
        }
    }

    fileprivate var isCondition: Bool {
        switch kind {
        case .and, .or, .not, .equal, .compare, .isOne, .isIn, .exists: true
        default: false
        }
    }
}

extension Comparison {
    fileprivate var sign: String {
        switch self {
        case .less: "<"
        case .lessOrEqual: "≤"
        case .greater: ">"
        case .greaterOrEqual: "≥"
        }
    }
}

extension Arithmetic {
    fileprivate var sign: String {
        switch self {
        case .plus: "+"
        case .minus: "−"
        case .times: "×"
        case .divided, .dividedSafely: "/"
        case .remainder, .remainderSafely: "modulo"
        }
    }
}
