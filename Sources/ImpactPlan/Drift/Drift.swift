import ImpactSemantics

/// A difference between `models.dsl` and a server, placed at the declaration it is about. It speaks of names, types and
/// declared values, never of a row.
package struct Drift: Sendable, Equatable {
    package enum Severity: String, Sendable, CaseIterable {
        /// A run would stop or be wrong: it does not start.
        case error
        /// Nothing that a run relies on, and somebody should know.
        case warning
        case note
    }

    package let severity: Severity
    /// `drift-missing-column`
    package let code: String
    package let place: Place
    package let message: String
    package let notes: [String]
    package let help: String?

    package init(
        _ severity: Severity, _ code: String, at place: Place, _ message: String, notes: [String] = [], help: String? = nil
    ) {
        self.severity = severity
        self.code = "drift-" + code
        self.place = place
        self.message = message
        self.notes = notes
        self.help = help
    }

    func lowered(to severity: Severity) -> Drift {
        guard self.severity == .error else { return self }
        return Drift(severity, String(code.dropFirst("drift-".count)), at: place, message, notes: notes, help: help)
    }
}

/// `` `a`, `b` and 3 more ``
func listed(_ names: [String], atMost limit: Int = 12) -> String {
    let shown = names.prefix(limit).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > limit ? "\(shown) and \(names.count - limit) more" : shown
}
