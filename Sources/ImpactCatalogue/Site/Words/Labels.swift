/// The fixed texts of the pages, as the templates name them.
struct Labels: Sendable {
    let catalogue: String
    let skip: String
    let pages: String
    let search: String
    let searchHint: String
    let find: String
    let footer: String

    let home: String
    let homeTitle: String
    let introduction: [String]
    let metrics: String
    let tables: String
    let freshness: String
    let questions: String
    let glossary: String
    /// Terms with what they mean.
    let terms: [(String, String)]

    let dictionary: String
    let dictionaryHint: String
    let foundNone: String
    let foundOne: String
    /// `#` stands for the number.
    let foundMany: String
    let columnOf: String

    let table: String
    let model: String
    let metric: String
    let within: String
    let columns: String
    let row: String
    let keptRows: String
    let allRows: String
    let key: String
    let computedFrom: String
    let onlyWhere: String
    let since: String
    let refreshed: String
    let secrecy: String
    let privacy: String
    let totals: String
    let checks: String
    let type: String
    let optional: String
    let rule: String
    let unit: String
    let share: String
    let values: String
    let origin: String
    let alsoReads: String
    let computedOtherwise: String
    let refersTo: String
    let feeds: String
    let adding: String
    let sensitivity: String

    /// Among the pages.
    let lineageShort: String
    let lineage: String
    let lineageHint: String
    let columnLineageHint: String
    let sameInWords: String
    let production: String
    let nothing: String
    let open: String

    let register: String
    let registerTitle: String
}
