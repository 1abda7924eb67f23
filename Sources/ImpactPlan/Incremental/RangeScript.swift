/// The files by which a model is refreshed where only some ranges of its numbers have changed.
package struct RangeScript: Sendable, Equatable {
    /// A SELECT of ranges: their number, what they are called on the target, their digest.
    package var digests: ScriptFile
    /// A SELECT of the keys that rows of the ranges `impact.ranges` can have.
    package var keys: ScriptFile
    /// The model's SELECT, of those ranges alone.
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

    var files: [ScriptFile] { [digests, keys, changes, affected, load] }

    /// `companies_affected`
    package static func affectedName(of model: String) -> String { model + "_affected" }
}
