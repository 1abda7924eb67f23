/// Expressions on one line.
extension Printer {
    /// In parentheses when it binds less tightly than its place asks.
    mutating func inline(_ expression: SQLExpression, atLeast level: Precedence) {
        guard expression.precedence < level else { return inline(expression) }
        put("(")
        inline(expression)
        put(")")
    }

    mutating func inline(_ expressions: [SQLExpression]) { list(expressions) { $0.inline($1) } }

    mutating func inline(_ expression: SQLExpression) {
        switch expression {
        case .column(let table, let name):
            if let table {
                put(name: table)
                put(".")
            }
            put(name: name)
        case .string(let text): put(literal(text))
        case .integer(let number): put(String(number))
        case .number(let digits): put(digits)
        case .boolean(let value): put(value ? "true" : "false")
        case .null: put("NULL")
        case .interval(let count, let unit): put("interval '\(count) \(unit)\(abs(count) == 1 ? "" : "s")'")
        case .binary(let symbol, let left, let right):
            inline(left, atLeast: symbol.levels.left)
            put(symbol)
            inline(right, atLeast: symbol.levels.right)
        case .and(let parts): inline(parts, " AND ", atLeast: .not)
        case .or(let parts): inline(parts, " OR ", atLeast: .and)
        case .not(let inner):
            put("NOT ")
            inline(inner, atLeast: .not)
        case .negate(let inner):
            put("-")
            inline(inner, atLeast: .cast)
        case .test(let inner, let test):
            inline(inner, atLeast: .timeZone)
            put(test)
        case .isIn(let value, let others, let isNegated):
            inline(value, atLeast: .other)
            put(isNegated ? " NOT IN (" : " IN (")
            inline(others)
            put(")")
        case .between(let value, let low, let high):
            inline(value, atLeast: .other)
            put(" BETWEEN ")
            inline(low, atLeast: .other)
            put(" AND ")
            inline(high, atLeast: .other)
        case .call(let name, let arguments):
            put(name)
            put("(")
            inline(arguments)
            put(")")
        case .aggregate(let name, let arguments, let isDistinct, let filter):
            aggregate(name, arguments, isDistinct)
            inlineFilter(filter)
        case .ordered(let name, let arguments, let order, let filter):
            put(name)
            put("(")
            inline(arguments)
            inline(order, after: " ORDER BY ")
            put(")")
            inlineFilter(filter)
        case .element(let array, let index):
            put("(")
            inline(array)
            put(")[\(index)]")
        case .over(let call, let partition, let order, let before): window(call, partition, order, before)
        case .cast(let inner, let type):
            inline(inner, atLeast: .cast)
            put("::")
            put(type)
        case .atTimeZone(let inner, let zone):
            inline(inner, atLeast: .timeZone)
            put(" AT TIME ZONE ")
            put(literal(zone))
        case .extract(let field, let inner):
            put("extract(\(field) FROM ")
            inline(inner)
            put(")")
        case .choice(let subject, let branches, let otherwise): inlineChoice(subject, branches, otherwise)
        case .exists(let select, let isNegated):
            put(isNegated ? "NOT EXISTS (" : "EXISTS (")
            inline(select)
            put(")")
        case .scalar(let select):
            put("(")
            inline(select)
            put(")")
        case .array(let elements):
            put("ARRAY[")
            inline(elements)
            put("]")
        case .row(let elements): inlineRow(elements)
        case .unsafeVetted(let parts):
            for part in parts {
                switch part {
                case .text(let text): put(text)
                case .expression(let value): inline(value, atLeast: .atom)
                }
            }
        }
    }

    mutating func put(_ symbol: SQLOperator) {
        put(" ")
        put(symbol.rawValue)
        put(" ")
    }

    mutating func put(_ test: SQLTest) {
        put(" ")
        put(test.rawValue)
    }

    private mutating func inline(_ parts: [SQLExpression], _ word: String, atLeast level: Precedence) {
        let level = parts.count == 1 ? .or : level
        list(parts, separator: word) { $0.inline($1, atLeast: level) }
    }

    /// `count(DISTINCT x)`, `count(*)`
    mutating func aggregate(_ name: String, _ arguments: [SQLExpression], _ isDistinct: Bool) {
        put(name)
        put(isDistinct ? "(DISTINCT " : "(")
        if arguments.isEmpty { put("*") } else { inline(arguments) }
        put(")")
    }

    private mutating func inlineFilter(_ filter: [SQLExpression]) {
        guard !filter.isEmpty else { return }
        put(" FILTER (WHERE ")
        inline(.and(filter))
        put(")")
    }

    /// Nothing of no terms.
    private mutating func inline(_ order: [OrderTerm], after words: String) {
        guard !order.isEmpty else { return }
        put(words)
        list(order) {
            $0.inline($1.value)
            $0.put(directionOf: $1)
        }
    }

    mutating func put(directionOf term: OrderTerm) {
        if term.isDescending { put(" DESC") }
        if term.putsNullsLast { put(" NULLS LAST") }
    }

    private mutating func window(_ call: SQLExpression, _ partition: [SQLExpression], _ order: [OrderTerm], _ before: SQLExpression?) {
        inline(call)
        put(" OVER (")
        if !partition.isEmpty {
            put("PARTITION BY ")
            inline(partition)
        }
        inline(order, after: partition.isEmpty ? "ORDER BY " : " ORDER BY ")
        if let before {
            put(partition.isEmpty && order.isEmpty ? "RANGE BETWEEN " : " RANGE BETWEEN ")
            inline(before)
            put(" PRECEDING AND ")
            inline(before)
            put(" PRECEDING")
        }
        put(")")
    }

    private mutating func inlineChoice(_ subject: SQLExpression?, _ branches: [SQLBranch], _ otherwise: SQLExpression?) {
        put("CASE ")
        if let subject {
            inline(subject)
            put(" ")
        }
        list(branches, separator: " ") { $0.inline($1) }
        if let otherwise {
            put(" ELSE ")
            inline(otherwise)
        }
        put(" END")
    }

    mutating func inline(_ branch: SQLBranch) {
        put("WHEN ")
        inline(branch.condition)
        put(" THEN ")
        inline(branch.value)
    }

    private mutating func inlineRow(_ elements: [SQLExpression]) {
        guard elements.count != 1 else { return inline(elements[0], atLeast: .comparison) }
        put("(")
        inline(elements)
        put(")")
    }
}

extension SQLOperator {
    /// How tightly what stands on its sides must bind.
    var levels: (left: Precedence, right: Precedence) {
        let tighter = Precedence(rawValue: precedence.rawValue + 1) ?? .atom
        return (isAssociative ? precedence : tighter, tighter)
    }
}
