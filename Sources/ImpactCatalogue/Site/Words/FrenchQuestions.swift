import ImpactSemantics

extension French: Asking {
    func question(_ measure: String, isCount: Bool, by groups: [String], over time: Pace?) -> String? {
        if Self.leaning.contains(where: { measure.hasPrefix($0) }) || measure.contains(" d'entre ") { return nil }
        let bare = Self.momentary.reduce(measure.withoutAsides) { $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0 }
        if bare.hasPrefix("Part ") { return "Quelle est la part \(bare.dropFirst(5))" + end(groups, along(time)) }
        if let noun = bare.rest(after: ["Nombre de ", "Nombre d'"]) { return many(noun, groups, time) }
        if bare.hasPrefix("Nombre ") { return "Quel est le nombre \(bare.dropFirst(7))" + end(groups, along(time)) }
        if isCount, bare.prefix(while: { $0 != " " }).hasSuffix("s") { return many(bare, groups, time) }
        return question(quoting: measure, by: groups, over: time)
    }

    func question(quoting measure: String, by groups: [String], over time: Pace?) -> String {
        "Que vaut « \(measure) »" + end(groups, along(time))
    }

    /// `Lecteurs qui ont emprunté` have a verb of their own.
    private func many(_ noun: String, _ groups: [String], _ time: Pace?) -> String {
        if let sentence = noun.without([" qui "]) { return "Combien \(sentence.ofNoun)" + end(groups, time) }
        if case .each = time, noun.without([" dont ", " où ", " que "]) == nil { return "Combien \(noun.ofNoun)" + end(groups, time) }
        return "Combien y a-t-il \(noun.ofNoun)" + end(groups, along(time))
    }

    private func along(_ time: Pace?) -> Pace? { if case .each(let unit) = time { .along(unit) } else { time } }

    /// ` chaque mois, par taille ?`, `, par taille, mois par mois ?`
    private func end(_ groups: [String], _ time: Pace?) -> String {
        let by = groups.isEmpty ? "" : ", " + groups.map { "par \($0)" }.joined(separator: " et ")
        return switch time {
        case .each(let unit): " chaque \(name(unit))\(by) ?"
        case .along(let unit): "\(by), \(name(unit)) par \(name(unit)) ?"
        case nil: "\(by) ?"
        }
    }

    func question(rowsOf table: String, by column: String) -> String {
        "Combien y a-t-il \(table.plural.ofNoun) par \(column.decapitalized) ?"
    }
    func question(rowsOf table: String, each unit: DateUnit, of column: String) -> String {
        "Combien \(table.plural.ofNoun) par \(name(unit)), d'après « \(column) » ?"
    }
    func question(quotingRowsOf table: String, by column: String, each unit: DateUnit?) -> String {
        "Combien de lignes dans « \(table) », par \(unit.map { name($0) + " de " } ?? "")« \(column) » ?"
    }
    func recipe(_ table: String, measure: String, by groups: [String]) -> String {
        let by = groups.isEmpty ? "" : ", selon " + groups.map { "« \($0) »" }.joined(separator: " et ")
        return "Table `\(table)`, colonne « \(measure) »\(by)."
    }
    func recipe(countingRowsOf table: String, by column: String) -> String {
        "Table `\(table)` : compter les lignes, regrouper par « \(column) »."
    }

    /// What the grouping says already.
    private static let momentary = [" de", ""].flatMap { start in
        [" ce mois-là", " ce jour-là", " ce trimestre-là", " cette semaine-là", " cette année-là"].map { start + $0 }
    }

    private static let leaning = ["Dont ", "De plus ", "De moins ", "Parmi "]
}

extension String {
    fileprivate func rest(after starts: [String]) -> String? {
        starts.first { hasPrefix($0) }.map { String(dropFirst($0.count)) }
    }

    /// `d'entreprises`, `de rapports`, `d'habilitations`, `de hausses`.
    fileprivate var ofNoun: String {
        let noun = decapitalized
        let word = noun.lowercased()
        let isElided = "aeiouyàâéèêëîïôûœh".contains(word.prefix(1)) && !Self.aspirated.contains { word.hasPrefix($0) }
        return (isElided ? "d'" : "de ") + noun
    }

    /// Few words begin with an h that is heard.
    private static let aspirated = ["hach", "haie", "halt", "hame", "handicap", "hangar", "hasard", "hauss", "haut", "hors", "huit"]

    /// Of the first word: `Analyses IA`, and `BDESE` as it is.
    fileprivate var plural: String {
        let word = prefix { $0 != " " }
        let isAcronym = word.dropFirst().contains { $0.isUppercase || $0.isNumber }
        let isPlural = word.last.map { "sxz".contains($0) } ?? true
        let ending = ["au", "eu"].contains { word.hasSuffix($0) } ? "x" : "s"
        return isAcronym || isPlural ? self : word + ending + dropFirst(word.count)
    }
}
