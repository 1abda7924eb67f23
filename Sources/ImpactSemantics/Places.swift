import ImpactDiagnostics

/// Where something was declared, for the stages that place messages without making any.
package typealias Place = TextRange

/// The name that a misspelled or a changed one was probably meant to be.
package func closeName(to name: String, among candidates: [String]) -> String? {
    similarName(to: name, among: candidates)
}
