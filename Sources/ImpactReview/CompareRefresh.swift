import ImpactPlan
import ImpactSemantics

/// How much a run reads.
extension Comparison {
    var refresh: [Remark] {
        let was = Dictionary(old.plan.models.map { ($0.name, $0.refresh) }) { first, _ in first }
        let now = Dictionary(new.plan.models.map { ($0.name, $0.refresh) }) { first, _ in first }
        return models.compactMap { pair in
            guard let former = was[pair.old.name], let present = now[pair.new.name], former.mode != present.mode else { return nil }
            let words =
                switch (former, present) {
                case (.ranges, .full): "every run reads all of its rows"
                case (.full, .ranges): "a run reads the rows that may have changed"
                default: "how it is refreshed"
                }
            return Remark(.refresh, nil, "`\(pair.new.name)`", words, before: former.mode, after: present.mode)
        }
    }
}

extension Refresh {
    /// As `refresh.md` says it.
    fileprivate var mode: String {
        switch self {
        case .full(let reason): "whole: \(reason)"
        case .ranges(let ranges): "by ranges of `\(ranges.key.name)`" + (ranges.readsToday ? "; whole on the first run of a day" : "")
        }
    }
}
