import ImpactDiagnostics
import ImpactPlan
import ImpactSemantics

/// What production holds, and what is made of it.
extension Explainer {
    func explanation(of source: Source) -> Explanation {
        var found = begin(source.name, source.isReference ? .reference : .source, source.documentation ?? "", source.range)
        found.facts =
            [Explanation.Fact(source.isReference ? "file" : "table", source.entity)]
            + fact("relations", source.relations.map { "\($0.name) → \($0.target)" })
        found.columns = source.columns.map { Explanation.Fact($0.name, "\($0.type)  \(label($0))") }
        found.usedBy = uses.of(source: source)
        return found
    }

    func explanation(of column: SourceColumn, in source: Source) -> Explanation {
        var found = begin("\(source.name).\(column.name)", .stored, column.documentation ?? "", column.range)
        let isRead = plan.reads.first { $0.table == source.entity }?.columns.contains(column.column) == true
        found.facts =
            [
                Explanation.Fact("stored in", "\(source.entity).\(column.column)"),
                Explanation.Fact("type", column.type.description + (column.isKey ? ", the key" : "")),
                Explanation.Fact("label", label(column)),
                Explanation.Fact("read", isRead ? "by the generated SELECTs" : "by no SELECT: it does not leave production"),
            ] + (column.harmlessBecause.map { [Explanation.Fact("because", $0)] } ?? [])
        found.usedBy = uses.of(stored: column.column, of: source.entity)
        return found
    }

    private func label(_ column: SourceColumn) -> String {
        column.sensitivity?.name ?? column.proposed.map { "none: \($0.name) is proposed, and nobody has confirmed it" }
            ?? "none: nobody has classified it"
    }

    // MARK: - What all have

    func begin(_ name: String, _ kind: Explanation.Kind, _ description: String, _ range: TextRange) -> Explanation {
        let file = files[range.file]
        let line = file.position(of: range.start).line
        return Explanation(
            name: name, kind: kind, description: description, place: "\(file.path):\(line)",
            definition: Declaration(in: file, at: line, isTable: [.model, .metric, .source, .reference].contains(kind)).text)
    }

    func fact(_ name: String, _ texts: [String]) -> [Explanation.Fact] {
        texts.isEmpty ? [] : [Explanation.Fact(name, texts.joined(separator: "\n"))]
    }

    /// Where a value comes from, through which rules, and what it is then.
    func facts(_ flow: Flow?, ceiling: String) -> [Explanation.Fact] {
        guard let flow else { return [] }
        let label = flow.rawLabel == flow.label ? flow.label.name : "\(flow.rawLabel.name) → \(flow.label.name)"
        return fact("comes from", originNames(flow)) + fact("rules", flow.rules.map(\.words))
            + [Explanation.Fact("label", "\(label), for readers cleared as \(ceiling)")]
    }

    func originNames(_ flow: Flow) -> [String] {
        var seen: Set<String> = []
        return flow.origins.map { "\($0.table).\($0.column) (\($0.label.name))" }.filter { seen.insert($0).inserted }
    }

    func summary(_ type: String, _ flow: Flow?) -> String {
        let rules = flow.map { $0.rules.map(\.words) } ?? []
        return ([type, flow?.label.name] + rules).compactMap { $0 }.joined(separator: "  ")
    }
}

extension Flow.Rule {
    package var words: String {
        switch self {
        case .pseudonym: "token under a secret key"
        case .domain: "domain of the address, among a list"
        case .presence: "presence only"
        case .counted: "number of rows"
        case .disclosed(let reason): "disclosed: \(reason)"
        case .threshold(let size): "shown from \(size) units on"
        case .generalized(.truncated(let unit)): "truncated to the \(unit.rawValue)"
        case .generalized(.bucketed(let bounds)): "in \(bounds.count + 1) bands"
        case .generalized(.rounded): "rounded"
        case .generalized(.clamped): "top- and bottom-coded"
        case .generalized(.department): "reduced to the département"
        }
    }
}
