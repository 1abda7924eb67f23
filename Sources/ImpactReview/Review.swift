import ImpactSemantics

/// What a change of the models means, in words: for whoever must approve it.
package struct Review: Sendable {
    /// By topic, then in the order of the models.
    package let remarks: [Remark]

    /// Whether an administrator of production has rights to grant before the next run.
    var asksForRights: Bool { remarks(on: .production).contains { $0.after != nil } }

    package func remarks(on topic: Remark.Topic) -> [Remark] { remarks.filter { $0.topic == topic } }
}

package struct Remark: Sendable, Equatable {
    package enum Topic: String, Sendable, CaseIterable {
        /// Labels, rules, thresholds, readers: what is known of persons, and by whom.
        case privacy
        /// Columns of production that are read for the first time, or no longer.
        case production
        /// What a column, a metric, or the choice of rows is computed from.
        case definitions
        /// Rules that published rows must keep.
        case checks
        /// How much of production a run reads.
        case refresh
    }

    /// What it does to the protection of persons. A fact of the declarations: whether it is right is for the reader to say.
    package enum Effect: String, Sendable, CaseIterable { case looser, tighter, both, new }

    package let topic: Topic
    package let effect: Effect?
    /// `utilisateur.connecte_le`
    package let subject: String
    /// One line, which says what it means.
    package let words: String
    /// Nil where there was nothing.
    package let before: String?
    package let after: String?

    init(
        _ topic: Topic, _ effect: Effect? = nil, _ subject: String, _ words: String, before: String? = nil, after: String? = nil
    ) {
        self.topic = topic
        self.effect = effect
        self.subject = subject
        self.words = words
        self.before = before
        self.after = after
    }
}

extension Remark {
    /// Of the same facts one remark: what decides which rows a metric counts is in each of its figures.
    static func together(_ remarks: [Remark]) -> [Remark] {
        var found: [Remark] = []
        for remark in remarks {
            guard let index = found.firstIndex(where: { $0.isLike(remark) }) else {
                found.append(remark)
                continue
            }
            let subject = "\(found[index].subject), \(remark.subject)"
            found[index] = Remark(remark.topic, remark.effect, subject, remark.words, before: remark.before, after: remark.after)
        }
        return found
    }

    private func isLike(_ other: Remark) -> Bool {
        topic == other.topic && effect == other.effect && words == other.words && before == other.before && after == other.after
    }
}

/// Pure: from the models as they were to the models as they are to be.
package func review(from old: ReviewedProject, to new: ReviewedProject) -> Review {
    let comparison = Comparison(old: old, new: new)
    let remarks =
        comparison.settings + comparison.sources + comparison.tablePrivacy + comparison.columnPrivacy + comparison.production
        + comparison.definitions + comparison.checks + comparison.refresh
    return Review(
        remarks: Remark.Topic.allCases.flatMap { topic in remarks.filter { $0.topic == topic } } + comparison.unexplained(besides: remarks))
}

/// Both sides, with what each declaration was before.
struct Comparison {
    let old: ReviewedProject
    let new: ReviewedProject
    /// Those of both sides, by what they are called now.
    let models: [(old: Model, new: Model)]
    let metrics: [(old: Metric, new: Metric)]

    init(old: ReviewedProject, new: ReviewedProject) {
        self.old = old
        self.new = new
        models = paired(old.project.models, new.project.models)
        metrics = paired(old.project.metrics, new.project.metrics)
    }

    /// Tables and columns of both sides with the rows or cells they are of: `("inscriptions", "inscriptions", [("mois", "mois")])`.
    var columns: [(old: String, new: String, columns: [(old: String, new: String)])] {
        models.map { ($0.old.name, $0.new.name, Self.names($0.old.exposed, $0.new.exposed)) }
            + metrics.map { ($0.old.name, $0.new.name, Self.names($0.old.exposed, $0.new.exposed)) }
    }

    private static func names(_ old: [ExposedColumn], _ new: [ExposedColumn]) -> [(old: String, new: String)] {
        paired(old, new).map { ($0.old.name, $0.new.name) }
    }
}
