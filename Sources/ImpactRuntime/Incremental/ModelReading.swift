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
    /// The digest of each block by its name on the target: of numbers, where there is a stamp, and of rows where there is none.
    var blocks: [Int: Int] = [:]
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

extension ModelReading {
    /// Few ranges are read again whatever their share: of a small table, reading all costs as much.
    private static let few = 16

    /// - Parameters:
    ///   - places: how many numbers those ranges have that may be others.
    ///   - ranges: how many there are.
    ///   - size: how many numbers each has.
    init(_ affected: [AffectedRange], with places: Int, of ranges: Int, _ size: Int) {
        let isMuch = affected.count > Self.few && AffectedRange.isMuch(places, of: ranges * size)
        self.init(
            choice: isMuch ? .whole(because: .much) : .ranges(changed: affected.count, of: ranges), affected: isMuch ? [] : affected)
    }
}

extension AffectedRange {
    /// Beyond one number in four, one pass over the tables is cheaper than many ways into them.
    static func isMuch(_ places: Int, of numbers: Int) -> Bool { places * 4 > numbers }
}
