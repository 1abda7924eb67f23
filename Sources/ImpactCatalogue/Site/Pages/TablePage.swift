import ImpactPlan
import ImpactSemantics

/// The page of a model, a metric, or the table of freshness.
struct TablePage: Sendable {
    let frame: Frame
    let name: String
    let shown: String
    let kind: String
    let warnings: [Prose]
    let definition: [Prose]
    let facts: [Fact]
    let questions: [Question]
    let columns: [ColumnEntry]
    let drawings: [Figure]

    struct Figure: Sendable {
        let drawing: Drawing
    }

}

/// A column of a table's page.
struct ColumnEntry: Sendable {
    let id: String
    let name: String
    let shown: String
    let badges: [String]
    let warnings: [Prose]
    let definition: [Prose]
    let facts: [Fact]
}
