/// Lays SQL out as a careful person would: on one line while it fits, else one part a line.
///
/// Every function gives text whose first line stands where the caller is, and whose following lines are
/// indented from the margin.
package struct Renderer: Sendable {
    static let width = 110

    package init() {}

    package func render(_ expression: SQLExpression, indent: Int = 0) -> String {
        let inline = inline(expression)
        return inline.fits(indent) ? inline : broken(expression, indent)
    }

    private func pad(_ indent: Int) -> String { String(repeating: " ", count: indent) }

    /// In parentheses when it binds less tightly than its place asks.
    private func render(_ expression: SQLExpression, atLeast level: Precedence, indent: Int) -> String {
        let inner = render(expression, indent: indent)
        guard expression.precedence < level else { return inner }
        guard !inner.isOneLine else { return "(\(inner))" }
        return "(\n\(pad(indent + 4))\(render(expression, indent: indent + 4))\n\(pad(indent)))"
    }

    // MARK: - On one line

    private func inline(_ expression: SQLExpression, atLeast level: Precedence) -> String {
        expression.precedence < level ? "(\(inline(expression)))" : inline(expression)
    }

    private func list(_ expressions: [SQLExpression]) -> String {
        expressions.map { inline($0) }.joined(separator: ", ")
    }

    private func terms(_ order: [OrderTerm]) -> String {
        order.map { inline($0.value) + ($0.isDescending ? " DESC" : "") + ($0.putsNullsLast ? " NULLS LAST" : "") }.joined(separator: ", ")
    }

    private func inline(_ expression: SQLExpression) -> String {
        switch expression {
        case .column(let table, let name): return (table.map { identifier($0) + "." } ?? "") + identifier(name)
        case .string(let text): return literal(text)
        case .integer(let number): return String(number)
        case .number(let digits): return digits
        case .boolean(let value): return value ? "true" : "false"
        case .null: return "NULL"
        case .interval(let count, let unit): return "interval '\(count) \(unit)\(abs(count) == 1 ? "" : "s")'"
        case .binary(let symbol, let left, let right):
            let (first, second) = levels(of: symbol)
            return "\(inline(left, atLeast: first)) \(symbol.rawValue) \(inline(right, atLeast: second))"
        case .and(let parts): return parts.map { inline($0, atLeast: parts.count == 1 ? .or : .not) }.joined(separator: " AND ")
        case .or(let parts): return parts.map { inline($0, atLeast: parts.count == 1 ? .or : .and) }.joined(separator: " OR ")
        case .not(let inner): return "NOT \(inline(inner, atLeast: .not))"
        case .negate(let inner): return "-\(inline(inner, atLeast: .cast))"
        case .test(let inner, let test): return "\(inline(inner, atLeast: .timeZone)) \(test.rawValue)"
        case .isIn(let value, let others, let isNegated):
            return "\(inline(value, atLeast: .other)) \(isNegated ? "NOT IN" : "IN") (\(list(others)))"
        case .between(let value, let low, let high):
            return "\(inline(value, atLeast: .other)) BETWEEN \(inline(low, atLeast: .other)) AND \(inline(high, atLeast: .other))"
        case .call(let name, let arguments): return "\(name)(\(list(arguments)))"
        case .aggregate(let name, let arguments, let isDistinct, let filter):
            let suffix = filter.isEmpty ? "" : " FILTER (WHERE \(inline(.and(filter))))"
            return "\(name)(\(isDistinct ? "DISTINCT " : "")\(arguments.isEmpty ? "*" : list(arguments)))\(suffix)"
        case .ordered(let name, let arguments, let order, let filter):
            let suffix = filter.isEmpty ? "" : " FILTER (WHERE \(inline(.and(filter))))"
            return "\(name)(\(list(arguments))\(order.isEmpty ? "" : " ORDER BY " + terms(order)))\(suffix)"
        case .element(let array, let index): return "(\(inline(array)))[\(index)]"
        case .over(let call, let partition, let order, let before):
            let clauses = [
                partition.isEmpty ? nil : "PARTITION BY \(list(partition))",
                order.isEmpty ? nil : "ORDER BY " + terms(order),
                before.map { "RANGE BETWEEN \(inline($0)) PRECEDING AND \(inline($0)) PRECEDING" },
            ]
            return "\(inline(call)) OVER (\(clauses.compactMap { $0 }.joined(separator: " ")))"
        case .cast(let inner, let type): return "\(inline(inner, atLeast: .cast))::\(type)"
        case .atTimeZone(let inner, let zone): return "\(inline(inner, atLeast: .timeZone)) AT TIME ZONE \(literal(zone))"
        case .extract(let field, let inner): return "extract(\(field) FROM \(inline(inner)))"
        case .choice(let subject, let branches, let otherwise):
            let cases = branches.map { "WHEN \(inline($0.condition)) THEN \(inline($0.value))" }.joined(separator: " ")
            return "CASE \(subject.map { inline($0) + " " } ?? "")\(cases)\(otherwise.map { " ELSE " + inline($0) } ?? "") END"
        case .exists(let select, let isNegated): return "\(isNegated ? "NOT " : "")EXISTS (\(inline(select)))"
        case .scalar(let select): return "(\(inline(select)))"
        case .array(let elements): return "ARRAY[\(list(elements))]"
        case .row(let elements): return elements.count == 1 ? inline(elements[0], atLeast: .comparison) : "(\(list(elements)))"
        case .unsafeVetted(let parts):
            return parts.map { part in
                switch part {
                case .text(let text): text
                case .expression(let value): inline(value, atLeast: .atom)
                }
            }.joined()
        }
    }

    private func levels(of symbol: SQLOperator) -> (Precedence, Precedence) {
        let level = symbol.precedence
        let tighter = Precedence(rawValue: level.rawValue + 1) ?? .atom
        return (symbol.isAssociative ? level : tighter, tighter)
    }

    private func inline(_ select: Select) -> String { render(select, separator: " ") { inline($0) } }

    // MARK: - On several lines

    private func broken(_ expression: SQLExpression, _ indent: Int) -> String {
        switch expression {
        case .binary(let symbol, let left, let right):
            let (first, second) = levels(of: symbol)
            let head = render(left, atLeast: first, indent: indent)
            let isShort = !head.isOneLine || (head.count + indent < Self.width / 2)
            guard isShort else {
                return "\(head)\n\(pad(indent + 4))\(symbol.rawValue) \(render(right, atLeast: second, indent: indent + 4))"
            }
            // The right side shares its line with the left one.
            let column = indent + (head.split(separator: "\n").last?.count ?? 0) + symbol.rawValue.count + 2
            let one = inline(right, atLeast: second)
            let fits = one.fits(column)
            return
                "\(head) \(symbol.rawValue) \(fits || right.precedence < second ? render(right, atLeast: second, indent: indent) : broken(right, indent))"
        case .and(let parts): return parts.map { render($0, atLeast: .not, indent: indent) }.joined(separator: "\n\(pad(indent))AND ")
        case .or(let parts): return parts.map { render($0, atLeast: .and, indent: indent) }.joined(separator: "\n\(pad(indent))OR ")
        case .not(let inner): return "NOT \(render(inner, atLeast: .not, indent: indent))"
        case .test(let inner, let test): return "\(render(inner, atLeast: .timeZone, indent: indent)) \(test.rawValue)"
        case .isIn(let value, let others, let isNegated):
            return "\(render(value, atLeast: .other, indent: indent)) \(isNegated ? "NOT IN" : "IN") \(enclosed(others, "(", ")", indent))"
        case .call(let name, let arguments):
            // `encode(substr(sha256(…), 1, 16), 'hex')`: short arguments stay beside the end of a long first call.
            if case .call? = arguments.first, list(Array(arguments.dropFirst())).count < 24 {
                let rest = arguments.dropFirst().map { ", " + inline($0) }.joined()
                return "\(name)(\(broken(arguments[0], indent))\(rest))"
            }
            return name + enclosed(arguments, "(", ")", indent)
        case .aggregate(let name, let arguments, let isDistinct, let filter):
            let head = "\(name)(\(isDistinct ? "DISTINCT " : "")\(arguments.isEmpty ? "*" : list(arguments)))"
            guard !filter.isEmpty else { return head }
            return "\(head) FILTER (\n\(pad(indent + 4))WHERE \(render(.and(filter), indent: indent + 8))\n\(pad(indent)))"
        case .cast(let inner, let type): return "\(render(inner, atLeast: .cast, indent: indent))::\(type)"
        case .choice(let subject, let branches, let otherwise): return choice(subject, branches, otherwise, indent)
        case .exists(let select, let isNegated): return "\(isNegated ? "NOT " : "")EXISTS \(enclosed(select, indent))"
        case .scalar(let select): return enclosed(select, indent)
        case .array(let elements): return "ARRAY" + enclosed(elements, "[", "]", indent)
        case .row(let elements) where elements.count > 1: return enclosed(elements, "(", ")", indent)
        default: return inline(expression)
        }
    }

    private func enclosed(_ elements: [SQLExpression], _ open: String, _ close: String, _ indent: Int) -> String {
        let lines = elements.map { pad(indent + 4) + render($0, indent: indent + 4) }
        return "\(open)\n\(lines.joined(separator: ",\n"))\n\(pad(indent))\(close)"
    }

    func enclosed(_ select: Select, _ indent: Int) -> String {
        "(\n\(pad(indent + 4))\(render(select, indent: indent + 4))\n\(pad(indent)))"
    }

    private func choice(_ subject: SQLExpression?, _ branches: [SQLBranch], _ otherwise: SQLExpression?, _ indent: Int) -> String {
        let inner = indent + 4
        var lines = branches.map { branch -> String in
            let condition = render(branch.condition, indent: inner + 4)
            let line = "WHEN \(condition) THEN \(inline(branch.value))"
            if line.fits(inner) { return line }
            // Under a condition of several lines, THEN comes back below its WHEN.
            let margin = condition.isOneLine ? inner + 4 : inner
            let isJunction = branch.value.precedence <= .and
            return "WHEN \(condition)\n\(pad(margin))THEN \(render(branch.value, indent: isJunction ? margin + 4 : margin))"
        }
        if let otherwise { lines.append("ELSE \(render(otherwise, indent: inner))") }
        let head = "CASE" + (subject.map { " " + render($0, indent: indent) } ?? "")
        return head + lines.map { "\n\(pad(inner))\($0)" }.joined() + "\n\(pad(indent))END"
    }

    // MARK: - Queries

    package func render(_ select: Select, indent: Int) -> String {
        render(select, separator: "\n" + pad(indent), indent: indent) { render($0, indent: indent + 4) }
    }

    /// The clauses of a query, one a line, or on one line when the separator is a space.
    private func render(
        _ select: Select, separator: String, indent: Int = 0, _ expression: (SQLExpression) -> String
    ) -> String {
        let isInline = separator == " "
        var clauses: [String] = []
        if !select.with.isEmpty { clauses.append(render(select.with, indent)) }
        clauses.append(head(select, isInline: isInline, indent))
        clauses += select.from.map { render($0, isInline: isInline, indent) }
        if !select.conditions.isEmpty { clauses.append("WHERE " + conditions(select.conditions, isInline, indent)) }
        if !select.groupBy.isEmpty { clauses.append("GROUP BY " + select.groupBy.map(expression).joined(separator: ", ")) }
        if !select.having.isEmpty { clauses.append("HAVING " + conditions(select.having, isInline, indent)) }
        if !select.orderBy.isEmpty {
            let terms = select.orderBy.map { term in
                expression(term.value) + (term.isDescending ? " DESC" : "") + (term.putsNullsLast ? " NULLS LAST" : "")
            }
            clauses.append("ORDER BY " + terms.joined(separator: ", "))
        }
        if let limit = select.limit { clauses.append("LIMIT \(limit)") }
        return clauses.joined(separator: separator)
    }

    func conditions(_ conditions: [SQLExpression], _ isInline: Bool, _ indent: Int) -> String {
        if isInline { return inline(.and(conditions)) }
        let level: Precedence = conditions.count == 1 ? .or : .not
        return conditions.map { render($0, atLeast: level, indent: indent + 4) }.joined(separator: "\n\(pad(indent + 4))AND ")
    }

    private func head(_ select: Select, isInline: Bool, _ indent: Int) -> String {
        let distinct = select.distinctOn.isEmpty ? "" : " DISTINCT ON (\(list(select.distinctOn)))"
        if isInline || select.columns.count == 1 || select.columns.allSatisfy({ $0.alias == nil }) {
            let one = "SELECT\(distinct) " + select.columns.map { column($0, inline($0.value)) }.joined(separator: ", ")
            if isInline || one.fits(indent) { return one }
        }
        let lines = select.columns.map { pad(indent + 4) + column($0, render($0.value, indent: indent + 4)) }
        return "SELECT\(distinct)\n" + lines.joined(separator: ",\n")
    }

    private func column(_ column: SelectColumn, _ text: String) -> String {
        guard let alias = column.alias else { return text }
        if case .column(_, alias) = column.value { return text }
        return "\(text) AS \(identifier(alias))"
    }

    private func render(_ item: FromItem, isInline: Bool, _ indent: Int) -> String {
        var text = item.join.rawValue + " " + relation(item.relation, isInline, indent)
        let columns = item.columnAliases.isEmpty ? "" : " (\(item.columnAliases.map { identifier($0) }.joined(separator: ", ")))"
        if !item.isNamedAsItsTable { text += " AS \(identifier(item.alias))\(columns)" }
        if item.join == .inner || item.join == .left {
            let on = " ON " + (item.on.isEmpty ? "true" : inline(.and(item.on)))
            let last = text.split(separator: "\n").last?.count ?? 0
            let fits = isInline || on.fits(last)
            text += fits ? on : "\n\(pad(indent + 4))ON " + conditions(item.on, false, indent + 4)
        }
        return text
    }

    private func relation(_ relation: FromItem.Relation, _ isInline: Bool, _ indent: Int) -> String {
        switch relation {
        case .table(let schema, let name):
            return (schema.map { identifier($0) + "." } ?? "") + (schema == nil ? qualifiedName(name) : identifier(name))
        case .select(let select, let isLateral):
            let prefix = isLateral ? "LATERAL " : ""
            guard isInline || select.from.isEmpty else { return prefix + enclosed(select, indent) }
            let one = "(\(inline(select)))"
            // A value that is only given a name stays on its line.
            return prefix + (isInline || one.fits(indent + 40) ? one : enclosed(select, indent))
        case .function(let call): return isInline ? inline(call) : render(call, indent: indent)
        case .union(let selects):
            let between = "\n\(pad(indent + 4))UNION ALL\n\(pad(indent + 4))"
            return "(\n\(pad(indent + 4))\(selects.map { render($0, indent: indent + 4) }.joined(separator: between))\n\(pad(indent)))"
        }
    }

    private func render(_ tables: [CommonTable], _ indent: Int) -> String {
        "WITH "
            + tables.map { table in
                let columns = table.columns.isEmpty ? "" : " (\(table.columns.map { identifier($0) }.joined(separator: ", ")))"
                return "\(identifier(table.name))\(columns) AS (\n\(pad(indent + 4))\(body(table.body, indent + 4))\n\(pad(indent)))"
            }.joined(separator: ",\n\(pad(indent))")
    }

    /// A part with an order or a limit of its own stands in parentheses.
    private func union(_ selects: [Select], _ indent: Int) -> String {
        selects.map { $0.orderBy.isEmpty && $0.limit == nil ? render($0, indent: indent) : enclosed($0, indent) }
            .joined(separator: "\n\(pad(indent))UNION ALL\n\(pad(indent))")
    }

    private func body(_ body: CommonTable.Body, _ indent: Int) -> String {
        switch body {
        case .select(let select): render(select, indent: indent)
        case .union(let selects): union(selects, indent)
        case .values(let rows): "VALUES\n" + rows.map { pad(indent + 4) + "(\(list($0)))" }.joined(separator: ",\n")
        }
    }
}

extension FromItem {
    /// `FROM pays` needs no `AS pays`.
    fileprivate var isNamedAsItsTable: Bool {
        if case .table(_, alias) = relation { columnAliases.isEmpty } else { false }
    }
}

extension String {
    /// Whether it is one line that ends within the width when it starts there.
    fileprivate func fits(_ start: Int) -> Bool {
        // As many bytes as characters, or more: most texts need not be counted.
        if start + utf8.count > Renderer.width, start + count > Renderer.width { return false }
        return isOneLine
    }

    fileprivate var isOneLine: Bool { !utf8.contains(UInt8(ascii: "\n")) }
}
