/// Names of tables and columns that the compiler makes and people read, in the project's language. Another name is a migration of what is published.
package struct DerivedNames: Sendable {
    private let isFrench: Bool

    package init(_ language: String) { isFrench = language == "fr" }

    /// The column that takes the place of a key where rows must not be told apart: it numbers them and says nothing of them.
    package var row: String { isFrench ? "ligne" : "row_id" }

    /// The view of a metric's totals: `inscriptions_par_mois`, `inscriptions_total`.
    package func totals(of metric: String, by group: String?) -> String {
        group.map { "\(metric)_\(isFrench ? "par" : "by")_\($0)" } ?? "\(metric)_total"
    }

    /// Whether a view may be one of a metric's totals, in whatever language it was published.
    package static func isTotals(_ view: String, of metric: String) -> Bool {
        view == "\(metric)_total" || ["par", "by"].contains { view.hasPrefix("\(metric)_\($0)_") }
    }
}
