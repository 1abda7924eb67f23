/// What is wrong with a program, where, and the way out. It speaks of declarations, never of data.
package struct Diagnostic: Sendable, Hashable {
    package enum Severity: String, Sendable { case error, warning, note }

    /// Another place that explains the first: `personal data enters here`.
    package struct Label: Sendable, Hashable {
        package let range: TextRange
        package let text: String
        package init(_ range: TextRange, _ text: String) {
            self.range = range
            self.text = text
        }
    }

    package let severity: Severity
    /// A kebab-case fact, stable, documented: `personal-data-published`.
    package let code: String
    package let range: TextRange
    /// The fact in one line that stands alone.
    package let message: String
    /// A few words under the caret.
    package let caption: String
    package let labels: [Label]
    package let notes: [String]
    package let help: String?

    package init(
        _ code: String, at range: TextRange, _ message: String, severity: Severity = .error,
        caption: String = "", labels: [Label] = [], notes: [String] = [], help: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.range = range
        self.message = message
        self.caption = caption
        self.labels = labels
        self.notes = notes
        self.help = help
    }
}

/// The messages of one compilation: each mistake once, in the order of the text.
package struct Diagnostics: Sendable {
    private struct Key: Hashable {
        let range: TextRange
        let code: String
    }

    private var found: [Diagnostic] = []
    private var seen: Set<Key> = []

    package init() {}

    /// A function's body is looked at once for each call of it; its mistakes are one.
    package mutating func report(_ diagnostic: Diagnostic) {
        let key = Key(range: diagnostic.range, code: diagnostic.code)
        if seen.insert(key).inserted { found.append(diagnostic) }
    }

    package mutating func report(contentsOf other: Diagnostics) {
        for diagnostic in other.found { report(diagnostic) }
    }

    package var isEmpty: Bool { found.isEmpty }

    package var hasErrors: Bool { found.contains { $0.severity == .error } }

    /// Whether every file was read: none of them breaks the grammar, or is no text.
    package var areReadable: Bool { !found.contains { ["syntax", "not-text", "file-too-large"].contains($0.code) } }

    package var sorted: [Diagnostic] {
        found.enumerated().sorted { ($0.element.range, $0.offset) < ($1.element.range, $1.offset) }.map(\.element)
    }
}
