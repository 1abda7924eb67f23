import ImpactSemantics

extension English: Asking {
    func question(_ measure: String, isCount: Bool, by groups: [String], over time: Pace?) -> String? {
        if Self.leaning.contains(where: { measure.hasPrefix($0) }) || (measure + " ").contains(" of them ") { return nil }
        let bare = measure.withoutAsides
        if bare.hasPrefix("Share ") { return "What is the share \(bare.dropFirst(6))" + end(groups, along(time)) }
        if bare.hasPrefix("Number of ") { return many(String(bare.dropFirst(10)), groups, time) }
        if isCount, bare.prefix(while: { $0 != " " }).hasSuffix("s") { return many(bare, groups, time) }
        return question(quoting: measure, by: groups, over: time)
    }

    func question(quoting measure: String, by groups: [String], over time: Pace?) -> String {
        "What is “\(measure)”" + end(groups, along(time))
    }

    /// `Readers who joined` have a verb of their own; whether `Books lent` want one nobody can tell.
    private func many(_ noun: String, _ groups: [String], _ time: Pace?) -> String {
        if let sentence = noun.without([" who ", " that "]) { return "How many \(sentence.decapitalized)" + end(groups, time) }
        if !noun.contains(" "), time == nil { return "How many \(noun.decapitalized) are there" + end(groups, time) }
        return "What is the number of \(noun.decapitalized)" + end(groups, time)
    }

    private func along(_ time: Pace?) -> Pace? { if case .each(let unit) = time { .along(unit) } else { time } }

    /// ` each month, by size?`, `, by size, month by month?`
    private func end(_ groups: [String], _ time: Pace?) -> String {
        let by = groups.isEmpty ? "" : ", " + groups.map { "by \($0)" }.joined(separator: " and ")
        return switch time {
        case .each(let unit): " each \(unit.rawValue)\(by)?"
        case .along(let unit): "\(by), \(unit.rawValue) by \(unit.rawValue)?"
        case nil: "\(by)?"
        }
    }

    func question(rowsOf table: String, by column: String) -> String {
        "How many \(table.plural.decapitalized) are there, by \(column.decapitalized)?"
    }
    func question(rowsOf table: String, each unit: DateUnit, of column: String) -> String {
        "How many \(table.plural.decapitalized) by \(unit.rawValue), going by “\(column)”?"
    }
    func question(quotingRowsOf table: String, by column: String, each unit: DateUnit?) -> String {
        "How many rows of “\(table)”, by \(unit.map { $0.rawValue + " of " } ?? "")“\(column)”?"
    }
    func recipe(_ table: String, measure: String, by groups: [String]) -> String {
        let by = groups.isEmpty ? "" : ", by " + groups.map { "“\($0)”" }.joined(separator: " and ")
        return "Table `\(table)`, column “\(measure)”\(by)."
    }
    func recipe(countingRowsOf table: String, by column: String) -> String {
        "Table `\(table)`: count the rows, group by “\(column)”."
    }

    private static let leaning = ["Of them", "Of those", "Of these", "More than ", "Fewer than ", "Less than "]
}

extension String {
    /// Of the last word: `Index entries`, and `Books` as it is.
    fileprivate var plural: String {
        if hasSuffix("s") { return self }
        if hasSuffix("y"), let before = dropLast().last, !"aeiou".contains(before) { return dropLast() + "ies" }
        return self + (["x", "ch", "sh"].contains { hasSuffix($0) } ? "es" : "s")
    }
}
