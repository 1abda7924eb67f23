import ImpactPlan
import ImpactSemantics

/// The privacy register, for a data protection officer who reads no SQL: what is exposed at a glance, what was disclosed
/// and why, then each exposed column with what it comes from, through which rule, and its label before and after.
package func register(_ cleared: ClearedProject) -> GeneratedFile {
    let words = RegisterWords(isFrench: cleared.project.settings.language == "fr")
    let tables = registeredTables(cleared, words)
    let lines =
        ["# \(words.title)", "", words.introduction, ""] + overview(tables, words) + disclosures(tables, words)
        + tables.flatMap { section($0, words) }
    return GeneratedFile(path: "privacy.md", text: lines.joined(separator: "\n"))
}

/// A table as the register speaks of it.
private struct RegisteredSection {
    let name: String
    let documentation: String
    let kind: String
    let status: String
    /// What decides which rows there are.
    let rows: Flow?
    let columns: [ColumnTreatment]
}

private func registeredTables(_ cleared: ClearedProject, _ words: RegisterWords) -> [RegisteredSection] {
    let columns = Dictionary(grouping: cleared.treatments, by: \.table)
    let models = cleared.project.models.map { model in
        RegisteredSection(
            name: model.name, documentation: model.documentation, kind: words.kind(of: model),
            status: model.anonymity.map { words.anonymity($0) } ?? words.clearance(model.clearance), rows: cleared.rows[model.name],
            columns: columns[model.name] ?? [])
    }
    let metrics = cleared.project.metrics.map { metric in
        RegisteredSection(
            name: metric.name, documentation: metric.documentation, kind: words.metricKind,
            status: metric.secrecy.map { words.secrecy($0) } ?? words.metric, rows: nil,
            columns: columns[metric.name] ?? [])
    }
    return models + metrics
}

private func overview(_ tables: [RegisteredSection], _ words: RegisterWords) -> [String] {
    let rows = tables.map { table in
        row(["`\(table.name)`", table.kind, "\(table.columns.count)", "\(table.columns.count { !$0.flow.reasons.isEmpty })"])
    }
    return ["## \(words.overview)", "", words.overviewHeader, "| --- | --- | --- | --- |"] + rows + [""]
}

/// Each reason with the columns it was given for: what a person decided, and nothing else in this file is a decision.
private func disclosures(_ tables: [RegisteredSection], _ words: RegisterWords) -> [String] {
    var reasons: [String] = []
    var columns: [String: [String]] = [:]
    for table in tables {
        for column in table.columns {
            for reason in column.flow.reasons {
                if columns[reason] == nil { reasons.append(reason) }
                columns[reason, default: []].append("`\(table.name).\(column.column)` (\(words.label(column.flow.rawLabel)))")
            }
        }
    }
    guard !reasons.isEmpty else { return [] }
    return ["## \(words.disclosures)", ""] + reasons.map { "- \($0) \(columns[$0, default: []].joined(separator: ", "))" } + [""]
}

private func section(_ table: RegisteredSection, _ words: RegisterWords) -> [String] {
    let origins = table.rows.map { $0.origins.isEmpty ? [] : [words.rows + " " + names(of: $0) + ".", ""] } ?? []
    let rows = table.columns.map { treatment -> String in
        let flow = treatment.flow
        let rules = flow.rules.map(words.rule).joined(separator: " ; ")
        let before = words.label(flow.rawLabel)
        // A disclosed value is no less personal than before: somebody decided that it may be known.
        let isDisclosed = flow.label == .plain && flow.rawLabel > .plain && !flow.reasons.isEmpty
        let after = isDisclosed ? words.disclosed : words.label(flow.label)
        return row([
            "`\(treatment.column)`", flow.origins.isEmpty ? words.none : names(of: flow), rules.isEmpty ? words.asIs : rules,
            before == after ? after : "\(before) → \(after)",
        ])
    }
    return ["## \(table.name)", "", table.documentation, "", table.status, ""] + origins + [words.header, "| --- | --- | --- | --- |"]
        + rows + [""]
}

private func names(of flow: Flow) -> String { flow.origins.map { "`\($0.table).\($0.column)`" }.joined(separator: ", ") }

private func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ") + " |"
}

extension Flow {
    fileprivate var reasons: [String] {
        rules.compactMap { if case .disclosed(let reason) = $0 { reason } else { nil } }
    }
}

private struct RegisterWords {
    let isFrench: Bool

    var title: String { isFrench ? "Registre des données exposées" : "Register of exposed data" }
    var introduction: String {
        isFrench
            ? "Pour chaque colonne exposée : d'où elle vient, par quelle règle, et combien elle est sensible avant et après. Une donnée *pseudonyme* reste une donnée personnelle au sens de la loi."
            : "For each exposed column: where it comes from, through which rule, and how sensitive it is before and after. *Pseudonymous* data remains personal data in law."
    }
    var overview: String { isFrench ? "En bref" : "At a glance" }
    var overviewHeader: String {
        isFrench ? "| Table | Nature | Colonnes | dont divulguées |" : "| Table | Kind | Columns | of which disclosed |"
    }
    var disclosures: String { isFrench ? "Ce qui est divulgué, et pourquoi" : "What is disclosed, and why" }
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
    func secrecy(_ secrecy: Secrecy) -> String {
        guard isFrench else {
            let dominance = secrecy.dominance.map { ", or in which one of them has more than \(percent($0)) of a sum" } ?? ""
            return
                "Metric computed from the exposed tables. Cells of fewer than \(secrecy.atLeast) units\(dominance) are hidden\(secrecy.totals ? ", and others with them, so that the totals do not give them away" : ""). Whoever may also read the rows of those tables can count them again: the threshold protects from readers of this metric alone."
        }
        let dominance = secrecy.dominance.map { ", ou dont une seule fait plus de \(percent($0)) d'une somme" } ?? ""
        return
            "Indicateur calculé sur les tables exposées. Les cases de moins de \(secrecy.atLeast) unités\(dominance), sont masquées\(secrecy.totals ? ", et d'autres avec elles pour que les totaux ne les trahissent pas" : ""). Qui peut lire aussi les lignes de ces tables peut les recompter : le seuil ne protège que de qui ne lit que l'indicateur."
    }

    private func percent(_ share: String) -> String {
        guard let share = Double(share) else { return share }
        let points = share * 100
        return (points == points.rounded() ? String(Int(points)) : String(points)) + " %"
    }

    var none: String { isFrench ? "aucune donnée" : "no data" }
    var asIs: String { isFrench ? "telle quelle" : "as it is" }
    var header: String {
        isFrench ? "| Colonne | Vient de | Règle | Sensibilité |" : "| Column | Comes from | Rule | Sensitivity |"
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
