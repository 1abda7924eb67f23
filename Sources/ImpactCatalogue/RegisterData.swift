import FoundationEssentials
import ImpactPlan
import ImpactSemantics

/// The register for programs: the same facts as `privacy.md`, one object a column.
package func registerData(_ cleared: ClearedProject) -> GeneratedFile {
    let treatments = Dictionary(grouping: cleared.treatments, by: \.table)
    let tables = cleared.project.models.map { model in
        RegisteredTable(
            table: model.name, description: model.documentation, clearance: model.clearance.rawValue,
            classesOfAtLeast: model.anonymity?.size,
            atLeastValues: model.anonymity?.diversity.map { [$0.column: $0.values] },
            rows: cleared.rows[model.name].map { registered($0.filter) },
            classesCount: cleared.rows[model.name]?.unit.map(registered), cells: nil, columns: columns(treatments[model.name]))
    }
    let metrics = cleared.project.metrics.map { metric in
        RegisteredTable(
            table: metric.name, description: metric.documentation, clearance: "metric", classesOfAtLeast: nil, atLeastValues: nil,
            rows: nil, classesCount: nil, cells: metric.secrecy.map { RegisteredSecrecy($0) }, columns: columns(treatments[metric.name]))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Strings and lists of strings: nothing in it that the encoder could refuse.
    let data = (try? encoder.encode(tables + metrics)) ?? Data()
    return GeneratedFile(path: "privacy.json", text: String(decoding: data, as: UTF8.self) + "\n")
}

private func columns(_ treatments: [ColumnTreatment]?) -> [RegisteredColumn] {
    (treatments ?? []).map { RegisteredColumn(column: $0.column, flow: registered($0.flow)) }
}

private func registered(_ flow: Flow) -> RegisteredFlow {
    let harmless = flow.origins.compactMap { origin in origin.harmlessBecause.map { ("\(origin.table).\(origin.column)", $0) } }
    return RegisteredFlow(
        comesFrom: flow.originNames, rules: flow.rules.map(\.registeredName), labelBefore: flow.rawLabel.name, labelAfter: flow.label.name,
        disclosedBecause: flow.reasons, harmlessBecause: harmless.isEmpty ? nil : Dictionary(harmless) { first, _ in first })
}

private struct RegisteredSecrecy: Encodable {
    let atLeast: Int
    let dominance: String?
    let totals: Bool

    init(_ secrecy: Secrecy) {
        atLeast = secrecy.atLeast
        dominance = secrecy.dominance
        totals = secrecy.totals
    }
}

private struct RegisteredTable: Encodable {
    let table: String
    let description: String
    let clearance: String
    /// Units that share each published combination, with `kAnonymous:`.
    let classesOfAtLeast: Int?
    let atLeastValues: [String: Int]?
    /// What decides which rows there are.
    let rows: RegisteredFlow?
    /// The unit of `kAnonymous:`, where the author names one.
    let classesCount: RegisteredFlow?
    /// Which cells of a metric are hidden.
    let cells: RegisteredSecrecy?
    let columns: [RegisteredColumn]
}

private struct RegisteredFlow: Encodable {
    let comesFrom: [String]
    let rules: [String]
    let labelBefore: String
    let labelAfter: String
    let disclosedBecause: [String]
    /// Stored columns that somebody said are harmless, with the reason.
    let harmlessBecause: [String: String]?
}

/// Its name beside what flows into it.
private struct RegisteredColumn: Encodable {
    let column: String
    let flow: RegisteredFlow

    private enum CodingKeys: CodingKey { case column }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(column, forKey: .column)
        try flow.encode(to: encoder)
    }
}

extension Flow.Rule {
    fileprivate var registeredName: String {
        switch self {
        case .pseudonym: "pseudonym"
        case .presence: "presence"
        case .counted: "counted"
        case .domain: "domain"
        case .disclosed: "disclosed"
        case .threshold(let size): "threshold(\(size))"
        case .generalized(.truncated(let unit)): "truncated(\(unit.rawValue))"
        case .generalized(.bucketed): "bucketed"
        case .generalized(.rounded): "rounded"
        case .generalized(.clamped): "clamped"
        case .generalized(.department): "department"
        }
    }
}
