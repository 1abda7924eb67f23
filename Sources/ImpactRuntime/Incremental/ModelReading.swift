/// What a run takes of a model, and what it will have to remember of it.
struct ModelReading {
    var choice: RefreshChoice
    /// What to read again.
    var affected: [AffectedRange] = []
    /// What is to be remembered once it is published; nil of a model that is always read whole.
    var memory: RefreshMemory?

    /// Whether the target is as it should be.
    var isUpToDate: Bool {
        if case .ranges = choice { affected.isEmpty } else { false }
    }

    var isWhole: Bool { if case .whole = choice { true } else { false } }
}

/// What a published table was made from.
struct RefreshMemory: Equatable {
    let origin: RefreshOrigin
    let stamp: Stamp
    /// Of rows: of each range by its name on the target.
    var digests: [Int: Int] = [:]
    /// Of numbers: of each block by its name on the target.
    var blocks: [Int: Int] = [:]

    init(origin: RefreshOrigin, stamp: Stamp) { (self.origin, self.stamp) = (origin, stamp) }

    init(origin: RefreshOrigin, stamp: Stamp, digests: [RangeDigest]) {
        self.init(origin: origin, stamp: stamp)
        self.digests = Dictionary(digests.map { ($0.name, $0.digest) }) { first, _ in first }
    }
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
    /// The numbers that have any, where that tells which are gone.
    var present: Int?
}

/// Numbers of a range, a bit for each.
struct AffectedRange: Equatable {
    let range: Int
    /// Those whose published rows may be others now, or gone.
    let places: Int
    /// Those of them of which there may be rows to read.
    let filled: Int

    /// All of its numbers.
    init(_ range: Int) { (self.range, places, filled) = (range, -1, -1) }

    /// - Parameters:
    ///   - new: numbers with rows to read.
    ///   - gone: others without any.
    init(_ range: Int, new: Int, gone: Int = 0) { (self.range, places, filled) = (range, new | gone, new) }
}

extension RangeDigest {
    /// What may be another than it was.
    ///
    /// - Parameters:
    ///   - known: its digest then; nil where there was none.
    ///   - new: the numbers that have new rows, a bit for each; none of them where rows are digested.
    func affected(known: Int?, new: Int = 0) -> AffectedRange? {
        guard known != digest else { return new == 0 ? nil : AffectedRange(range, new: new) }
        // A row that is not new is the one that was there.
        return present.map { AffectedRange(range, new: new, gone: ~$0) } ?? AffectedRange(range)
    }
}

extension ModelReading {
    /// Few ranges are read again whatever their share: of a small table, reading all costs as much.
    private static let few = 16

    /// - Parameter isNamedInClear: whether a range that is gone can be told by its name.
    init(_ digests: [RangeDigest], known: [Int: Int], isNamedInClear: Bool) {
        let gone = Set(known.keys).subtracting(digests.map(\.name)).sorted()
        guard gone.isEmpty || isNamedInClear else {
            self.init(choice: .whole(because: .emptied))
            return
        }
        let affected = digests.compactMap { $0.affected(known: known[$0.name]) }
        self.init(affected + gone.map { AffectedRange($0) }, of: digests.count)
    }

    /// - Parameter ranges: how many there are.
    init(_ affected: [AffectedRange], of ranges: Int) {
        let isMuch = affected.count > Self.few && affected.isMuch(of: ranges)
        self.init(
            choice: isMuch ? .whole(because: .much) : .ranges(changed: affected.count, of: ranges), affected: isMuch ? [] : affected)
    }
}

extension [AffectedRange] {
    /// Beyond one number in four, one pass over the tables is cheaper than many ways into them.
    fileprivate func isMuch(of ranges: Int) -> Bool {
        reduce(0) { $0 + $1.places.nonzeroBitCount } * 4 > ranges * Int.bitWidth
    }
}
