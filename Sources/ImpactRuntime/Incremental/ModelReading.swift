/// What a run takes of a model, and what it will have to remember of it.
struct ModelReading {
    let choice: RefreshChoice
    /// What to read again.
    var affected: [AffectedRange] = []
    /// What is to be remembered once it is published; nil of a model that is always read whole.
    var memory: RefreshMemory?

    /// Whether the target is as it should be.
    var isUpToDate: Bool {
        if case .ranges = choice { affected.isEmpty } else { false }
    }
}

/// What a published table was made from.
struct RefreshMemory: Equatable {
    let origin: RefreshOrigin
    let stamp: Stamp
    /// Of each range by its name on the target.
    var digests: [Int: Int]
}

/// What must be the same for digests to be comparable, and rows to be what they were.
struct RefreshOrigin: Equatable {
    /// Of the files, in hexadecimal.
    let definition: String
    /// What the key makes of a constant text.
    let key: String
    /// The source's major version: PostgreSQL may hash and write values otherwise in another.
    let server: String
    /// The day, where rows depend on it.
    let asOf: String?

    /// Why what is remembered says nothing about now.
    func difference(from known: RefreshOrigin) -> RefreshChoice.Cause? {
        if known.definition != definition { return .definition }
        if known.key != key { return .key }
        if known.server != server { return .server }
        return known.asOf == asOf ? nil : .day
    }
}

/// What the source says of one range.
struct RangeDigest {
    let range: Int
    /// What it is called on the target.
    let name: Int
    let digest: Int
    /// The numbers that have new rows, a bit for each; none of them where rows are digested.
    var new = 0
    /// The numbers that have any, where that tells which are gone.
    var present: Int?
}

/// Numbers of a range, a bit for each.
struct AffectedRange: Equatable {
    let range: Int
    let places: Int

    static let all = -1
}

extension RangeDigest {
    /// What may be another than it was.
    ///
    /// - Parameter known: its digest then; nil where there was none.
    func affected(known: Int?) -> AffectedRange? {
        guard known != digest else { return new == 0 ? nil : AffectedRange(range: range, places: new) }
        let places = present.map { new | ~$0 } ?? AffectedRange.all
        return AffectedRange(range: range, places: places == 0 ? AffectedRange.all : places)
    }
}

extension ModelReading {
    /// Few ranges are read again whatever their share: of a small table, reading all costs as much.
    private static let few = 16

    /// - Parameters:
    ///   - known: what was remembered, where what is published is still that.
    ///   - isNamedInClear: whether a range that is gone can be told by its name.
    init(_ compared: RangeDigests, known: RefreshMemory?, isNamedInClear: Bool, isFull: Bool) {
        memory = compared.memory
        guard let known, !isFull else {
            choice = .whole(because: isFull ? .asked : .first)
            return
        }
        let digests = compared.digests
        let present = Set(digests.map(\.name))
        let gone = known.digests.keys.filter { !present.contains($0) }.sorted()
        let affected =
            digests.compactMap { $0.affected(known: known.digests[$0.name]) }
            + gone.map { AffectedRange(range: $0, places: AffectedRange.all) }
        if let cause = compared.memory.origin.difference(from: known.origin) {
            choice = .whole(because: cause)
        } else if compared.isLost {
            choice = .whole(because: .history)
        } else if !gone.isEmpty, !isNamedInClear {
            choice = .whole(because: .emptied)
        } else if affected.count > Self.few, affected.isMuch(of: digests.count) {
            choice = .whole(because: .much)
        } else {
            choice = .ranges(changed: affected.count, of: digests.count)
            self.affected = affected
        }
    }
}

extension [AffectedRange] {
    /// Beyond one number in four, one pass over the tables is cheaper than many ways into them.
    fileprivate func isMuch(of ranges: Int) -> Bool {
        reduce(0) { $0 + $1.places.nonzeroBitCount } * 4 > ranges * Int.bitWidth
    }
}

/// What the source says of a model's ranges.
struct RangeDigests {
    /// To compare with what is known.
    let digests: [RangeDigest]
    /// There was nothing to compare with.
    let isLost: Bool
    /// What to remember, which may be of the other kind.
    let memory: RefreshMemory
}
