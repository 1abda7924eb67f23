import ImpactPlan

/// How what changed is found, and how it will be the next time.
struct Comparison {
    enum Basis: Equatable {
        /// Nothing is known.
        case nothing
        /// By digests of rows.
        case digests
        /// By who wrote them.
        case stamps(since: Int)
        /// The stamps that are known are those of another server, or of other tables.
        case lost
    }

    let basis: Basis
    /// What to remember of the stamps.
    let stamp: Stamp

    /// Stamps have to be remembered by a source that will be there the next time: a copy that is made anew each night is compared by digests.
    var keepsStamps: Bool { stamp.since != nil }

    init(_ ranges: RangeScript, known: RefreshMemory?, at history: SourceHistory?) {
        let tables = ranges.sources.compactMap { history?.tables[$0.name] }
        // A number of several rows is not known by a bit.
        let isUnique = ranges.uniqueNumber.map { tables.first?.uniqueColumns.contains($0) == true } ?? true
        guard let history, tables.count == ranges.sources.count, isUnique else {
            stamp = .unknown
            basis = known == nil ? .nothing : known?.stamp.since == nil ? .digests : .lost
            return
        }
        let now = ([history.state.server] + tables.map(\.shape)).joined(separator: " ")
        let isSame = known?.stamp.history == nil || known?.stamp.history == now
        stamp = Stamp(history: now, since: isSame ? history.state.horizon : nil)
        switch (known, known?.stamp.since) {
        case (nil, _): basis = .nothing
        case (_, nil): basis = .digests
        case (_, let since?): basis = isSame && history.state.follows(since) ? .stamps(since: since) : .lost
        }
    }
}

extension SourceState {
    /// Numbers of transactions are compared in circles of 2³².
    private static var farthest: Int { 1 << 30 }

    fileprivate func follows(_ since: Int) -> Bool { since <= horizon && next - since < Self.farthest }
}
