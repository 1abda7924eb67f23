import ImpactPlan
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
    func name(_ unit: DateUnit) -> String { String(self.unit(unit).prefix { $0 != " " }) }
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
    func stamp(_ freshness: Freshness) -> String {
        let data = freshness.dataAsOf.map { ", avec les données du \(moment($0))" } ?? ""
        let undone = freshness.restoredAt.map { " Une synchronisation plus récente a été annulée le \(moment($0))." } ?? ""
        return "Dernière synchronisation, quand cette page a été écrite : le \(moment(freshness.synchronizedAt))\(data).\(undone)"
    }
    var notPublished: String { "Pas encore publié quand cette page a été écrite." }
    private func moment(_ minute: String) -> String {
        let months = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
        ]
        return Minute(minute).map { "\($0.day == 1 ? "1er" : "\($0.day)") \(months[$0.month - 1]) \($0.year) à \($0.time)" } ?? minute
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

    func drawing(of table: String) -> String { "Chemin des colonnes de \(table)" }
}
