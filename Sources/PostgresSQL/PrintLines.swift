/// Expressions on several lines, where one does not hold them.
extension Printer {
    mutating func print(_ expression: SQLExpression, _ indent: Int) {
        guard !fits(from: indent, { $0.inline(expression) }) else { return }
        printBroken(expression, indent)
    }

    /// In parentheses when it binds less tightly than its place asks.
    private mutating func print(_ expression: SQLExpression, atLeast level: Precedence, _ indent: Int) {
        guard expression.precedence < level else { return print(expression, indent) }
        let isDone = isOneLine {
            $0.put("(")
            $0.print(expression, indent)
            $0.put(")")
        }
        guard !isDone else { return }
        enclosed("(", ")", indent) { $0.print(expression, indent + 4) }
    }

    private mutating func printBroken(_ expression: SQLExpression, _ indent: Int) {
        switch expression {
        case .binary(let symbol, let left, let right): binary(symbol, left, right, indent)
        case .and(let parts): lines(parts, indent, before: "AND ") { $0.print($1, atLeast: .not, indent) }
        case .or(let parts): lines(parts, indent, before: "OR ") { $0.print($1, atLeast: .and, indent) }
        case .not(let inner):
            put("NOT ")
            print(inner, atLeast: .not, indent)
        case .test(let inner, let test):
            print(inner, atLeast: .timeZone, indent)
            put(test)
        case .isIn(let value, let others, let isNegated):
            print(value, atLeast: .other, indent)
            put(isNegated ? " NOT IN " : " IN ")
            enclosed(others, "(", ")", indent)
        case .call(let name, let arguments): call(name, arguments, indent)
        case .aggregate(let name, let arguments, let isDistinct, let filter):
            aggregate(name, arguments, isDistinct)
            guard !filter.isEmpty else { return }
            put(" FILTER ")
            enclosed("(", ")", indent) {
                $0.put("WHERE ")
                $0.print(.and(filter), indent + 8)
            }
        case .cast(let inner, let type):
            print(inner, atLeast: .cast, indent)
            put("::")
            put(type)
        case .choice(let subject, let branches, let otherwise): choice(subject, branches, otherwise, indent)
        case .exists(let select, let isNegated):
            put(isNegated ? "NOT EXISTS " : "EXISTS ")
            enclosed(select, indent)
        case .scalar(let select): enclosed(select, indent)
        case .array(let elements):
            put("ARRAY")
            enclosed(elements, "[", "]", indent)
        case .row(let elements) where elements.count > 1: enclosed(elements, "(", ")", indent)
        default: inline(expression)
        }
    }

    private mutating func binary(_ symbol: SQLOperator, _ left: SQLExpression, _ right: SQLExpression, _ indent: Int) {
        let start = end
        let level = symbol.levels.right
        print(left, atLeast: symbol.levels.left, indent)
        guard !isOneLine(since: start) || length(since: start) + indent < Self.width / 2 else {
            breakLine(indent + 4)
            put(symbol.rawValue)
            put(" ")
            return print(right, atLeast: level, indent + 4)
        }
        // The right side shares its line with the left one.
        let column = indent + lengthOfLastLine(since: start) + symbol.rawValue.count + 2
        put(symbol)
        guard !fits(from: column, { $0.inline(right, atLeast: level) }) else { return }
        if right.precedence < level { print(right, atLeast: level, indent) } else { printBroken(right, indent) }
    }

    /// `encode(substr(sha256(…), 1, 16), 'hex')`: short arguments stay beside the end of a long first call.
    private mutating func call(_ name: String, _ arguments: [SQLExpression], _ indent: Int) {
        put(name)
        let rest = Array(arguments.dropFirst())
        guard case .call? = arguments.first, isShort(rest) else { return enclosed(arguments, "(", ")", indent) }
        put("(")
        printBroken(arguments[0], indent)
        for argument in rest {
            put(", ")
            inline(argument)
        }
        put(")")
    }

    private mutating func isShort(_ expressions: [SQLExpression]) -> Bool {
        let start = end
        guard fits(from: Self.width - 23, { $0.inline(expressions) }) else { return false }
        takeBack(to: start)
        return true
    }

    private mutating func choice(_ subject: SQLExpression?, _ branches: [SQLBranch], _ otherwise: SQLExpression?, _ indent: Int) {
        put("CASE")
        if let subject {
            put(" ")
            print(subject, indent)
        }
        for branch in branches {
            breakLine(indent + 4)
            print(branch, indent + 4)
        }
        if let otherwise {
            breakLine(indent + 4)
            put("ELSE ")
            print(otherwise, indent + 4)
        }
        breakLine(indent)
        put("END")
    }

    private mutating func print(_ branch: SQLBranch, _ indent: Int) {
        guard !fits(from: indent, { $0.inline(branch) }) else { return }
        put("WHEN ")
        let start = end
        print(branch.condition, indent + 4)
        // Under a condition of several lines, THEN comes back below its WHEN.
        let margin = isOneLine(since: start) ? indent + 4 : indent
        let isJunction = branch.value.precedence <= .and
        breakLine(margin)
        put("THEN ")
        print(branch.value, isJunction ? margin + 4 : margin)
    }

    // MARK: - Between parentheses

    private mutating func enclosed(_ elements: [SQLExpression], _ open: String, _ close: String, _ indent: Int) {
        enclosed(open, close, indent) { $0.lines(elements, indent + 4, after: ",") { $0.print($1, indent + 4) } }
    }

    mutating func enclosed(_ select: Select, _ indent: Int) {
        enclosed("(", ")", indent) { $0.print(select, indent + 4) }
    }

    mutating func enclosed(_ open: String, _ close: String, _ indent: Int, _ write: (inout Printer) -> Void) {
        put(open)
        breakLine(indent + 4)
        write(&self)
        breakLine(indent)
        put(close)
    }

    /// What follows WHERE or ON.
    mutating func conditions(_ conditions: [SQLExpression], _ indent: Int) {
        let level: Precedence = conditions.count == 1 ? .or : .not
        lines(conditions, indent + 4, before: "AND ") { $0.print($1, atLeast: level, indent + 4) }
    }
}
