import ImpactDiagnostics
import Testing

/// Codes whose message alone does not show a way out.
let codesInNeedOfHelp: Set<String> = [
    "ambiguous-row", "fan-out", "inverse-expected", "missing-default", "missing-description", "missing-else",
    "missing-history", "missing-key", "missing-reason", "personal-data-published", "project-expected", "pseudonym-published",
    "quasi-identifier-published", "secret-published", "secret-disclosed", "statement", "too-deep", "too-large",
    "unclassified-column", "unknown-kind", "unsafe-sql",
]

/// Facts in the words of the program: no second person, no *please*, *invalid*, *failed*.
func expectPlainWords(_ diagnostic: Diagnostic) {
    let texts = [diagnostic.message, diagnostic.caption, diagnostic.help ?? ""] + diagnostic.notes + diagnostic.labels.map(\.text)
    // Names and texts of the program are between backquotes or quotes, and are its author's words.
    let words = texts.joined(separator: " ").replacing(/`[^`]*`|"[^"]*"/, with: "").lowercased()
    for refused in ["please", "invalid", "failed", "you"] {
        #expect(!words.contains(try! Regex("\\b\(refused)\\b")), "`\(refused)` in [\(diagnostic.code)] \(diagnostic.message)")
    }
    #expect(!diagnostic.message.isEmpty && !diagnostic.message.hasSuffix("."), "[\(diagnostic.code)] \(diagnostic.message)")
    if codesInNeedOfHelp.contains(diagnostic.code) {
        #expect(diagnostic.help != nil, "[\(diagnostic.code)] \(diagnostic.message) has no help")
    }
}
