import ImpactSemantics
import PostgresSQL

/// How a published table is brought up to date.
package enum Refresh: Sendable {
    /// All rows are read, and those that differ are written.
    case full(because: String)
    /// Only ranges are read of which a digest has changed.
    indirect case ranges(RangeRefresh)
}

/// A model that is refreshed by ranges.
package struct RangeRefresh: Sendable {
    /// Its statements, which are made when they are written: of a thousand models they would take as much memory as all else.
    let statements: RangeLowering
    /// The model's column that the ranges are of.
    package let key: ColumnPlan
    /// Its rows may be others when the day is another.
    package let readsToday: Bool
    /// The ranges of a column that is published as it is are named by their numbers; those of one that is not by keyed digests.
    package let isNamedInClear: Bool
    /// The tables it comes from, the model's own first.
    package let tables: [String]
    /// The same with their columns.
    let sources: [RangeSource]
    /// The column that the ranges are of, where its rows are made from one row with its number, and from nothing else.
    let uniqueNumber: String?
    /// What its statements read.
    let reads: Reads
}

extension Refresh {
    var tables: [String] { if case .ranges(let ranges) = self { ranges.tables } else { [] } }

    /// What its statements read.
    var reads: Reads {
        if case .ranges(let ranges) = self { ranges.reads } else { Reads() }
    }

    /// By ranges where that is known to give what reading all would.
    static func derived(for model: Model, _ query: LoweredQuery, of project: CheckedProject) -> Refresh {
        let lineage = Lineage(model, of: project, reads: query.reads)
        if let reason = obstacle(to: model, lineage, project) { return .full(because: reason) }
        guard let unit = UnitOfChange(model, of: project) else {
            return .full(because: "no part of its key is a whole number of its source's row")
        }
        return .ranges(RangeLowering(model: model, project: project, query: query, lineage: lineage, unit: unit).refresh)
    }

    private static func obstacle(to model: Model, _ lineage: Lineage, _ project: CheckedProject) -> String? {
        if model.isRefreshedWhole { return "declared so" }
        if model.anonymity != nil { return "which rows are shown depends on all the others (`kAnonymous`)" }
        if project.settings.isHardened { return "the runner's role reads views, and no table (`hardened`)" }
        if SpreadLayout(project)?.column(of: model.name) != nil {
            return "several servers share its rows, each publication anew (`spread`)"
        }
        return lineage.obstacle
    }
}
