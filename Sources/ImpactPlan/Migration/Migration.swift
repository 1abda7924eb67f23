import PostgresSQL

/// What brings the published tables to what the models say: the difference of two shapes, in words and in SQL.
package struct Migration: Sendable {
    /// By table, in the order of the models.
    package let changes: [Change]
    package let obstacles: [Obstacle]
    /// Files that say what is published once it is done.
    package let applied: [ScriptFile]
    /// Paths of files that no longer do.
    package let forgotten: [String]
    /// The names that may go from a day on, once it is done.
    package let departures: [PublishedShape.Departure]
    /// The tables that are altered or dropped: kept whole first.
    package let former: [FormerTable]
    /// The tables and views that earlier runs made, by the names they have so far.
    package let ours: Set<TableName>

    package var breaking: [Change] { changes.filter(\.isBreaking) }

    /// In the order of their execution: those of one phase in the order of the changes.
    package func steps(afterTheLoad isAfter: Bool) -> [MigrationStep] {
        let steps = changes.flatMap(\.steps)
        return MigrationStep.Phase.allCases.filter { $0.isAfterTheLoad == isAfter }.flatMap { phase in steps.filter { $0.phase == phase } }
    }
}

/// Pure: from what is published so far to what the models say.
///
/// - Parameter day: what the run calls today, `YYYY-MM-DD`.
package func migration(from published: PublishedShape, to script: RunScript, on day: String) -> Migration {
    var comparison = ShapeComparison(published, script, day)
    comparison.compareUnits()
    comparison.removeUndeclared()
    comparison.dropPrevious()
    comparison.compareForeignKeys()
    comparison.remakeViews()
    comparison.reportForeignReferences()
    return comparison.migration
}
