import ImpactSemantics

struct English: Phrases {
    func literal(_ literal: Literal) -> String {
        switch literal {
        case .integer(let number): String(number)
        case .decimal(let digits): digits
        case .string(let text): text.isEmpty ? "an empty text" : "“\(text)”"
        case .boolean(let isTrue): isTrue ? "yes" : "no"
        case .null: "empty"
        }
    }
    var today: String { "the day of the synchronization" }
    var member: String { "the table that the row is of" }

    func isTrue(_ value: String) -> String { "\(value) is yes" }
    func isFalse(_ value: String) -> String { "\(value) is no" }
    func isEmpty(_ value: String) -> String { "\(value) is empty" }
    func isFilled(_ value: String) -> String { "\(value) is not empty" }
    func equals(_ value: String, _ other: String) -> String { "\(value) is \(other)" }
    func differs(_ value: String, _ other: String) -> String { "\(value) is not \(other)" }
    func isOne(_ value: String, of others: [String]) -> String { "\(value) is \(list(others, "or"))" }
    func isNone(_ value: String, of others: [String]) -> String { "\(value) is none of \(list(others, "and"))" }
    func isBetween(_ value: String, _ lower: String, _ upper: String, isHalfOpen: Bool) -> String {
        "\(value) is from \(lower) to \(isHalfOpen ? "less than " : "")\(upper)"
    }
    func all(_ conditions: [String]) -> String { list(conditions, "and") }
    func any(_ conditions: [String]) -> String { list(conditions, "or") }
    func exists(_ rows: SaidRows) -> String { "at least one row of `\(rows.table)` belongs to it" + such(rows.conditions) }
    func existsNone(_ rows: SaidRows) -> String { "no row of `\(rows.table)` belongs to it" + such(rows.conditions) }
    private func such(_ conditions: [String]) -> String { conditions.isEmpty ? "" : " such that \(all(conditions))" }

    var bareRows: String { "rows" }
    func rows(_ rows: SaidRows) -> String {
        restricted("rows of `\(rows.table)`" + (rows.areRelated ? " that belong to it" : ""), rows.conditions)
    }
    func number(of rows: String) -> String { "number of \(rows)" }
    func values(of value: String, where conditions: [String]) -> String { restricted(value, conditions) }
    func aggregate(_ function: AggregateFunction, _ values: String) -> String {
        switch function {
        case .count: "number of values of \(values)"
        case .countDistinct: "number of different values of \(values)"
        case .sum: "sum of \(values)"
        case .min: "smallest value of \(values)"
        case .max: "greatest value of \(values)"
        case .average: "average of \(values)"
        case .last: "last value of \(values)"
        }
    }
    func ratio(_ part: String, over whole: String) -> String { "\(part), divided by: \(whole)" }
    func window(_ window: Window, _ value: String) -> String {
        switch window {
        case .cumulated(since: .some): "\(value), added up since the beginning of the year"
        case .cumulated(since: nil): "\(value), added up since the first period"
        case .previous: "\(value), of the period before"
        case .yearBefore: "\(value), of the same period a year before"
        }
    }
    func pseudonym(_ value: String) -> String { "token made from \(value) under a secret key" }
    func coarser(_ value: String, _ rule: Generalization) -> String {
        switch rule {
        case .truncated(let unit): "\(unit.rawValue) of \(value)"
        case .bucketed: "\(value), in bands"
        case .rounded(let step): "\(value), to the nearest \(literal(step))"
        case .clamped(let low, let high): "\(value), from \(literal(low)) to \(literal(high)): what is beyond is taken as the bound"
        case .department: "département of \(value)"
        }
    }
    func copied(_ value: String) -> String { "value of \(value), as it is" }
    func whether(_ condition: String, isCertain: Bool) -> String { "yes if \(condition)" + (isCertain ? ", no otherwise" : "") }
    func choice(_ condition: String, then: String, otherwise: String) -> String { "if \(condition): \(then); otherwise: \(otherwise)" }
    func depending(on value: String) -> String { "depending on the value of \(value)" }
    func value(_ value: String, or other: String) -> String { "\(value), or in its absence \(other)" }
    func extreme(of values: [String], isGreatest: Bool) -> String {
        "the \(isGreatest ? "greatest" : "least") of \(list(values, "and"))"
    }
    func among(_ value: String, _ rows: SaidRows) -> String { "\(value) among the \(self.rows(rows))" }
    func reference(to table: String) -> String { "key of the corresponding row of `\(table)`" }
    func value(_ name: String, ofRelation relation: String) -> String { "\(name) of `\(relation)`" }
    func value(_ name: String, ofLastBy order: String, in table: String, isLast: Bool) -> String {
        "\(name), in the row of `\(table)` whose \(order) is the \(isLast ? "greatest" : "smallest")"
    }
    func value(_ name: String, in rows: SaidRows) -> String {
        restricted("\(name), in the row of `\(rows.table)`", rows.conditions)
    }
    func value(_ name: String, inList list: String) -> String { "\(name), looked up in the list `\(list)`" }
    func part(_ function: ScalarFunction, of value: String) -> String? {
        switch function {
        case .year: "year of \(value)"
        case .month: "month of \(value)"
        case .day: "day of \(value)"
        case .lowercased: "\(value) in small letters"
        case .uppercased: "\(value) in capitals"
        case .characterCount: "number of characters of \(value)"
        default: nil
        }
    }
    func adding(_ number: String, _ unit: DateUnit, to value: String) -> String {
        let isBack = number.hasPrefix("-")
        return "\(value) \(isBack ? "minus" : "plus") \(isBack ? String(number.dropFirst()) : number) \(unit.rawValue)s"
    }

    private func restricted(_ rows: String, _ conditions: [String]) -> String {
        conditions.isEmpty ? rows : "\(rows) where \(all(conditions))"
    }

    private func list(_ items: [String], _ word: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(word) " + last
    }
}
