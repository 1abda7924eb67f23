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

    func isTrue(_ value: String) -> String { "\(value) is yes" }
    func isFalse(_ value: String) -> String { "\(value) is not yes" }
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
    func exists(_ rows: String) -> String { "there is one at least of the \(rows)" }
    func existsNone(_ rows: String) -> String { "there is none of the \(rows)" }

    var bareRows: String { "rows" }
    func rows(of table: String, where conditions: [String]) -> String { restricted("rows of `\(table)`", conditions) }
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
    func coarser(_ value: String, _ rule: String) -> String { "\(value), \(rule)" }
    func reference(to table: String) -> String { "key of the corresponding row of `\(table)`" }
    func value(_ name: String, ofRelation relation: String) -> String { "\(name) of `\(relation)`" }
    func value(_ name: String, ofLastBy order: String, in table: String, isLast: Bool) -> String {
        "\(name), in the row of `\(table)` whose \(order) is the \(isLast ? "greatest" : "smallest")"
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
