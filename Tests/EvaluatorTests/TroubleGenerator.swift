import ImpactSemantics

/// Random well-typed expressions over the tables of `World`, type by type, with every operation the language has.
struct TroubleGenerator {
    var dice: Dice
    /// What the model is `from:`, whose row `self` is.
    let model: String

    init(seed: UInt64) {
        dice = Dice(seed: seed)
        model = dice.pick(["A", "A", "A", "C"])
    }

    typealias Make = (inout TroubleGenerator) -> String

    mutating func any(_ makes: [Make]) -> String { dice.pick(makes)(&self) }

    /// A value of that type, present or not.
    mutating func value(_ type: ScalarType, _ depth: Int, _ place: Place) -> String {
        guard depth > 0 else { return leaf(type, place) }
        switch dice.roll(10) {
        case 0: return leaf(type, place)
        case 1: return "(\(bool(depth - 1, place)) ? \(value(type, depth - 1, place)) : \(value(type, depth - 1, place)))"
        case 2: return "(\(value(type, depth - 1, place)) ?? \(value(type, depth - 1, place)))"
        case 3:
            if let found = throughRow(type, depth, place) { return found }
        case 4:
            if depth > 1 { return choice(type, depth - 1, place) }
        default: break
        }
        switch type {
        case .int: return int(depth - 1, place)
        case .decimal: return decimal(depth - 1, place)
        case .double: return double(depth - 1, place)
        case .string: return string(depth - 1, place)
        case .bool: return bool(depth - 1, place)
        case .date: return date(depth - 1, place)
        case .timestamp: return timestamp(depth - 1, place)
        case .uuid: return uuid(depth - 1, place)
        case .json, .null, .unknown: return json(depth - 1, place)
        }
    }

    mutating func leaf(_ type: ScalarType, _ place: Place) -> String {
        let columns = place.columns(type)
        if !columns.isEmpty, place.isElement || dice.roll(5) > 0 { return dice.pick(columns) }
        if columns.isEmpty, place.isElement, type != .json { return converted(type, place) ?? literal(type) }
        return literal(type)
    }

    /// Rows without a column of that type have others that make one.
    private func converted(_ type: ScalarType, _ place: Place) -> String? {
        switch (place.source, type) {
        case ("entry", .int): "value.count"
        case ("entry", .decimal), ("item", .decimal): "value.decimal"
        case ("entry", .bool), ("item", .bool): "value.bool"
        case ("item", .string): "value.text"
        case ("item", .int): "value[\"a\"].count"
        default: nil
        }
    }

    mutating func literal(_ type: ScalarType) -> String {
        switch type {
        case .int: dice.pick(["0", "1", "2", "-1", "-3", "7", "10", "1_000"])
        case .decimal: dice.pick(["0.5", "-0.05", "2.50", "1.0", "0.0", "12345678901234567890.125"])
        case .double: "Double(\(dice.pick(["0.5", "1", "-2", "0", "3"])))"
        case .string: quoted(dice.pick(TroubleData.texts))
        case .bool: dice.pick(["true", "false"])
        case .date: "today"
        case .timestamp: "w"
        case .uuid: "u"
        case .json, .null, .unknown: "j"
        }
    }

    func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n": "\\n"
            case "\t": "\\t"
            case _ where scalar.value < 32: "\\u{\(String(scalar.value, radix: 16))}"
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }

    // MARK: - Rows

    private mutating func throughRow(_ type: ScalarType, _ depth: Int, _ place: Place) -> String? {
        guard let row = row(depth, place) else { return nil }
        let columns = Place(source: row.source).columns(type)
        return columns.isEmpty ? nil : "\(row.text)?.\(dice.pick(columns))"
    }

    mutating func row(_ depth: Int, _ place: Place) -> (text: String, source: String)? {
        var found = (Place.toOne[place.source] ?? []) + place.rows
        if depth > 0, let list = list(depth - 1, place), !["entry", "item"].contains(list.source) {
            let inner = Place.element(of: list.source)
            let order = rank(inner)
            let condition = bool(depth - 1, inner)
            found.append(("\(list.text).\(dice.pick(["first", "last"]))(by: \(order))", list.source))
            found.append(("\(list.text).\(dice.pick(["first", "last"]))(where: \(condition), by: \(order))", list.source))
        }
        if place.source == "A" {
            found.append(("enfants.first(where: rang == \(dice.pick(["0", "1", "self.n", "2"])))", "C"))
            found.append(("cousins.first(where: b == true)", "C"))
            found.append(("(mere ?? filles.first(by: n))", "A"))
        }
        if depth > 0 { found.append(("Liste[\(value(.string, depth - 1, place))]", "Liste")) }
        return found.isEmpty ? nil : dice.pick(found)
    }

    /// What rows are ordered by: something of theirs.
    private mutating func rank(_ place: Place) -> String {
        let type = dice.pick([ScalarType.int, .date, .string, .timestamp, .decimal].filter { !place.columns($0).isEmpty })
        let column = dice.pick(place.columns(type))
        if dice.roll(12) == 0 { return literal(.decimal) }
        return dice.roll(2) == 0 ? column : "(\(bool(1, place)) ? \(column) : \(value(type, 1, place)))"
    }

    /// Several rows, and what they are rows of.
    mutating func list(_ depth: Int, _ place: Place) -> (text: String, source: String)? {
        var found = (Place.toMany[place.source] ?? []) + place.lists
        for row in Place.toOne[place.source] ?? [] {
            found += (Place.toMany[row.source] ?? []).prefix(2).map { ("\(row.text)?.\($0.text)", $0.source) }
        }
        found.append(("Liste", "Liste"))
        if let json = place.columns(.json).first { found += [("\(json).entries", "entry"), ("\(json)[\"a\"].elements", "item")] }
        let list = dice.pick(found)
        guard depth > 0, dice.roll(3) == 0 else { return list }
        return ("\(list.text).filter(\(bool(depth - 1, .element(of: list.source))))", list.source)
    }

    // MARK: - Choices

    private mutating func choice(_ type: ScalarType, _ depth: Int, _ place: Place) -> String {
        func result(_ generator: inout TroubleGenerator) -> String { generator.value(type, depth - 1, place) }
        switch dice.roll(4) {
        case 0:
            let cases = "case nil: \(result(&self)) case 0, \(literal(.int)): \(result(&self)) case 3..<50: \(result(&self))"
            return "(switch \(value(.int, depth, place)) { \(cases) default: \(result(&self)) })"
        case 1:
            let cases = "case \(literal(.string)): \(result(&self)) case \(literal(.string)), nil: \(result(&self))"
            return "(switch \(value(.string, depth, place)) { \(cases) default: \(result(&self)) })"
        case 2:
            let cases = "case true: \(result(&self)) case false: \(result(&self)) case nil: \(result(&self))"
            return "(switch \(value(.bool, depth, place)) { \(cases) })"
        default:
            let test = bool(depth, place)
            return "(if \(test) { \(result(&self)) } else if \(bool(depth, place)) { \(result(&self)) } else { \(result(&self)) })"
        }
    }
}
