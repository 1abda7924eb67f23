import ImpactSemantics
import PostgresSQL

/// When a table was published, as the table of freshness says it to whoever reads; in the project's time zone, to the minute: `2026-11-24 00:05`.
package struct Freshness: Sendable, Equatable {
    package let table: String
    package let synchronizedAt: String
    /// The moment of production that the rows show; nil where a run did not know it.
    package let dataAsOf: String?
    /// When a later run was undone, so that these rows are readers' again.
    package let restoredAt: String?

    package init(table: String, synchronizedAt: String, dataAsOf: String?, restoredAt: String?) {
        self.table = table
        self.synchronizedAt = synchronizedAt
        self.dataAsOf = dataAsOf
        self.restoredAt = restoredAt
    }
}

/// What asks for it: any role that reads the published tables may.
package struct FreshnessQuery: Sendable {
    package let table: TableName
    package let sql: String

    package init(_ plan: Plan) {
        let settings = plan.settings
        let words = SynchronizationWords(settings.language)
        table = TableName(settings.schema, words.table)
        func minute(_ column: String) -> SelectColumn {
            SelectColumn(
                .call("to_char", [.atTimeZone(.of("freshness", column), settings.timeZone), .string("YYYY-MM-DD HH24:MI")]), as: column)
        }
        let columns = [SelectColumn(.of("freshness", words.name))] + [words.finishedAt, words.snapshotAt, words.restoredAt].map(minute)
        sql = Renderer().render(Select(columns, from: [item(.first, table, as: "freshness")], where: []), indent: 0)
    }
}
