/// Names and descriptions that the compiler adds to a metric, in the project's language.
package struct MetricWords: Sendable {
    let isFrench: Bool

    package init(_ language: String) { isFrench = language == "fr" }

    package var numeratorEnding: String { isFrench ? "_numerateur" : "_numerator" }
    package var denominatorEnding: String { isFrench ? "_denominateur" : "_denominator" }

    func numerator(of name: String) -> String { isFrench ? "Numérateur de « \(name) »." : "Numerator of `\(name)`." }
    func denominator(of name: String) -> String { isFrench ? "Dénominateur de « \(name) »." : "Denominator of `\(name)`." }

    /// Of a history's period.
    package var date: String { isFrench ? "Date de la situation." : "Date of the figures." }

    /// Of a view of totals.
    package func documentation(_ text: String, by names: [String], isTotal: Bool) -> String {
        guard isTotal else { return text }
        let what =
            names.isEmpty
            ? isFrench ? "Au total" : "In total"
            : (isFrench ? "Totaux par " : "Totals by ") + names.joined(separator: isFrench ? " et " : " and ")
        return "\(what). \(text)"
    }

    /// What a question of totals is called: « Inscriptions, au total », « Inscriptions, par taille ».
    package func total(of name: String, by groups: [String]) -> String {
        guard !groups.isEmpty else { return name + (isFrench ? ", au total" : ", in total") }
        let names = groups.map { $0.prefix(1).lowercased() + $0.dropFirst() }
        return name + (isFrench ? ", par " : ", by ") + names.joined(separator: isFrench ? " et " : " and ")
    }

    /// The reasons as they are kept, and in other words.
    package var reasons: [(String, String)]? {
        isFrench ? nil : [("seuil", "threshold"), ("dominance", "dominance"), ("complémentaire", "complementary")]
    }

    /// Why the figures of a cell are not shown.
    package var reason: String { isFrench ? "raison" : "reason" }
    package var reasonMeaning: String {
        isFrench
            ? "Pourquoi les chiffres ne sont pas montrés : seuil, dominance ou complémentaire. Vide quand ils le sont."
            : "Why the figures are not shown: threshold, dominance or complementary. Empty where they are."
    }
    /// The day that the figures of a cell are of.
    package var asOf: String { isFrench ? "arretee_au" : "as_of" }
    package var asOfShown: String { isFrench ? "Arrêté au" : "As of" }
    package var asOfMeaning: String {
        isFrench
            ? "Jour des chiffres montrés ; un changement trop petit n'est pas montré tout de suite."
            : "Day of the figures shown; too small a change is not shown at once."
    }
}
