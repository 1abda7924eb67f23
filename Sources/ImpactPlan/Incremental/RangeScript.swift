/// The files by which a model is refreshed where only some ranges of its numbers have changed.
package struct RangeScript: Sendable, Equatable {
    /// A SELECT of blocks, in their order: their number, what they are called on the target, a digest of all that is read of it, how many ranges
    /// they have. And of a range of 16 numbers in it: its number, what it is called on the target, a digest. A block whose digest is among
    /// `impact.known` has a row without a range; any other has one for each of its ranges.
    package var digests: ScriptFile
    /// The same of ranges of 64 numbers, and digests of the numbers that have rows. And the numbers that have rows newer than `impact.since`, a
    /// bit for each, and in the same way those that have rows at all, where that tells which are gone. A block whose digest is among
    /// `impact.known` has a row for each range with new rows.
    package var stamps: ScriptFile
    /// A SELECT of the keys that rows of `impact.places` in the ranges `impact.ranges` can have.
    package var keys: ScriptFile
    /// The model's SELECT, of those numbers alone.
    package var changes: ScriptFile
    /// Makes the table that the keys wait in.
    package var affected: ScriptFile
    /// Brings the published rows of those keys to what was staged.
    package var load: ScriptFile
    /// The model's column that the keys are values of.
    package var key: ScriptColumn
    /// Its rows may be others on another day.
    package var readsToday: Bool
    /// Whether a range is called by its number, so that one that is gone can be told.
    package var isNamedInClear: Bool
    /// The tables that all of it reads, and which of their columns.
    package var sources: [RangeSource]
    /// The column that the ranges are of, where a number without a row is one whose row is gone: if no other row has the same number.
    package var uniqueNumber: String?

    var files: [ScriptFile] { [digests, stamps, keys, changes, affected, load] }

    /// Those ranges of 16 numbers that are one of 64.
    package static let parts = 1 << (UnitOfChange.bits - UnitOfChange.digestedBits)

    /// How many numbers a block has.
    package static let blockSize = 1 << UnitOfChange.blockBits

    /// `companies_affected`
    package static func affectedName(of model: String) -> String { model + "_affected" }
}

/// A table, and what is read of it.
package struct RangeSource: Sendable, Equatable {
    package let name: QualifiedName
    package let columns: [String]
}
