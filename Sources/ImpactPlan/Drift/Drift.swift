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

    /// Stable, and listed in `docs/drift.md`.
    package enum Code: String, Sendable, CaseIterable {
        case missingTable = "drift-missing-table"
        case missingColumn = "drift-missing-column"
        case type = "drift-type"
        case nullable = "drift-nullable"
        case neverNull = "drift-never-null"
        case unclassifiedColumn = "drift-unclassified-column"
        case rowSecurity = "drift-row-security"
        case unprovable = "drift-unprovable"
        case lostKey = "drift-lost-key"
        case lostLink = "drift-lost-link"
        case movedLink = "drift-moved-link"
        case unknownValue = "drift-unknown-value"
        case unhandledValue = "drift-unhandled-value"
        case missingRight = "drift-missing-right"
        case excessRight = "drift-excess-right"
        case uncheckedRights = "drift-unchecked-rights"
        case missingView = "drift-missing-view"
        case staleView = "drift-stale-view"
        case query = "drift-query"
        case runnerRight = "drift-runner-right"
        case unpublished = "drift-unpublished"
        case migration = "drift-migration"
        case alteredTable = "drift-altered-table"
        case undeclaredTable = "drift-undeclared-table"
        case formerTable = "drift-former-table"
        case missingReader = "drift-missing-reader"
        case readerLacks = "drift-reader-lacks"
        case readerSeesMore = "drift-reader-sees-more"
        case readerWrites = "drift-reader-writes"
    }

    package let severity: Severity
    package let code: Code
    package let place: Place
    package let message: String
    package let notes: [String]
    package let help: String?

    package init(
        _ severity: Severity, _ code: Code, at place: Place, _ message: String, notes: [String] = [], help: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.place = place
        self.message = message
        self.notes = notes
        self.help = help
    }

    func lowered(to severity: Severity) -> Drift {
        guard self.severity == .error else { return self }
        return Drift(severity, code, at: place, message, notes: notes, help: help)
    }
}

/// `` `a`, `b` and 3 more ``
func listed(_ names: [String], atMost limit: Int = 12) -> String {
    let shown = names.prefix(limit).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > limit ? "\(shown) and \(names.count - limit) more" : shown
}
