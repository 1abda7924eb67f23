import ImpactPlan
import ImpactSemantics

/// The privacy register, for a data protection officer who reads no SQL: what is exposed at a glance, what was disclosed
/// and why, then each exposed column with what it comes from, through which rule, and its label before and after.
package func register(_ cleared: ClearedProject) -> GeneratedFile {
    let words = RegisterWords(isFrench: cleared.project.settings.language == "fr")
    let tables = registeredTables(cleared, words)
    let lines =
        ["# \(words.title)", "", words.introduction, ""] + overview(tables, words) + disclosures(tables, words)
        + harmless(tables, words)
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
    let rows: RowTreatment?
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
            status: metric.secrecy.map { words.secrecy(metric, $0) } ?? words.metric, rows: nil,
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
    var decisions: [(String, String)] = []
    for table in tables {
        for column in table.columns {
            for reason in column.flow.reasons {
                decisions.append((reason, "`\(table.name).\(column.column)` (\(words.label(column.flow.rawLabel)))"))
            }
        }
        for flow in table.rowFlows {
            for reason in flow.reasons { decisions.append((reason, "`\(table.name)`, \(words.itsRows) (\(words.label(flow.rawLabel)))")) }
        }
    }
    return list(decisions, words.disclosures)
}

/// The stored columns that somebody said are harmless, where a name made one ask.
private func harmless(_ tables: [RegisteredSection], _ words: RegisterWords) -> [String] {
    let flows = tables.flatMap { $0.columns.map(\.flow) + $0.rowFlows }
    let decisions = flows.flatMap(\.origins).compactMap { origin in
        origin.harmlessBecause.map { ($0, "`\(origin.table).\(origin.column)`") }
    }
    return list(decisions, words.harmless)
}

/// Each reason once, with what it was given for.
private func list(_ decisions: [(reason: String, subject: String)], _ title: String) -> [String] {
    var reasons: [String] = []
    var subjects: [String: [String]] = [:]
    var seen: Set<[String]> = []
    for (reason, subject) in decisions where seen.insert([reason, subject]).inserted {
        if subjects[reason] == nil { reasons.append(reason) }
        subjects[reason, default: []].append(subject)
    }
    guard !reasons.isEmpty else { return [] }
    return ["## \(title)", ""] + reasons.map { "- \($0) \(subjects[$0, default: []].joined(separator: ", "))" } + [""]
}

private func section(_ table: RegisteredSection, _ words: RegisterWords) -> [String] {
    let origins = table.rows.map { presence(of: $0, words) } ?? []
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

/// What decides which rows there are, and what the classes count.
private func presence(of treatment: RowTreatment, _ words: RegisterWords) -> [String] {
    func sentence(_ start: String, _ flow: Flow?) -> [String] {
        guard let flow, !flow.origins.isEmpty else { return [] }
        let rules = flow.rules.isEmpty ? "" : " (\(flow.rules.map(words.rule).joined(separator: " ; ")))"
        return ["\(start) \(names(of: flow))\(rules).", ""]
    }
    return sentence(words.rows, treatment.filter) + sentence(words.unit, treatment.unit)
}

private func names(of flow: Flow) -> String { flow.originNames.map { "`\($0)`" }.joined(separator: ", ") }

private func row(_ cells: [String]) -> String {
    "| " + cells.map(cell).joined(separator: " | ") + " |"
}

/// A bar would end the cell, and a line the table.
private func cell(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\n") }) else { return text }
    return text.replacing("|", with: "\\|").replacing("\n", with: " ")
}

extension RegisteredSection {
    fileprivate var rowFlows: [Flow] { [rows?.filter, rows?.unit].compactMap { $0 } }
}

extension Flow {
    var reasons: [String] {
        rules.compactMap { if case .disclosed(let reason) = $0 { reason } else { nil } }
    }

    /// Each stored column once, by whatever way it flows in.
    var originNames: [String] {
        origins.reduce(into: []) { names, origin in
            let name = "\(origin.table).\(origin.column)"
            if !names.contains(name) { names.append(name) }
        }
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
