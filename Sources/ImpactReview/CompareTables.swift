import ImpactSemantics

/// What is promised of the rows of a table, and of the cells of a metric.
extension Comparison {
    var tablePrivacy: [Remark] {
        models.flatMap { pair in
            clearance(pair.new.name, pair.old.clearance, pair.new.clearance) + anonymity(pair.new.name, pair.old, pair.new)
                + presence(pair.new.name, pair.old.name)
        }
            + metrics.flatMap { pair in
                clearance(pair.new.name, pair.old.clearance, pair.new.clearance) + secrecy(pair.new, was: pair.old)
            }
    }

    private func clearance(_ name: String, _ was: Clearance, _ now: Clearance) -> [Remark] {
        guard was != now else { return [] }
        let words =
            now == .pseudonymous
            ? "its readers may see tokens and quasi-identifiers: personal data in law"
            : "its readers may see harmless data only, and what is disclosed"
        return [Remark(.privacy, now == .pseudonymous ? .looser : .tighter, "`\(name)`", words, before: was.rawValue, after: now.rawValue)]
    }

    // MARK: - Classes

    private func anonymity(_ name: String, _ old: Model, _ new: Model) -> [Remark] {
        guard let now = new.anonymity else {
            guard let was = old.anonymity else { return [] }
            return [
                Remark(
                    .privacy, .looser, "`\(name)`", "rows are published that nobody shares", before: classes(was, self.old, name: old.name),
                    after: "no classes")
            ]
        }
        let words = classes(now, self.new, name: new.name)
        guard let was = old.anonymity else {
            return [
                Remark(.privacy, .tighter, "`\(name)`", "rows that fewer share stay in production", before: "no classes", after: words)
            ]
        }
        let former = classes(was, self.old, name: old.name)
        let isCountedOtherwise = was.unit != now.unit
        guard former != words || isCountedOtherwise else { return [] }
        let effect = Remark.Effect(
            [
                .moved(was.size, now.size), .moved(was.diversity?.values ?? 0, now.diversity?.values ?? 0),
                was.diversity?.column != now.diversity?.column && was.diversity != nil && now.diversity != nil ? .both : nil,
            ])
        let counted = isCountedOtherwise ? "; what they count is another" : ""
        return [
            Remark(.privacy, effect, "`\(name)`", "which rows are alike enough to be published" + counted, before: former, after: words)
        ]
    }

    private func classes(_ anonymity: Anonymity, _ side: ReviewedProject, name: String) -> String {
        let diversity = anonymity.diversity.map { ", with \($0.values) values of `\($0.column)` or more" } ?? ""
        return "classes of \(anonymity.size) units or more\(diversity)"
    }

    /// That a row is there says what the condition says.
    private func presence(_ name: String, _ former: String) -> [Remark] {
        let was = old.explainer.cleared.rows[former]?.filter ?? .nothing
        let now = new.explainer.cleared.rows[name]?.filter ?? .nothing
        let difference = FlowDifference(was, now)
        guard !difference.facts.isEmpty else { return [] }
        return [
            Remark(
                .privacy, difference.effect, "the rows of `\(name)`",
                "that a row is there " + difference.facts.joined(separator: "; "), before: treatment(was),
                after: treatment(now))
        ]
    }

    // MARK: - Cells

    private func secrecy(_ new: Metric, was old: Metric) -> [Remark] {
        guard let now = new.secrecy else {
            guard let was = old.secrecy else { return [] }
            return [
                Remark(
                    .privacy, .looser, "`\(new.name)`", "every cell is shown, however few it is of", before: cells(was),
                    after: "no threshold")
            ]
        }
        guard let was = old.secrecy else {
            return [Remark(.privacy, .tighter, "`\(new.name)`", "small cells are hidden", before: "no threshold", after: cells(now))]
        }
        return threshold(new.name, was, now) + dominance(new.name, was, now) + totals(new.name, was, now) + unit(new.name, was, now)
    }

    private func threshold(_ name: String, _ was: Secrecy, _ now: Secrecy) -> [Remark] {
        guard was.atLeast != now.atLeast else { return [] }
        let (low, high) = (min(was.atLeast, now.atLeast), max(was.atLeast, now.atLeast) - 1)
        let cells = low == high ? "cells of \(low) units" : "cells of \(low) to \(high) units"
        let words = now.atLeast < was.atLeast ? "\(cells) are shown, which were hidden" : "\(cells) are hidden, which were shown"
        return [
            Remark(
                .privacy, .moved(was.atLeast, now.atLeast), "`\(name)`", words, before: "at least \(was.atLeast) units",
                after: "at least \(now.atLeast) units")
        ]
    }

    private func dominance(_ name: String, _ was: Secrecy, _ now: Secrecy) -> [Remark] {
        guard was.dominance != now.dominance else { return [] }
        func share(_ secrecy: Secrecy) -> Double { secrecy.dominance.flatMap { Double($0) } ?? 1 }
        let words = "the part of a sum that one unit may have"
        return [
            Remark(
                .privacy, .moved(share(now), share(was)), "`\(name)`", words, before: was.dominance.map { "at most \($0) of it" } ?? "any",
                after: now.dominance.map { "at most \($0) of it" } ?? "any")
        ]
    }

    private func totals(_ name: String, _ was: Secrecy, _ now: Secrecy) -> [Remark] {
        guard was.totals != now.totals else { return [] }
        let words =
            now.totals
            ? "sums over the groups are published too, and more cells hidden, so that they do not give the small ones away"
            : "sums over the groups are published no longer, and no cell is hidden for their sake"
        return [
            Remark(
                .privacy, nil, "`\(name)`", words, before: was.totals ? "totals" : "no totals", after: now.totals ? "totals" : "no totals")
        ]
    }

    private func unit(_ name: String, _ was: Secrecy, _ now: Secrecy) -> [Remark] {
        guard was.unit != now.unit else { return [] }
        return [
            Remark(
                .privacy, .both, "`\(name)`", "the threshold counts other units, and protects them",
                before: was.unit.column.map { "`\($0)`" },
                after: now.unit.column.map { "`\($0)`" })
        ]
    }

    private func cells(_ secrecy: Secrecy) -> String {
        "at least \(secrecy.atLeast) units" + (secrecy.dominance.map { ", of which none has more than \($0) of a sum" } ?? "")
    }
}

extension Remark.Effect {
    /// Of a bound that protects the more, the higher it is.
    static func moved<Bound: Comparable>(_ was: Bound, _ now: Bound) -> Remark.Effect? {
        now == was ? nil : now < was ? .looser : .tighter
    }

    /// All of them together.
    init?(_ effects: [Remark.Effect?]) {
        let found = Set(effects.compactMap { $0 })
        guard let first = found.first else { return nil }
        self = found.count == 1 ? first : .both
    }
}

extension Expression {
    /// `entreprise_id`, where it is a column and no more.
    fileprivate var column: String? {
        switch kind {
        case .column(_, let name), .named(let name, _): name
        default: nil
        }
    }
}
