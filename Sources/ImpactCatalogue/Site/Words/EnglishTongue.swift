import ImpactPlan
import ImpactSemantics

extension English: Tongue {
    var language: CatalogueLanguage { .english }
    var labels: Labels { .english }
    func typeset(_ text: String) -> String { Typography.apostrophes(text) }

    func type(_ name: String) -> String {
        switch name {
        case "bigint", "integer": "whole number"
        case "numeric", "double precision": "number with decimals"
        case "boolean": "yes or no"
        case "date": "date"
        case "timestamp with time zone": "date and time"
        case "uuid": "token"
        default: "text"
        }
    }
    func unit(_ unit: DateUnit) -> String {
        switch unit {
        case .day: "day"
        case .week: "week (its Monday)"
        case .month, .quarter, .year: "\(unit.rawValue) (its first day)"
        }
    }

    func rowOf(_ table: String) -> String { "for each row of `\(table)` in production" }
    func rows(of tables: [String]) -> String {
        "The rows of \(tables.map { "`\($0)`" }.joined(separator: ", "))" + (tables.count > 1 ? ", together" : "")
    }
    func valueOf(_ column: String) -> String { "value of `\(column)`" }
    func alsoRead(_ tables: [String]) -> String { "Also read for the computation: \(tables.map { "`\($0)`" }.joined(separator: ", "))." }
    func rowPer(_ groups: [String]) -> String { "for each \(groups.joined(separator: " and each "))" }
    var oneRow: String { "a single one, of all together" }
    func periods(_ unit: DateUnit) -> String {
        "From the first \(unit.rawValue) that has rows to the last synchronization. A period without any row is zero."
    }
    func history(_ unit: DateUnit) -> String {
        "How things stand in each \(unit.rawValue), since the first synchronization. What is past is kept and not computed again."
    }
    var situation: String { "How things stand at the last synchronization." }
    func form(_ form: Metric.Form) -> String {
        switch form {
        case .view: "Computed when it is read."
        case .table, .history: "Computed by each synchronization."
        }
    }
    func additivity(_ additivity: Additivity, over unit: DateUnit?) -> String {
        switch additivity {
        case .flow: unit == nil ? "Rows add up." : "Periods add up."
        case .stock: "A level at a date: two dates do not add up."
        case .none: "Neither adds up nor averages: begin again from numerator and denominator, or from the rows."
        }
    }
    var hiddenCells: String { "Hidden cells are missing from a sum: read the totals instead, where they are published." }
    func freshness(of table: String, in words: SynchronizationWords) -> String {
        "In Metabase, the row `\(table)` of the table `\(words.table)` says when it was synchronized (`\(words.finishedAt)`) and which moment of production it shows (`\(words.snapshotAt)`)."
    }
    func stamp(_ freshness: Freshness) -> String {
        let data = freshness.dataAsOf.map { ", with the data of \(moment($0))" } ?? ""
        let undone = freshness.restoredAt.map { " A later synchronization was undone on \(moment($0))." } ?? ""
        return "Last synchronized, when this page was written: \(moment(freshness.synchronizedAt))\(data).\(undone)"
    }
    var notPublished: String { "Not published yet when this page was written." }
    private func moment(_ minute: String) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        ]
        return Minute(minute).map { "\($0.day) \(months[$0.month - 1]) \($0.year) at \($0.time)" } ?? minute
    }
    func check(_ assertion: Assertion) -> String {
        let warning = assertion.isWarning ? " (a warning otherwise)" : ""
        return switch assertion.kind {
        case .unique(let names): "no two rows have the same \(names.map { "`\($0)`" }.joined(separator: ", "))\(warning)"
        case .rows(let bounds): "number of rows: \(span(bounds))\(warning)"
        case .freshness(let column, let days): "the latest `\(column.name)` is at most \(days) days old\(warning)"
        case .range(_, let bounds): "\(span(bounds))\(warning)"
        case .oneOf(_, let values): "one of " + values.map(literal).joined(separator: ", ") + warning
        }
    }
    private func span(_ bounds: Assertion.Bounds) -> String {
        let upper = bounds.upper.map { (bounds.isHalfOpen ? "less than " : "") + literal($0) }
        return switch (bounds.lower.map(literal), upper) {
        case (let lower?, let upper?): "from \(lower) to \(upper)"
        case (let lower?, nil): "at least \(lower)"
        case (nil, let upper?): "at most \(upper)"
        case (nil, nil): "any"
        }
    }
    func deprecation(_ deprecation: Deprecation) -> String { "Deprecated until \(deprecation.until): \(deprecation.advice)" }

    func drawing(of table: String) -> String { "Paths of the columns of \(table)" }
}
