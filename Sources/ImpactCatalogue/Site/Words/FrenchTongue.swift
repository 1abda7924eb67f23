import ImpactSemantics

extension French: Tongue {
    var language: CatalogueLanguage { .french }
    var labels: Labels { .french }
    func typeset(_ text: String) -> String { Typography.french(text) }

    func type(_ name: String) -> String {
        switch name {
        case "bigint", "integer": "nombre entier"
        case "numeric", "double precision": "nombre, avec décimales"
        case "boolean": "oui ou non"
        case "date": "date"
        case "timestamp with time zone": "date et heure"
        case "uuid": "jeton"
        default: "texte"
        }
    }
    func unit(_ unit: DateUnit) -> String {
        switch unit {
        case .day: "jour"
        case .week: "semaine (son lundi)"
        case .month: "mois (son premier jour)"
        case .quarter: "trimestre (son premier jour)"
        case .year: "année (son premier jour)"
        }
    }
    private func name(_ unit: DateUnit) -> String { String(self.unit(unit).prefix { $0 != " " }) }
    private func first(_ unit: DateUnit) -> String {
        [.week, .year].contains(unit) ? "la première \(name(unit))" : "le premier \(name(unit))"
    }

    func rowOf(_ table: String) -> String { "pour chaque ligne de `\(table)` en production" }
    func rows(of tables: [String]) -> String {
        "Les lignes de \(tables.map { "`\($0)`" }.joined(separator: ", "))" + (tables.count > 1 ? ", ensemble" : "")
    }
    func valueOf(_ column: String) -> String { "valeur de `\(column)`" }
    func alsoRead(_ tables: [String]) -> String { "Lus aussi pour le calcul : \(tables.map { "`\($0)`" }.joined(separator: ", "))." }
    func rowPer(_ groups: [String]) -> String { "pour chaque \(groups.joined(separator: " et chaque "))" }
    var oneRow: String { "une seule, pour l'ensemble" }
    func periods(_ unit: DateUnit) -> String {
        "Depuis \(first(unit)) qui a des lignes, jusqu'à la dernière synchronisation. Une période sans aucune ligne vaut zéro."
    }
    func history(_ unit: DateUnit) -> String {
        "Une situation pour chaque \(name(unit)), depuis la première synchronisation. Ce qui est passé est conservé et n'est plus recalculé."
    }
    var situation: String { "La situation à la dernière synchronisation." }
    func form(_ form: Metric.Form) -> String {
        switch form {
        case .view: "Calculé au moment où on le lit."
        case .table, .history: "Calculé à chaque synchronisation."
        }
    }
    func additivity(_ additivity: Additivity, over unit: DateUnit?) -> String {
        switch additivity {
        case .flow: unit == nil ? "Les lignes s'additionnent." : "Les périodes s'additionnent."
        case .stock: "C'est un niveau à une date : deux dates ne s'additionnent pas."
        case .none: "Ne s'additionne pas, et ne se moyenne pas : repartir du numérateur et du dénominateur, ou des lignes."
        }
    }
    var hiddenCells: String { "Les cases masquées manquent à une somme : lire plutôt les totaux, là où ils sont publiés." }
    func freshness(of table: String, in words: SynchronizationWords) -> String {
        "Dans Metabase, la table `\(words.table)` dit, à la ligne `\(table)`, quand elle a été synchronisée (`\(words.finishedAt)`) et de quel moment de la production elle est l'image (`\(words.snapshotAt)`)."
    }
    func check(_ assertion: Assertion) -> String {
        let warning = assertion.isWarning ? " (sinon, un avertissement)" : ""
        return switch assertion.kind {
        case .unique(let names): "deux lignes n'ont jamais les mêmes \(names.map { "`\($0)`" }.joined(separator: ", "))\(warning)"
        case .rows(let bounds): "nombre de lignes : \(span(bounds))\(warning)"
        case .freshness(let column, let days): "la plus récente valeur de `\(column.name)` a au plus \(days) jours\(warning)"
        case .range(_, let bounds): "\(span(bounds))\(warning)"
        case .oneOf(_, let values): "l'une de ces valeurs : " + values.map(literal).joined(separator: ", ") + warning
        }
    }
    private func span(_ bounds: Assertion.Bounds) -> String {
        let upper = bounds.upper.map { literal($0) + (bounds.isHalfOpen ? " non compris" : "") }
        return switch (bounds.lower.map(literal), upper) {
        case (let lower?, let upper?): "de \(lower) à \(upper)"
        case (let lower?, nil): "au moins \(lower)"
        case (nil, let upper?): "au plus \(upper)"
        case (nil, nil): "toutes"
        }
    }
    func deprecation(_ deprecation: Deprecation) -> String { "Obsolète jusqu'au \(deprecation.until) : \(deprecation.advice)" }

    func question(_ measure: String, isCount: Bool, by groups: [String], each unit: DateUnit?, isQuoted: Bool) -> String {
        let by = (groups + (unit.map { [name($0)] } ?? [])).map { "par \($0)" }.joined(separator: " et ")
        let end = by.isEmpty ? " ?" : ", \(by) ?"
        if isQuoted { return "« \(measure) »" + (by.isEmpty ? "" : " : \(by)") }
        let noun = Self.momentary.reduce(measure) { $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0 }
        if let rest = noun.rest(after: ["Nombre "]) { return "Quel est le nombre \(rest)\(end)" }
        if let rest = noun.rest(after: ["Part "]) { return "Quelle est la part \(rest)\(end)" }
        if isCount, noun.prefix(while: { $0 != " " }).hasSuffix("s") { return "Combien \(noun.ofNoun)\(end)" }
        return "Que vaut « \(measure) »\(end)"
    }
    /// What the grouping says already.
    private static let momentary = [" de", ""].flatMap { start in
        [" ce mois-là", " ce jour-là", " ce trimestre-là", " cette semaine-là", " cette année-là"].map { start + $0 }
    }

    func question(rowsOf table: String, by column: String) -> String { "Combien de lignes dans « \(table) », par \(column) ?" }
    func month(of column: String) -> String { "mois de « \(column) »" }
    func recipe(_ table: String, measure: String, by groups: [String]) -> String {
        let by = groups.isEmpty ? "" : ", selon " + groups.map { "« \($0) »" }.joined(separator: " et ")
        return "Table `\(table)`, colonne « \(measure) »\(by)."
    }
    func recipe(countingRowsOf table: String, by column: String) -> String {
        "Table `\(table)` : compter les lignes, regrouper par « \(column) »."
    }

    func drawing(of table: String) -> String { "Chemin des colonnes de \(table)" }
}

extension String {
    fileprivate func rest(after starts: [String]) -> String? {
        starts.first { hasPrefix($0) }.map { String(dropFirst($0.count)) }
    }

    /// `d'entreprises`, `de rapports`; before an h it depends on the word, and `de` is the lesser mistake.
    fileprivate var ofNoun: String {
        let isCapital = dropFirst().first?.isUppercase == true
        let noun = isCapital ? self : prefix(1).lowercased() + dropFirst()
        return ("aeiouyàâéèêëîïôûœ".contains(noun.lowercased().prefix(1)) ? "d'" : "de ") + noun
    }
}
