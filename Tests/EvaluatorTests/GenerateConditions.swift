import ImpactSemantics

extension TroubleGenerator {
    mutating func bool(_ depth: Int, _ place: Place) -> String {
        guard depth > 0 else { return simple(place) }
        let next = depth - 1
        return any(comparisons(next, place) + ofTexts(next, place) + ofRows(next, place) + [{ $0.simple(place) }])
    }

    /// Each part reads the row it is about, as conditions on several rows must.
    private mutating func simple(_ place: Place) -> String {
        any([
            { $0.leaf(.bool, place) }, { "(\($0.leaf(.int, place)) > \($0.literal(.int)))" },
            { "(\($0.leaf(.string, place)) != \($0.literal(.string)))" },
            { $0.leaf(.bool, place) },
            { g in
                let type: ScalarType = g.dice.pick(
                    [.int, .string, .bool, .decimal, .date].filter { !place.columns($0).isEmpty } + [.string])
                return "(\(g.leaf(type, place)) \(g.dice.pick(["==", "!="])) \(place.isElement ? g.outer(type) : g.leaf(type, place)))"
            },
        ])
    }

    /// Something of the model's own row, seen from inside of an operation.
    private mutating func outer(_ type: ScalarType) -> String {
        let place = Place(source: model)
        guard dice.roll(3) == 0, let list = Place.toMany[model].map({ dice.pick($0) }) else {
            return "self." + dice.pick(place.columns(type))
        }
        let toOne = Place.toOne[model]?[0] ?? (text: "", source: "")
        let columns = Place(source: list.source).columns(type)
        if columns.isEmpty { return "self.\(toOne.text)?." + dice.pick(Place(source: toOne.source).columns(type)) }
        let order = Place(source: list.source).columns(.int)[0]
        let far: Make = { g in
            "self.\(toOne.text)?.region.membres.first(by: s)?.\(g.dice.pick(Place(source: "A").columns(type)))"
        }
        return any([
            { $0.dice.roll(2) == 0 && type != .bool ? "self.\(list.text).max(\($0.dice.pick(columns)))" : far(&$0) },
            { "self.\(list.text).last(by: \(order))?.\($0.dice.pick(columns))" }, far,
        ])
    }

    private func comparisons(_ depth: Int, _ place: Place) -> [Make] {
        let two: (String, [ScalarType]) -> Make = { symbols, types in
            { g in
                let type = g.dice.pick(types)
                let symbol = g.dice.pick(symbols.split(separator: " ").map(String.init))
                return "(\(g.value(type, depth, place)) \(symbol) \(g.value(type, depth, place)))"
            }
        }
        let bounds: Make = { g in
            place.source == "A" && !place.isElement
                ? "(g \(g.dice.pick(["<", ">=", "==", "!="])) \(g.dice.pick(["0", "g", "9_223_372_036_854_775_807", "m", "q"])))"
                : g.simple(place)
        }
        return [
            two("&& ||", [.bool]), two("&& ||", [.bool]), two("&& || == !=", [.bool]), { "(!\($0.bool(depth, place)))" }, bounds,
            two("== !=", [.int, .decimal, .double, .string, .bool, .date]), two("== !=", [.int, .decimal, .string, .date]),
            two("< <= > >=", [.int, .decimal, .double, .string, .date]), two("< <= > >=", [.int, .string, .date]),
            { g in
                let type: ScalarType = g.dice.pick([.timestamp, .uuid, .json])
                guard !place.columns(type).isEmpty else { return g.simple(place) }
                return "(\(g.value(type, depth, place)) == \(g.value(type, depth, place)))"
            },
            { g in "(\(g.value(g.dice.pick([.int, .string, .bool, .date]), depth, place)) \(g.dice.pick(["==", "!="])) nil)" },
            { g in
                let type: ScalarType = g.dice.pick([.int, .string, .decimal])
                return "[\(g.literal(type)), \(g.value(type, depth, place)), \(g.literal(type))].contains(\(g.value(type, depth, place)))"
            },
            { "(\($0.dice.pick(["0...7", "-2..<10", "1...1"]))).contains(\($0.value(.int, depth, place)))" },
            { "(\($0.value(.int, 0, place))...\($0.value(.int, depth, place))).contains(\($0.value(.int, depth, place)))" },
            { "(\($0.value(.date, 0, place))..<\($0.value(.date, depth, place))).contains(\($0.value(.date, depth, place)))" },
        ]
    }

    private func ofTexts(_ depth: Int, _ place: Place) -> [Make] {
        let test: Make = { g in
            let method = g.dice.pick(["hasPrefix", "hasSuffix", "contains"])
            return "\(g.value(.string, depth, place)).\(method)(\(g.value(.string, depth, place)))"
        }
        return [
            test, test, { "\($0.value(.string, depth, place)).isEmpty" }, { "\($0.value(.json, depth, place)).isEmpty" },
            { "\($0.value(.json, depth, place)).bool" }, { "\($0.value(.string, depth, place)).isPresent" },
            { "\($0.value(.json, depth, place)).isPresent" },
            { g in "\(g.value(.json, depth, place)).keys.contains(\(g.quoted(g.dice.pick(TroubleData.names))))" },
            { g in "(\(g.value(.json, depth, place)).text == \(g.quoted(g.dice.pick(TroubleData.texts))))" },
            { g in "(\(g.value(.json, depth, place)).bool == \(g.literal(.bool)))" }, { "(\($0.value(.json, depth, place)).decimal == 1)" },
        ]
    }

    private func ofRows(_ depth: Int, _ place: Place) -> [Make] {
        [
            { g in
                guard let row = g.row(depth, place) else { return g.simple(place) }
                return "(\(row.text) \(g.dice.pick(["==", "!="])) nil)"
            },
            { g in
                guard let list = g.list(depth, place) else { return g.simple(place) }
                let inner = Place.element(of: list.source)
                return g.any([
                    { _ in "\(list.text).isEmpty" }, { "\(list.text).contains(where: \($0.bool(depth, inner)))" },
                    { "\(list.text).allSatisfy(\($0.bool(depth, inner)))" }, { "\(list.text).filter(\($0.bool(depth, inner))).isEmpty" },
                ])
            },
        ]
    }
}
