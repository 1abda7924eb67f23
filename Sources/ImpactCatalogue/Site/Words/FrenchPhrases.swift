import ImpactSemantics

struct French: Phrases {
    func literal(_ literal: Literal) -> String {
        switch literal {
        case .integer(let number): String(number)
        case .decimal(let digits): digits.replacing(".", with: ",")
        case .string(let text): text.isEmpty ? "un texte vide" : "« \(text) »"
        case .boolean(let isTrue): isTrue ? "oui" : "non"
        case .null: "vide"
        }
    }
    var today: String { "la date de synchronisation" }
    var member: String { "la table d'où vient la ligne" }

    func isTrue(_ value: String) -> String { "\(value) vaut oui" }
    func isFalse(_ value: String) -> String { "\(value) vaut non" }
    func isEmpty(_ value: String) -> String { "\(value) est vide" }
    func isFilled(_ value: String) -> String { "\(value) n'est pas vide" }
    func equals(_ value: String, _ other: String) -> String { "\(value) vaut \(other)" }
    func differs(_ value: String, _ other: String) -> String { "\(value) ne vaut pas \(other)" }
    func isOne(_ value: String, of others: [String]) -> String { "\(value) vaut \(list(others, "ou"))" }
    func isNone(_ value: String, of others: [String]) -> String { "\(value) ne vaut ni \(others.joined(separator: " ni "))" }
    func isBetween(_ value: String, _ lower: String, _ upper: String, isHalfOpen: Bool) -> String {
        "\(value) va de \(lower) à \(upper)" + (isHalfOpen ? " non compris" : "")
    }
    func all(_ conditions: [String]) -> String { list(conditions, "et") }
    func any(_ conditions: [String]) -> String { list(conditions, "ou") }
    func exists(_ rows: SaidRows) -> String { "au moins une ligne de `\(rows.table)` y est rattachée" + such(rows.conditions) }
    func existsNone(_ rows: SaidRows) -> String { "aucune ligne de `\(rows.table)` n'y est rattachée" + such(rows.conditions) }
    private func such(_ conditions: [String]) -> String { conditions.isEmpty ? "" : " telle que \(all(conditions))" }

    var bareRows: String { "lignes" }
    func rows(_ rows: SaidRows) -> String {
        restricted("lignes de `\(rows.table)`" + (rows.areRelated ? " rattachées" : ""), rows.conditions)
    }
    func number(of rows: String) -> String { "nombre de \(rows)" }
    func values(of value: String, where conditions: [String]) -> String { restricted(value, conditions) }
    func aggregate(_ function: AggregateFunction, _ values: String) -> String {
        switch function {
        case .count: "nombre de valeurs de \(values)"
        case .countDistinct: "nombre de valeurs différentes de \(values)"
        case .sum: "somme de \(values)"
        case .min: "plus petite valeur de \(values)"
        case .max: "plus grande valeur de \(values)"
        case .average: "moyenne de \(values)"
        case .last: "dernière valeur de \(values)"
        }
    }
    func ratio(_ part: String, over whole: String) -> String { "\(part), divisé par : \(whole)" }
    func window(_ window: Window, _ value: String) -> String {
        switch window {
        case .cumulated(since: .some): "\(value), cumulé depuis le début de l'année"
        case .cumulated(since: nil): "\(value), cumulé depuis la première période"
        case .previous: "\(value), de la période d'avant"
        case .yearBefore: "\(value), de la même période un an plus tôt"
        }
    }
    func pseudonym(_ value: String) -> String { "jeton tiré de \(value) sous une clé secrète" }
    func coarser(_ value: String, _ rule: Generalization) -> String {
        switch rule {
        case .truncated(let unit): "\(Self.singulars[unit] ?? "") de \(value)"
        case .bucketed: "\(value), par tranches"
        case .rounded(let step): "\(value), à \(literal(step)) près"
        case .clamped(let low, let high): "\(value), de \(literal(low)) à \(literal(high)) : ce qui dépasse est ramené à la borne"
        case .department: "département de \(value)"
        }
    }
    func copied(_ value: String) -> String { "valeur de \(value), telle quelle" }
    func whether(_ condition: String, isCertain: Bool) -> String { "oui si \(condition)" + (isCertain ? ", non sinon" : "") }
    func choice(_ condition: String, then: String, otherwise: String) -> String { "si \(condition) : \(then) ; sinon : \(otherwise)" }
    func depending(on value: String) -> String { "selon la valeur de \(value)" }
    func value(_ value: String, or other: String) -> String { "\(value), ou à défaut \(other)" }
    func extreme(of values: [String], isGreatest: Bool) -> String {
        "la plus \(isGreatest ? "grande" : "petite") de ces valeurs : \(list(values, "et"))"
    }
    func among(_ value: String, _ rows: SaidRows) -> String { "\(value) parmi les \(self.rows(rows))" }
    func reference(to table: String) -> String { "clé de la ligne correspondante de `\(table)`" }
    func value(_ name: String, ofRelation relation: String) -> String { "\(name) de `\(relation)`" }
    func value(_ name: String, ofLastBy order: String, in table: String, isLast: Bool) -> String {
        "\(name), sur la ligne de `\(table)` dont \(order) a la valeur la plus \(isLast ? "grande" : "petite")"
    }
    func value(_ name: String, in rows: SaidRows) -> String {
        restricted("\(name), sur la ligne de `\(rows.table)`", rows.conditions)
    }
    func value(_ name: String, inList list: String) -> String { "\(name), lu dans la liste `\(list)`" }
    func part(_ function: ScalarFunction, of value: String) -> String? {
        switch function {
        case .year: "année de \(value)"
        case .month: "mois de \(value)"
        case .day: "jour de \(value)"
        case .lowercased: "\(value) en minuscules"
        case .uppercased: "\(value) en majuscules"
        case .characterCount: "nombre de caractères de \(value)"
        default: nil
        }
    }
    func adding(_ number: String, _ unit: DateUnit, to value: String) -> String {
        let isBack = number.hasPrefix("-")
        return "\(value) \(isBack ? "moins" : "plus") \(isBack ? String(number.dropFirst()) : number) \(Self.plurals[unit] ?? "")"
    }

    private static let singulars: [DateUnit: String] = [
        .day: "jour", .week: "semaine", .month: "mois", .quarter: "trimestre", .year: "année",
    ]
    private static let plurals: [DateUnit: String] = [
        .day: "jours", .week: "semaines", .month: "mois", .quarter: "trimestres", .year: "ans",
    ]

    private func restricted(_ rows: String, _ conditions: [String]) -> String {
        conditions.isEmpty ? rows : "\(rows) où \(all(conditions))"
    }

    private func list(_ items: [String], _ word: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(word) " + last
    }
}
