import ImpactPlan
import ImpactSemantics

/// The languages of the catalogue.
package enum CatalogueLanguage: String, Sendable, CaseIterable {
    case french = "fr"
    case english = "en"

    var tongue: any Tongue {
        switch self {
        case .french: French()
        case .english: English()
        }
    }
}

/// What the catalogue says in one language, with code and emphasis as in Markdown. What one language says the other must, or it
/// does not compile.
protocol Tongue: Phrases, Asking {
    var language: CatalogueLanguage { get }
    var labels: Labels { get }
    func typeset(_ text: String) -> String
    /// Of a PostgreSQL type.
    func type(_ name: String) -> String
    func unit(_ unit: DateUnit) -> String

    // MARK: - Tables and metrics

    func rowOf(_ table: String) -> String
    func rows(of tables: [String]) -> String
    func alsoRead(_ tables: [String]) -> String
    func valueOf(_ column: String) -> String
    func rowPer(_ groups: [String]) -> String
    var oneRow: String { get }
    func periods(_ unit: DateUnit) -> String
    func history(_ unit: DateUnit) -> String
    var situation: String { get }
    func form(_ form: Metric.Form) -> String
    func additivity(_ additivity: Additivity, over unit: DateUnit?) -> String
    /// Of a metric whose small cells are hidden.
    var hiddenCells: String { get }
    func freshness(of table: String, in words: SynchronizationWords) -> String
    /// When it was published, as it was known when the pages were written.
    func stamp(_ freshness: Freshness) -> String
    var notPublished: String { get }
    func check(_ assertion: Assertion) -> String
    func deprecation(_ deprecation: Deprecation) -> String

    // MARK: - Drawings

    func drawing(of table: String) -> String
}

extension Tongue {
    var register: RegisterWords { RegisterWords(isFrench: language == .french) }
}

/// Expressions in words: conditions are sentences, values are noun phrases.
protocol Phrases: Sendable {
    func literal(_ literal: Literal) -> String
    var today: String { get }
    /// Of the rows of several tables: which one a row is of.
    var member: String { get }

    func isTrue(_ value: String) -> String
    func isFalse(_ value: String) -> String
    func isEmpty(_ value: String) -> String
    func isFilled(_ value: String) -> String
    func equals(_ value: String, _ other: String) -> String
    func differs(_ value: String, _ other: String) -> String
    func isOne(_ value: String, of others: [String]) -> String
    func isNone(_ value: String, of others: [String]) -> String
    func isBetween(_ value: String, _ lower: String, _ upper: String, isHalfOpen: Bool) -> String
    func all(_ conditions: [String]) -> String
    func any(_ conditions: [String]) -> String
    func exists(_ rows: SaidRows) -> String
    func existsNone(_ rows: SaidRows) -> String

    /// Of a group: its metric says of which table.
    var bareRows: String { get }
    func rows(_ rows: SaidRows) -> String
    func number(of rows: String) -> String
    func values(of value: String, where conditions: [String]) -> String
    func aggregate(_ function: AggregateFunction, _ values: String) -> String
    func ratio(_ part: String, over whole: String) -> String
    func window(_ window: Window, _ value: String) -> String
    func pseudonym(_ value: String) -> String
    func coarser(_ value: String, _ rule: Generalization) -> String
    func copied(_ value: String) -> String
    /// - Parameter isCertain: never absent.
    func whether(_ condition: String, isCertain: Bool) -> String
    func choice(_ condition: String, then: String, otherwise: String) -> String
    func depending(on value: String) -> String
    func value(_ value: String, or other: String) -> String
    func extreme(of values: [String], isGreatest: Bool) -> String
    func among(_ value: String, _ rows: SaidRows) -> String
    func reference(to table: String) -> String
    func value(_ name: String, ofRelation relation: String) -> String
    func value(_ name: String, ofLastBy order: String, in table: String, isLast: Bool) -> String
    func value(_ name: String, in rows: SaidRows) -> String
    func value(_ name: String, inList list: String) -> String
    func part(_ function: ScalarFunction, of value: String) -> String?
    func adding(_ number: String, _ unit: DateUnit, to value: String) -> String
}

/// Rows of a table that are counted or looked at.
struct SaidRows: Sendable {
    let table: String
    let conditions: [String]
    /// Those of one row, and not all there are.
    let areRelated: Bool
}
