import ImpactSemantics

/// How a figure is followed over time.
enum Pace: Sendable {
    /// Its periods add up: `each month`.
    case each(DateUnit)
    /// A level, a share: `month by month`.
    case along(DateUnit)
}

/// Questions as a colleague asks them, made of descriptions that are in the language of the page.
protocol Asking: Sendable {
    /// `Combien d'entreprises inscrites chaque mois ?` out of the measure's description, `Entreprises inscrites`.
    ///
    /// - Returns: nil where the description leans on what stands beside it, and asks nothing alone.
    func question(_ measure: String, isCount: Bool, by groups: [String], over time: Pace?) -> String?
    /// What cannot be bent, or is in another language, is quoted: `Que vaut « Délai moyen », par taille ?`
    func question(quoting measure: String, by groups: [String], over time: Pace?) -> String
    /// `Combien d'entreprises par forme juridique ?`, of rows that people call « Entreprise ».
    func question(rowsOf table: String, by column: String) -> String
    func question(rowsOf table: String, each unit: DateUnit, of column: String) -> String
    /// In another language than the names.
    func question(quotingRowsOf table: String, by column: String, each unit: DateUnit?) -> String
    func recipe(_ table: String, measure: String, by groups: [String]) -> String
    func recipe(countingRowsOf table: String, by column: String) -> String
}

extension String {
    /// `Part de X, parmi Y (Z)` is asked for as `Part de X`: the page says the rest.
    var withoutAsides: String {
        let end = [firstRange(of: ", ")?.lowerBound, firstRange(of: " (")?.lowerBound].compactMap { $0 }.min()
        return end.map { String(self[..<$0]) } ?? self
    }

    /// Without the first of these words: `Lecteurs qui ont emprunté`, `Lecteurs ont emprunté`.
    func without(_ words: [String]) -> String? {
        words.compactMap { firstRange(of: $0) }.min { $0.lowerBound < $1.lowerBound }.map { replacingCharacters(in: $0) }
    }

    private func replacingCharacters(in range: Range<Index>) -> String { self[..<range.lowerBound] + " " + self[range.upperBound...] }
}
