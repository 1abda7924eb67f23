/// What a run takes of a model, and what it will have to remember of it.
struct ModelReading {
    let choice: RefreshChoice
    /// The numbers of the ranges to read again.
    var affected: [Int] = []
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
}

extension ModelReading {
    /// Few ranges are read again whatever their share: of a small table, reading all costs as much.
    private static let few = 16
    /// Beyond one range in four, one pass over the tables is cheaper than many ways into them.
    private static let shareOfMuch = 4

    /// - Parameters:
    ///   - known: what was remembered, where what is published is still that.
    ///   - isNamedInClear: whether a range that is gone can be told by its name.
    init(_ origin: RefreshOrigin, _ digests: [RangeDigest], known: RefreshMemory?, isNamedInClear: Bool, isFull: Bool) {
        memory = RefreshMemory(origin: origin, digests: Dictionary(digests.map { ($0.name, $0.digest) }) { first, _ in first })
        guard let known, !isFull else {
            choice = .whole(because: isFull ? .asked : .first)
            return
        }
        let present = Set(digests.map(\.name))
        let gone = known.digests.keys.filter { !present.contains($0) }.sorted()
        let affected = digests.filter { known.digests[$0.name] != $0.digest }.map(\.range) + gone
        if let cause = origin.difference(from: known.origin) {
            choice = .whole(because: cause)
        } else if !gone.isEmpty, !isNamedInClear {
            choice = .whole(because: .emptied)
        } else if affected.count > Self.few, affected.count * Self.shareOfMuch > digests.count {
            choice = .whole(because: .much)
        } else {
            choice = .ranges(changed: affected.count, of: digests.count)
            self.affected = affected
        }
    }
}
