extension Grammar {
    mutating func leaf(_ kind: Kind) -> String {
        func one(_ of: [String]) -> String { of[pick(of.count)] }
        return switch kind {
        case .int: one(["n", "m", "id", "0", "7", "double", "9223372036854775807", "p", "-1"])
        case .bool: one(["b", "c", "true", "false", "nil"])
        case .text: one(["s", "t", "\"x\"", "\"\"", "\"l'é\\\"té\"", "\"\\u{301}\\u{202E}\"", "nil", "\"\\u{0}\""])
        case .date: one(["d", "e", "today"])
        case .time: one(["f", "f.adding(days: 1)"])
        case .decimal: one(["g", "0.5", "Decimal(n)"])
        case .double: one(["h", "Double(n)", "1e3"])
        case .json: one(["j", "k", "j[\"a\"]", "k[0]"])
        case .row: one(["parent", "self", "Pays[s]", "$0"])
        case .list: one(["cs", "filles", "j.entries", "k.elements", "Pays"])
        case .any: one(["nil", "[]", "p", "$0", "today", "A.n", "C.n", "(1...2)", "[1, 2]"])
        }
    }

    mutating func own(_ kind: Kind, _ depth: Int) -> String {
        switch kind {
        case .int, .any: integer(depth)
        case .bool: condition(depth)
        case .text: text(depth)
        case .date: date(depth)
        case .time: "\(expression(.time, depth)).adding(days: \(leaf(.int)))"
        case .decimal: decimal(depth)
        case .double: "(\(expression(.double, depth)) * \(expression(.double, depth)))"
        case .json: "\(expression(.json, depth))[\(leaf(.text))]"
        case .row: row(depth: depth)
        case .list: "\(expression(.list, depth)).filter(\(expression(.bool, depth)))"
        }
    }

    private mutating func integer(_ depth: Int) -> String {
        let (a, b, list) = (expression(.int, depth), expression(.int, depth / 2), expression(.list, depth / 2))
        return switch pick(18) {
        case 0: "(\(a) + \(b))"
        case 1: "(\(a) / \(b))"
        case 2: "(\(a) % (\(b)))"
        case 3: "-\(a)"
        case 4: "deux(\(a), \(b))"
        case 5: "choisir(\(expression(.bool, depth)), \(a))"
        case 6: "\(list).count"
        case 7: "\(list).count(where: \(expression(.bool, depth)))"
        case 8: "\(list).sum(\(a))"
        case 9: "\(list).max(\(a))"
        case 10: "\(list).count(distinct: \(expression(.text, depth)))"
        case 11: "\(expression(.text, depth)).count"
        case 12: "\(expression(.date, depth)).year"
        case 13: "\(expression(.date, depth)).days(since: \(leaf(.date)))"
        case 14: "[\(expression(.bool, depth)), \(expression(.bool, depth))].count(of: true)"
        case 15: "Int(\(expression(.double, depth)))"
        case 16: "somme(\(list))"
        default: "sql(\"abs(\\(\(a)))\", as: Int?.self)"
        }
    }

    private mutating func condition(_ depth: Int) -> String {
        let (a, b) = (expression(.bool, depth), expression(.bool, depth / 2))
        let (x, y, list) = (expression(.int, depth / 2), expression(.int, depth / 2), expression(.list, depth / 2))
        return switch pick(16) {
        case 0: "(\(a) && \(b))"
        case 1: "(\(a) || \(b))"
        case 2: "!\(a)"
        case 3: "(\(x) == \(y))"
        case 4: "(\(x) < \(y))"
        case 5: "(\(x) != nil)"
        case 6: "(\(leaf(.int))...\(leaf(.int))).contains(\(x))"
        case 7: "[\(leaf(.int)), \(x)].contains(\(y))"
        case 8: "\(expression(.text, depth)).hasPrefix(\(leaf(.text)))"
        case 9: "\(list).contains(where: \(a))"
        case 10: "\(list).allSatisfy(\(a))"
        case 11: "\(list).isEmpty"
        case 12: "\(expression(.json, depth)).keys.contains(\(leaf(.text)))"
        case 13: "\(expression(.json, depth)).isPresent"
        case 14: "(\(expression(.row, depth)) != nil)"
        default: "(\(expression(.text, depth)) == \(leaf(.text)))"
        }
    }

    private mutating func text(_ depth: Int) -> String {
        let a = expression(.text, depth)
        return switch pick(12) {
        case 0: "\"\\(\(a)) - \\(\(expression(.int, depth)))\""
        case 1: "\(a).prefix(\(leaf(.int)))"
        case 2: "\(a).lowercased()"
        case 3: "(\(a) + \(leaf(.text)))"
        case 4: "nom(\(expression(.row, depth)))"
        case 5: "\(expression(.json, depth)).text"
        case 6: "\(expression(.int, depth)).bucketed(by: [1, 10])"
        case 7: "\(a).department"
        case 8: "String(\(expression(.int, depth)))"
        case 9: "\(expression(.list, depth)).max(\(a))"
        case 10: "disclosed(\(a), because: \"essai\")"
        default: "\(a).trimmed()"
        }
    }

    private mutating func date(_ depth: Int) -> String {
        switch pick(4) {
        case 0: "\(expression(.time, depth)).truncated(to: .month)"
        case 1: "\(expression(.date, depth)).adding(months: \(expression(.int, depth)))"
        case 2: "\(expression(.list, depth)).min(\(expression(.date, depth)))"
        default: "\(expression(.date, depth)).truncated(to: .\(["week", "quarter", "year"][pick(3)]))"
        }
    }

    private mutating func decimal(_ depth: Int) -> String {
        switch pick(5) {
        case 0: "(\(expression(.decimal, depth)) / \(expression(.decimal, depth)))"
        case 1: "\(expression(.list, depth)).average(\(expression(.int, depth)))"
        case 2: "\(expression(.json, depth)).decimal"
        case 3: "\(expression(.decimal, depth)).rounded(to: 10)"
        default: "Decimal(\(expression(.text, depth)))"
        }
    }

    private mutating func row(depth: Int) -> String {
        let list = expression(.list, depth)
        return switch pick(4) {
        case 0: "\(list).last(by: \(expression(.int, depth)))"
        case 1: "\(list).first(where: n == \(expression(.int, depth)))"
        case 2: "\(list).first(where: \(expression(.bool, depth)), by: f)"
        default: "Pays[\(expression(.text, depth))]"
        }
    }
}
