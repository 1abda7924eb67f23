import ImpactExplain
import ImpactSemantics

/// What each published column says of persons, and by which rule that is little.
extension Comparison {
    var columnPrivacy: [Remark] { columns.flatMap { pair in changed(pair) + added(pair) } + newTables }

    private func changed(_ pair: (old: String, new: String, columns: [(old: String, new: String)])) -> [Remark] {
        let found = pair.columns.compactMap { column -> Remark? in
            let (was, now) = (old.flow(pair.old, column.old), new.flow(pair.new, column.new))
            let difference = FlowDifference(was, now)
            guard !difference.facts.isEmpty else { return nil }
            return Remark(
                .privacy, difference.effect, "`\(pair.new).\(column.new)`", difference.facts.joined(separator: "; "),
                before: treatment(was), after: treatment(now))
        }
        return Remark.together(found)
    }

    /// Of harmless data a new column is told by the change of the table.
    private func added(_ pair: (old: String, new: String, columns: [(old: String, new: String)])) -> [Remark] {
        let known = Set(pair.columns.map(\.new))
        return arrived(pair.new) { !known.contains($0) }
    }

    private var newTables: [Remark] {
        let known = Set(columns.map(\.new))
        let names = new.project.models.map(\.name) + new.project.metrics.map(\.name)
        return names.filter { !known.contains($0) }.flatMap { name in arrived(name) { _ in true } }
    }

    private func arrived(_ table: String, _ isNew: (String) -> Bool) -> [Remark] {
        new.explainer.cleared.treatments.filter { $0.table == table && isNew($0.column) && $0.flow.rawLabel > .plain }.map { treated in
            let origins = treated.flow.sensitive.map { "`\($0.table).\($0.column)` (\($0.label.name))" }
            return Remark(
                .privacy, .new, "`\(table).\(treated.column)`", "from " + origins.joined(separator: ", "), after: treatment(treated.flow))
        }
    }

    /// `truncated to the month: quasi`
    func treatment(_ flow: Flow) -> String {
        guard flow.rawLabel > .plain else { return "harmless" }
        let rules = flow.rules.map(\.words).joined(separator: "; ")
        let isDisclosed = flow.rules.contains { if case .disclosed = $0 { true } else { false } }
        return (rules.isEmpty ? "as it is" : rules) + (isDisclosed ? "" : ": \(flow.label.name)")
    }
}

/// What two flows into one column differ by: what comes in, and what is done to it.
struct FlowDifference {
    private(set) var facts: [String] = []
    private var effects: [Remark.Effect?] = []

    var effect: Remark.Effect? { Remark.Effect(effects) }

    init(_ was: Flow, _ now: Flow) {
        disclosures(was.reasons, now.reasons)
        let (former, present) = (was.labels, now.labels)
        let come = now.sensitive.filter { former[$0.name] == nil }
        let gone = was.sensitive.filter { present[$0.name] == nil }
        if !come.isEmpty { note(.looser, "now depends on " + come.map { "`\($0.name)` (\($0.label.name))" }.joined(separator: ", ")) }
        if !gone.isEmpty { note(.tighter, "no longer depends on " + gone.map { "`\($0.name)`" }.joined(separator: ", ")) }
        guard come.isEmpty, gone.isEmpty else { return }
        // Which rules a value came through is comparable where it is the same value, of the same label: a harmless one needs none.
        let moved = Set(now.origins.map(\.name)).filter { name in former[name].map { $0 != present[name] } == true }
        if !moved.isEmpty {
            note(nil, "by the label of " + moved.sorted().map { "`\($0)`" }.joined(separator: ", "))
        } else if !now.sensitive.isEmpty {
            rules(was.rules, now.rules)
        }
    }

    private mutating func note(_ effect: Remark.Effect?, _ fact: String) {
        effects.append(effect)
        facts.append(fact)
    }

    private mutating func disclosures(_ was: [String], _ now: [String]) {
        guard was != now else { return }
        if was.isEmpty { return note(.looser, "published by somebody's decision, and no rule lowers it") }
        if now.isEmpty { return note(.tighter, "nobody's decision publishes it any longer") }
        note(nil, "the reason of the decision that publishes it")
    }

    /// One rule on each side at most is compared. Of several it is not known whether one came after another, or beside it.
    private mutating func rules(_ was: [Flow.Rule], _ now: [Flow.Rule]) {
        let (former, present) = (was.filter(\.isProtection), now.filter(\.isProtection))
        guard Set(former) != Set(present) else { return }
        guard former.count <= 1, present.count <= 1 else { return note(nil, "other rules on the way") }
        switch (former.first, present.first) {
        case (nil, let rule?): note(.tighter, "now: \(rule.words)")
        case (let rule?, nil): note(.looser, "no longer: \(rule.words)")
        case (.generalized(.truncated(let was))?, .generalized(.truncated(let now))?):
            note(.moved(was.order, now.order), "to the \(now.rawValue), and so far to the \(was.rawValue)")
        case (.generalized(.bucketed(let was))?, .generalized(.bucketed(let now))?):
            note(was.count == now.count ? .both : .moved(now.count, was.count), "other bands")
        default: note(.both, "by another rule")
        }
    }
}

extension Flow {
    /// The columns of production that are not harmless.
    var sensitive: [Origin] { origins.filter { $0.label > .plain } }

    /// The highest label of each column of production that it depends on: a link may have one of its own.
    fileprivate var labels: [String: Sensitivity] { Dictionary(origins.map { ($0.name, $0.label) }, uniquingKeysWith: max) }

    fileprivate var reasons: [String] { rules.compactMap { if case .disclosed(let reason) = $0 { reason } else { nil } } }
}

extension Flow.Origin {
    fileprivate var name: String { "\(table).\(column)" }
}

extension Flow.Rule {
    /// Thresholds are the metric's, and decisions are told apart.
    fileprivate var isProtection: Bool {
        switch self {
        case .disclosed, .threshold: false
        case .pseudonym, .generalized, .domain, .presence, .counted: true
        }
    }
}

extension DateUnit {
    /// From the finest to the coarsest.
    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
