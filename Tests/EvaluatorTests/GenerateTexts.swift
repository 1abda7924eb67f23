import ImpactSemantics

extension TroubleGenerator {
    mutating func string(_ depth: Int, _ place: Place) -> String {
        let text: Make = { $0.value(.string, depth, place) }
        let shown: Make = { g in
            let type: ScalarType = g.dice.pick([.int, .bool, .date, .string, .uuid, .double, .timestamp])
            return g.value(type == .uuid && place.columns(.uuid).isEmpty ? .int : type, depth, place)
        }
        return any([
            { "\"\\(\(text(&$0)))-\\(\(shown(&$0)))\"" }, { "String(\(shown(&$0)))" }, { "(\(text(&$0)) + \(text(&$0)))" },
            { $0.plainDecimal(place).map { "String(\($0))" } ?? $0.leaf(.string, place) },
            { "\(text(&$0)).\($0.dice.pick(["lowercased()", "uppercased()", "trimmed()"]))" },
            { "\(text(&$0)).\($0.dice.pick(["prefix", "suffix"]))(\($0.dice.pick(["0", "1", "2", "100"])))" },
            { "\(text(&$0)).\($0.dice.pick(["prefix", "suffix"]))(\($0.value(.int, depth, place)))" },
            { "(\($0.value(.int, depth, place))).bucketed(by: \($0.dice.pick(["[0]", "[1, 2, 50]", "[-3, 10]"])))" },
            { "(\($0.value($0.dice.pick([.decimal, .double]), depth, place))).bucketed(by: \($0.dice.pick(["[0]", "[0.5, 1, 2.5]"])))" },
            { "\(text(&$0)).department" }, { "\(text(&$0)).domain(among: [\"beta.gouv.fr\", \"\"], otherwise: \"autre\")" },
            { "\($0.value(.json, depth, place)).text" }, { "choisir(\($0.bool(depth, place)), \(text(&$0)))" },
            { g in
                guard let list = g.list(depth, place) else { return g.leaf(.string, place) }
                return "\(list.text).\(g.dice.pick(["min", "max"]))(\(g.value(.string, depth, .element(of: list.source))))"
            },
        ])
    }

    /// Digits after the point show in a text: those of a value picked from equal ones are nobody's to say.
    private mutating func plainDecimal(_ place: Place) -> String? {
        let columns = place.columns(.decimal).filter { ["x", "y", "taux"].contains($0) }
        guard !columns.isEmpty else { return nil }
        return "\(dice.pick(columns)) \(dice.pick(["+", "-", "*"])) \(dice.pick(columns + ["0.50", "1"]))"
    }

    mutating func date(_ depth: Int, _ place: Place) -> String {
        let unit: Make = { $0.dice.pick([".day", ".week", ".month", ".quarter", ".year"]) }
        return any([
            { "\($0.value(.date, depth, place)).truncated(to: \(unit(&$0)))" },
            { "\($0.value(.timestamp, depth, place)).truncated(to: \(unit(&$0)))" },
            { $0.added(.date, depth, place) }, { $0.added(.date, depth, place) },
            { "\($0.dice.pick(["max", "min"]))(\($0.value(.date, depth, place)), \($0.value(.date, depth, place)))" },
            { "jour(\($0.value(.timestamp, depth, place)), \($0.leafDate(place)))" }, { $0.extreme(.date, depth, place) },
        ])
    }

    private func leafDate(_ place: Place) -> String { place.source == "A" ? "d" : "today" }

    mutating func timestamp(_ depth: Int, _ place: Place) -> String {
        any([
            { $0.added(.timestamp, depth, place) }, { $0.added(.timestamp, depth, place) }, { $0.extreme(.timestamp, depth, place) },
            { "\($0.dice.pick(["max", "min"]))(\($0.value(.timestamp, depth, place)), \($0.value(.timestamp, depth, place)))" },
        ])
    }

    private mutating func added(_ type: ScalarType, _ depth: Int, _ place: Place) -> String {
        let unit = dice.pick(["days", "weeks", "months", "years"])
        let count = dice.roll(3) == 0 ? value(.int, depth, place) : dice.pick(["1", "-1", "12", "-13", "0", "4"])
        return "\(value(type, depth, place)).adding(\(unit): \(count))"
    }

    private mutating func extreme(_ type: ScalarType, _ depth: Int, _ place: Place) -> String {
        guard let list = list(depth, place), !Place.element(of: list.source).columns(type).isEmpty else { return leaf(type, place) }
        return "\(list.text).\(dice.pick(["min", "max"]))(\(value(type, depth, .element(of: list.source))))"
    }

    mutating func uuid(_ depth: Int, _ place: Place) -> String { leaf(.uuid, place) }

    mutating func json(_ depth: Int, _ place: Place) -> String {
        let member: Make = { g in
            let name = g.dice.roll(4) == 0 ? g.dice.pick(["0", "1", "2"]) : g.quoted(g.dice.pick(TroubleData.names))
            return "\(g.value(.json, depth, place))[\(name)]"
        }
        return any([
            member, member, member, { "\($0.value(.json, depth, place))[\($0.value($0.dice.pick([.string, .int]), depth, place))]" },
            { "\($0.value(.json, depth, place)).embedded" },
            { g in
                guard place.source == "A" else { return g.leaf(.json, place) }
                let value = g.value(g.dice.pick([.int, .string, .bool, .json, .date, .decimal]), depth, .element(of: "C"))
                return "enfants.keyed(by: code, \(value))"
            },
            { g in "\(g.leaf(.json, place)).entries.keyed(by: key, \(g.dice.pick(["value", "value.text", "value.count"])))" },
        ])
    }
}
