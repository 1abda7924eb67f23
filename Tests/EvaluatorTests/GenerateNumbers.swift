import ImpactSemantics

extension TroubleGenerator {
    mutating func int(_ depth: Int, _ place: Place) -> String {
        any(integers(depth, place) + [{ $0.aggregate(.int, depth, place) ?? $0.leaf(.int, place) }])
    }

    private func integers(_ depth: Int, _ place: Place) -> [Make] {
        let operation: Make = { g in
            "(\(g.value(.int, depth, place)) \(g.dice.pick(["+", "-", "*", "/", "%"])) \(g.value(.int, depth, place)))"
        }
        return [
            operation, operation, operation, operation,
            { "abs(\($0.value(.int, depth, place)))" }, { "-(\($0.value(.int, depth, place)))" },
            { "\($0.dice.pick(["max", "min"]))(\($0.value(.int, depth, place)), \($0.value(.int, depth, place)))" },
            { "\($0.value(.string, depth, place)).count" },
            { "\($0.value(.date, depth, place)).\($0.dice.pick(["year", "month", "day"]))" },
            { "\($0.value(.timestamp, depth, place)).\($0.dice.pick(["year", "month", "day"]))" },
            { "Int(\($0.value($0.dice.pick([.decimal, .double, .int]), depth, place)))" },
            { "\($0.value(.date, depth, place)).days(since: \($0.value(.date, depth, place)))" },
            { g in
                let type: ScalarType = g.dice.pick([.bool, .int, .string])
                return "[\(g.value(type, depth, place)), \(g.value(type, depth, place))].count(of: \(g.leaf(type, place)))"
            },
            { "\($0.value(.json, depth, place)).count" },
            { "\($0.value(.int, depth, place)).rounded(to: \($0.dice.pick(["2", "10", "3", "100"])))" },
            { "\($0.value(.int, depth, place)).clamped(to: \($0.dice.pick(["0...10", "-3...2", "5...5"])))" },
            { "somme(\($0.value(.int, depth, place)), \($0.value(.int, depth, place)))" },
            { g in
                let name = g.dice.pick(["m", "n"])
                guard place.source == "A", !place.isElement else { return g.leaf(.int, place) }
                return "(\(name) != nil && \(name) != 0 ? \(g.value(.int, depth, place)) / \(name) : \(g.leaf(.int, place)))"
            },
            { g in
                guard let list = g.list(depth, place), list.source == "C" else { return g.leaf(.int, place) }
                return g.dice.pick(["anciens(\(list.text), depuis: today)", "rangDe(\(list.text).last(by: w))"])
            },
        ]
    }

    mutating func decimal(_ depth: Int, _ place: Place) -> String {
        let operation: Make = { g in
            "(\(g.value(.decimal, depth, place)) \(g.dice.pick(["+", "-", "*", "/", "%"])) \(g.value(.decimal, depth, place)))"
        }
        return any([
            operation, operation, operation,
            { "abs(\($0.value(.decimal, depth, place)))" }, { "-(\($0.value(.decimal, depth, place)))" },
            { "Decimal(\($0.value($0.dice.pick([.int, .string, .double]), depth, place)))" },
            { "\($0.value(.json, depth, place)).decimal" },
            { "\($0.value(.decimal, depth, place)).rounded(to: \($0.dice.pick(["0.05", "1", "0.5", "3"])))" },
            { "\($0.value(.decimal, depth, place)).clamped(to: \($0.dice.pick(["0...1", "-0.5...2.5"])))" },
            { "\($0.dice.pick(["max", "min"]))(\($0.value(.decimal, depth, place)), \($0.value(.decimal, depth, place)), 0)" },
            { $0.aggregate(.decimal, depth, place) ?? $0.leaf(.decimal, place) },
        ])
    }

    mutating func double(_ depth: Int, _ place: Place) -> String {
        let operation: Make = { g in
            "(\(g.value(.double, depth, place)) \(g.dice.pick(["+", "-", "*", "/"])) \(g.value(.double, depth, place)))"
        }
        return any([
            operation, operation, operation, { "abs(\($0.value(.double, depth, place)))" },
            { "Double(\($0.value($0.dice.pick([.int, .decimal]), depth, place)))" },
            { "\($0.value(.double, depth, place)).rounded(to: \($0.dice.pick(["0.5", "1", "10"])))" },
            { "\($0.value(.double, depth, place)).clamped(to: \($0.dice.pick(["0...1", "-0.5...2.5"])))" },
            { "max(\($0.value(.double, depth, place)), \($0.value(.double, depth, place)))" },
            { $0.aggregate(.double, depth, place) ?? $0.leaf(.double, place) },
        ])
    }

    /// A number that says something of several rows.
    mutating func aggregate(_ type: ScalarType, _ depth: Int, _ place: Place) -> String? {
        guard let list = list(depth, place) else { return nil }
        let inner = Place.element(of: list.source)
        // Sums of doubles are taken of columns only: others depend on the order of the rows.
        let operand = { (g: inout TroubleGenerator) in type == .double ? g.leaf(.double, inner) : g.value(type, depth, inner) }
        if type == .double, inner.columns(.double).isEmpty { return nil }
        var makes: [Make] = [
            { "\(list.text).sum(\(operand(&$0)))" }, { "\(list.text).\($0.dice.pick(["min", "max"]))(\(operand(&$0)))" },
        ]
        if type == .double { makes.append { "\(list.text).average(\(operand(&$0)))" } }
        if type == .decimal {
            makes += [{ "\(list.text).average(\($0.value(.int, depth, inner)))" }, { "\(list.text).average(\(operand(&$0)))" }]
        }
        if type == .int {
            let distinct: Make = { g in
                "\(list.text).count(distinct: \(g.value(g.dice.pick([.int, .string, .decimal, .bool]), depth, inner)))"
            }
            makes += [{ _ in "\(list.text).count" }, { "\(list.text).count(where: \($0.bool(depth, inner)))" }, distinct]
        }
        return any(makes)
    }
}
