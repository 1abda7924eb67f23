import ImpactPlan
import ImpactSemantics

/// The privacy register, for a data protection officer who reads no SQL: each exposed column, what it comes from,
/// through which rule, its label before and after.
package func register(_ cleared: ClearedProject) -> GeneratedFile {
    let words = RegisterWords.of(cleared.project.settings.language)
    var lines = ["# \(words.title)", "", words.introduction, ""]
    for model in cleared.project.models {
        let treatments = cleared.treatments.filter { $0.table == model.name }
        let status = model.anonymity.map { words.anonymity($0) } ?? words.clearance(model.clearance)
        lines += section(model.name, model.documentation, status, treatments, words)
    }
    for metric in cleared.project.metrics {
        let treatments = cleared.treatments.filter { $0.table == metric.name }
        lines += section(metric.name, metric.documentation, words.metric, treatments, words)
    }
    return GeneratedFile(path: "privacy.md", text: lines.joined(separator: "\n"))
}

private func section(
    _ name: String, _ documentation: String, _ status: String, _ treatments: [ColumnTreatment], _ words: RegisterWords
) -> [String] {
    let rows = treatments.map { treatment -> String in
        let flow = treatment.flow
        let origins = flow.origins.map { "`\($0.table).\($0.column)`" }.joined(separator: ", ")
        let rules = flow.rules.map(words.rule).joined(separator: " ; ")
        let before = words.label(flow.rawLabel)
        // A disclosed value is no less personal than before: somebody decided that it may be known.
        let isDisclosed = flow.label == .plain && flow.rules.contains { if case .disclosed = $0 { true } else { false } }
        let after = isDisclosed && flow.rawLabel > .plain ? words.disclosed : words.label(flow.label)
        let cells = [
            "`\(treatment.column)`", origins.isEmpty ? words.none : origins, rules.isEmpty ? words.asIs : rules,
            before == after ? after : "\(before) → \(after)",
        ]
        return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    return ["## \(name)", "", documentation, "", status, "", words.header, "| --- | --- | --- | --- |"] + rows + [""]
}

private struct RegisterWords {
    let isFrench: Bool

    static func of(_ language: String) -> RegisterWords { RegisterWords(isFrench: language == "fr") }

    var title: String { isFrench ? "Registre des données exposées" : "Register of exposed data" }
    var introduction: String {
        isFrench
            ? "Pour chaque colonne exposée : d'où elle vient, par quelle règle, et combien elle est sensible avant et après. Une donnée *pseudonyme* reste une donnée personnelle au sens de la loi."
            : "For each exposed column: where it comes from, through which rule, and how sensitive it is before and after. *Pseudonymous* data remains personal data in law."
    }
    var metric: String { isFrench ? "Indicateur calculé sur les tables exposées." : "Metric computed from the exposed tables." }
    var none: String { isFrench ? "aucune donnée" : "no data" }
    var asIs: String { isFrench ? "telle quelle" : "as it is" }
    var header: String {
        isFrench ? "| Colonne | Vient de | Règle | Sensibilité |" : "| Column | Comes from | Rule | Sensitivity |"
    }

    func clearance(_ clearance: Clearance) -> String {
        switch clearance {
        case .anonymous:
            isFrench
                ? "Aucune donnée personnelle ni identifiant indirect, sauf ce qui est divulgué ci-dessous avec son motif."
                : "No personal data and no quasi-identifier, except what is disclosed below with its reason."
        case .pseudonymous: isFrench ? "Table **pseudonyme** : donnée personnelle." : "**Pseudonymous** table: personal data."
        }
    }

    /// What the rule does, and no more: it does not make data anonymous in law by itself.
    func anonymity(_ anonymity: Anonymity) -> String {
        let diversity =
            anonymity.diversity.map { diversity in
                isFrench
                    ? " et qui ont au moins \(diversity.values) valeurs de `\(diversity.column)`"
                    : " and that have at least \(diversity.values) values of `\(diversity.column)`"
            } ?? ""
        return isFrench
            ? "Seules sont exposées les lignes dont la combinaison d'identifiants indirects est partagée par au moins \(anonymity.size) unités\(diversity) ; les autres ne quittent pas la production."
            : "Only rows whose combination of quasi-identifiers is shared by at least \(anonymity.size) units\(diversity) are exposed; the others do not leave production."
    }

    var disclosed: String { isFrench ? "divulguée" : "disclosed" }

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
        case .presence: return isFrench ? "présence seulement" : "presence only"
        case .disclosed(let reason): return isFrench ? "**divulguée** : \(reason)" : "**disclosed**: \(reason)"
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
