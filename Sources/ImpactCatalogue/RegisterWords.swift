import ImpactSemantics

/// What the register says, with code and emphasis as in Markdown.
struct RegisterWords: Sendable {
    let isFrench: Bool

    var title: String { isFrench ? "Registre des données exposées" : "Register of exposed data" }
    var introduction: String {
        isFrench
            ? "Pour chaque colonne exposée : d'où elle vient, par quelle règle, et combien elle est sensible avant et après. Une donnée *pseudonyme* reste une donnée personnelle au sens de la loi."
            : "For each exposed column: where it comes from, through which rule, and how sensitive it is before and after. *Pseudonymous* data remains personal data in law."
    }
    var overview: String { isFrench ? "En bref" : "At a glance" }
    var overviewTitles: [String] {
        isFrench ? ["Table", "Nature", "Colonnes", "dont divulguées"] : ["Table", "Kind", "Columns", "of which disclosed"]
    }
    var disclosures: String { isFrench ? "Ce qui est divulgué, et pourquoi" : "What is disclosed, and why" }
    var harmless: String { isFrench ? "Ce qui est dit anodin, et pourquoi" : "What is said to be harmless, and why" }
    var itsRows: String { isFrench ? "ses lignes" : "its rows" }
    var unit: String { isFrench ? "Les classes comptent" : "The classes count" }
    var rows: String { isFrench ? "Les lignes présentes dépendent de" : "Which rows there are depends on" }
    var metricKind: String { isFrench ? "indicateur" : "metric" }

    func kind(of model: Model) -> String {
        if let anonymity = model.anonymity {
            return isFrench ? "classes d'au moins \(anonymity.size)" : "classes of at least \(anonymity.size)"
        }
        if model.clearance == .pseudonymous { return isFrench ? "pseudonyme" : "pseudonymous" }
        return isFrench ? "sans jeton" : "without tokens"
    }

    var metric: String { isFrench ? "Indicateur calculé sur les tables exposées." : "Metric computed from the exposed tables." }
    /// What the thresholds hide, and from whom they hide nothing.
    func secrecy(_ metric: Metric, _ secrecy: Secrecy) -> String {
        let hasSums = metric.measures.contains { $0.value.summaries.contains { [.sum, .average].contains($0.function) } }
        let unit = secrecy.unit.columnName.map { " (`\($0)`)" } ?? ""
        guard isFrench else {
            let dominance = secrecy.dominance.filter { _ in hasSums }.map { ", or of whose sum one has more than \(percent($0))," } ?? ""
            let others = secrecy.totals ? ", and others with them, so that the totals do not give them away" : ""
            return
                "Metric computed from the exposed tables. Cells of fewer than \(secrecy.atLeast) units\(unit)\(dominance) are hidden\(others). Whoever may also read the rows of those tables can count them again: the threshold protects from readers of this metric alone."
        }
        let dominance =
            secrecy.dominance.filter { _ in hasSums }.map { ", ou dont une seule fait plus de \(percent($0)) d'une somme," } ?? ""
        let others = secrecy.totals ? ", et d'autres avec elles pour que les totaux ne les trahissent pas" : ""
        return
            "Indicateur calculé sur les tables exposées. Les cases de moins de \(secrecy.atLeast) unités\(unit)\(dominance) sont masquées\(others). Qui peut lire aussi les lignes de ces tables peut les recompter : le seuil ne protège que de qui ne lit que l'indicateur."
    }

    private func percent(_ share: String) -> String {
        guard let share = Double(share) else { return share }
        let points = share * 100
        return (points == points.rounded() ? String(Int(points)) : String(points)) + " %"
    }

    var none: String { isFrench ? "aucune donnée" : "no data" }
    var asIs: String { isFrench ? "telle quelle" : "as it is" }
    var titles: [String] {
        isFrench ? ["Colonne", "Vient de", "Règle", "Sensibilité"] : ["Column", "Comes from", "Rule", "Sensitivity"]
    }

    func clearance(_ clearance: Clearance) -> String {
        switch clearance {
        case .anonymous:
            isFrench
                ? "D'après les sensibilités déclarées, aucune colonne personnelle ni identifiante par recoupement, sauf ce qui est divulgué avec son motif."
                : "By the declared sensitivities, no personal and no quasi-identifying column, except what is disclosed with its reason."
        case .pseudonymous: isFrench ? "Table **pseudonyme** : donnée personnelle." : "**Pseudonymous** table: personal data."
        }
    }

    /// What the rule does, and no more: it does not make data anonymous in law by itself.
    func anonymity(_ anonymity: Anonymity) -> String {
        let besides = anonymity.diversity.map { isFrench ? " (`\($0.column)` excepté)" : " (but `\($0.column)`)" } ?? ""
        let diversity =
            anonymity.diversity.map {
                isFrench
                    ? " et qu'elles ont ensemble au moins \($0.values) valeurs de `\($0.column)`"
                    : " and that have together at least \($0.values) values of `\($0.column)`"
            } ?? ""
        return isFrench
            ? "Ne sont exposées que les lignes dont toutes les colonnes\(besides) ont les valeurs qu'ont au moins \(anonymity.size) unités\(diversity) ; les autres ne quittent pas la production."
            : "Only rows are exposed whose columns\(besides) have all the values that at least \(anonymity.size) units have\(diversity); the others do not leave production."
    }

    var disclosed: String { isFrench ? "divulguée" : "disclosed" }

    /// `personnelle → divulguée`: before and after.
    func sensitivity(of flow: Flow) -> String {
        let before = label(flow.rawLabel)
        // A disclosed value is no less personal than before: somebody decided that it may be known.
        let isDisclosed = flow.label == .plain && flow.rawLabel > .plain && !flow.reasons.isEmpty
        let after = isDisclosed ? disclosed : label(flow.label)
        return before == after ? after : "\(before) → \(after)"
    }

    func label(_ label: Sensitivity) -> String {
        guard isFrench else { return label.name }
        return switch label {
        case .plain: "anodine"
        case .quasi: "identifiante par recoupement"
        case .pseudonymous: "pseudonyme"
        case .personal: "personnelle"
        case .secret: "secrète"
        }
    }

    func rule(_ rule: Flow.Rule) -> String {
        switch rule {
        case .pseudonym: return isFrench ? "jeton sous clé secrète" : "token under a secret key"
        case .generalized(let rule): return coarser(rule)
        case .domain: return isFrench ? "domaine de l'adresse, parmi une liste" : "domain of the address, among a list"
        case .counted: return isFrench ? "nombre de lignes" : "number of rows"
        case .presence: return isFrench ? "présence seulement" : "presence only"
        case .disclosed(let reason): return isFrench ? "**divulguée** : \(reason)" : "**disclosed**: \(reason)"
        case .threshold(let size): return isFrench ? "montrée à partir de \(size) unités" : "shown from \(size) units on"
        }
    }

    private func coarser(_ rule: Generalization) -> String {
        switch rule {
        case .truncated(let unit): isFrench ? "ramenée \(Self.units[unit] ?? unit.rawValue)" : "truncated to the \(unit.rawValue)"
        case .bucketed(let bounds): isFrench ? "par tranches (\(bounds.count + 1))" : "in bands (\(bounds.count + 1))"
        case .rounded: isFrench ? "arrondie" : "rounded"
        case .clamped: isFrench ? "bornée" : "top- and bottom-coded"
        case .department: isFrench ? "ramenée au département" : "reduced to the département"
        }
    }

    private static let units: [DateUnit: String] = [
        .day: "au jour", .week: "à la semaine", .month: "au mois", .quarter: "au trimestre", .year: "à l'année",
    ]
}

extension Expression {
    fileprivate var columnName: String? {
        if case .column(_, let name) = kind { name } else { nil }
    }
}

extension Optional {
    fileprivate func filter(_ isIncluded: (Wrapped) -> Bool) -> Wrapped? { flatMap { isIncluded($0) ? $0 : nil } }
}
