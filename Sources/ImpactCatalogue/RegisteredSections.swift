import ImpactSemantics

/// A table as the register speaks of it.
struct RegisteredSection: Sendable {
    let name: String
    let documentation: String
    let kind: String
    let status: String
    /// What decides which rows there are.
    let rows: RowTreatment?
    let columns: [ColumnTreatment]
}

func registeredTables(_ cleared: ClearedProject, _ words: RegisterWords) -> [RegisteredSection] {
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

/// A reason that somebody gave, with what it was given for.
struct RegisteredDecision: Sendable {
    let reason: String
    let subjects: [String]
}

/// Each reason with the columns it was given for: what a person decided, and nothing else in this register is a decision.
func disclosures(_ tables: [RegisteredSection], _ words: RegisterWords) -> [RegisteredDecision] {
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
    return grouped(decisions)
}

/// The stored columns that somebody said are harmless, where a name made one ask.
func saidHarmless(_ tables: [RegisteredSection]) -> [RegisteredDecision] {
    let flows = tables.flatMap { $0.columns.map(\.flow) + $0.rowFlows }
    let decisions = flows.flatMap(\.origins).compactMap { origin in
        origin.harmlessBecause.map { ($0, "`\(origin.table).\(origin.column)`") }
    }
    return grouped(decisions)
}

/// Each reason once, with each subject once.
private func grouped(_ decisions: [(reason: String, subject: String)]) -> [RegisteredDecision] {
    var reasons: [String] = []
    var subjects: [String: [String]] = [:]
    var seen: Set<[String]> = []
    for (reason, subject) in decisions where seen.insert([reason, subject]).inserted {
        if subjects[reason] == nil { reasons.append(reason) }
        subjects[reason, default: []].append(subject)
    }
    return reasons.map { RegisteredDecision(reason: $0, subjects: subjects[$0, default: []]) }
}

/// A column, what it comes from, through which rule, and how sensitive it is.
func registeredCells(_ treatment: ColumnTreatment, _ words: RegisterWords) -> [String] {
    let flow = treatment.flow
    let rules = flow.rules.map(words.rule).joined(separator: " ; ")
    return [
        "`\(treatment.column)`", flow.origins.isEmpty ? words.none : names(of: flow), rules.isEmpty ? words.asIs : rules,
        words.sensitivity(of: flow),
    ]
}

/// What decides which rows there are, and what the classes count.
func registeredPresence(_ treatment: RowTreatment, _ words: RegisterWords) -> [String] {
    func sentence(_ start: String, _ flow: Flow?) -> [String] {
        guard let flow, !flow.origins.isEmpty else { return [] }
        let rules = flow.rules.isEmpty ? "" : " (\(flow.rules.map(words.rule).joined(separator: " ; ")))"
        return ["\(start) \(names(of: flow))\(rules)."]
    }
    return sentence(words.rows, treatment.filter) + sentence(words.unit, treatment.unit)
}

private func names(of flow: Flow) -> String { flow.originNames.map { "`\($0)`" }.joined(separator: ", ") }

extension RegisteredSection {
    var rowFlows: [Flow] { [rows?.filter, rows?.unit].compactMap { $0 } }
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
