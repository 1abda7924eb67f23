import ImpactPlan

/// What digests are of.
enum DigestedSubject {
    /// Of which numbers have rows, in ranges of 64; which rows are new is told by who wrote them.
    case numbers
    /// Of all that is read of the rows, in ranges of 16: parts of those of 64.
    case rows
}

extension DigestedSubject {
    /// How many numbers a range has.
    var size: Int { self == .numbers ? Int.bitWidth : AffectedRange.partSize }

    func file(_ script: RangeScript) -> ScriptFile { self == .numbers ? script.stamps : script.digests }

    /// What may be another than it was.
    ///
    /// - Parameter known: its digest then; nil where there was none.
    func affected(_ range: RangeRow, known: Int?) -> AffectedRange? {
        guard known != range.digest else { return range.new == 0 ? nil : AffectedRange(range.number, new: range.new) }
        switch self {
        // A row that is not new is the one that was there.
        case .numbers: return range.present.map { AffectedRange(range.number, new: range.new, gone: ~$0) } ?? AffectedRange(range.number)
        case .rows: return AffectedRange(part: range.number, isGone: false)
        }
    }

    /// Ranges that have no rows any more.
    ///
    /// - Parameters:
    ///   - names: what they are called on the target.
    ///   - areNumbers: whether that is their numbers.
    ///   - others: those of the same blocks that have rows.
    /// - Returns: nil where nobody can tell which numbers one of them had.
    func emptied(_ names: [Int], areNumbers: Bool, beside others: some Sequence<RangeRow>) -> [AffectedRange]? {
        guard !names.isEmpty else { return [] }
        switch (self, areNumbers) {
        case (.numbers, true): return names.sorted().map { AffectedRange($0, new: 0, gone: -1) }
        case (.rows, true): return names.sorted().map { AffectedRange(part: $0, isGone: true) }
        case (.numbers, false): return nil
        case (.rows, false):
            // A name ends with which of the parts it is, and begins like those of the others.
            let last = RangeScript.parts - 1
            let numbers = Dictionary(others.map { ($0.name & ~last, $0.number & ~last) }) { first, _ in first }
            let parts = names.compactMap { name in numbers[name & ~last].map { $0 | name & last } }
            return parts.count == names.count ? parts.sorted().map { AffectedRange(part: $0, isGone: true) } : nil
        }
    }
}

extension AffectedRange {
    fileprivate static let partSize = Int.bitWidth / RangeScript.parts

    /// - Parameters:
    ///   - part: the number of a range of 16 numbers.
    ///   - isGone: whether it has no rows to read.
    fileprivate init(part: Int, isGone: Bool) {
        let last = RangeScript.parts - 1
        let places = ((1 << Self.partSize) - 1) << ((part & last) * Self.partSize)
        self.init(part >> last.nonzeroBitCount, new: isGone ? 0 : places, gone: isGone ? places : 0)
    }
}
