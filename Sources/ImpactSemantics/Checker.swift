import ImpactDiagnostics
import ImpactSyntax

/// The state of one check: what is declared, and what was found of it so far.
struct Checker {
    let syntax: ProjectSyntax
    var diagnostics: Diagnostics
    var project = CheckedProject()
    /// Sources, models and metrics, where each is first declared.
    var declared: [String: NameSyntax] = [:]
    var sourceSyntax: [String: StructSyntax] = [:]
    var modelSyntax: [String: StructSyntax] = [:]
    var metricSyntax: [StructSyntax] = []
    var functions: [String: FunctionSyntax] = [:]
    /// Computed columns of sources: `computed[source][name]`.
    var computed: [String: [String: VariableSyntax]] = [:]
    /// Columns of models by name, private or exposed.
    var modelMembers: [String: [String: VariableSyntax]] = [:]
    /// Facts that a model's filter establishes for its columns.
    var modelFacts: [String: Facts] = [:]
    /// Facts that the condition of the metric being looked at establishes for its rows.
    var metricFacts = Facts()
    /// Private and exposed columns once elaborated.
    var meanings: [String: [String: Meaning]] = [:]
    /// What is being looked at, to find what is defined by itself.
    var open: [OpenDefinition] = []
    /// Definitions opened for the column being looked at; see `largest`.
    var inlined = 0

    struct OpenDefinition: Equatable {
        let name: String
        let range: TextRange
    }

    init(_ syntax: ProjectSyntax, reporting diagnostics: Diagnostics) {
        self.syntax = syntax
        self.diagnostics = diagnostics
    }

    mutating func report(
        _ code: String, _ range: TextRange, _ message: String, caption: String = "",
        labels: [Diagnostic.Label] = [], notes: [String] = [], help: String? = nil
    ) {
        diagnostics.report(
            Diagnostic(code, at: range, message, caption: caption, labels: labels, notes: notes, help: help))
    }

    mutating func warn(_ code: String, _ range: TextRange, _ message: String, help: String? = nil) {
        diagnostics.report(Diagnostic(code, at: range, message, severity: .warning, help: help))
    }

    /// "`email` is close" as help, or what else there is.
    func suggestion(for name: String, among candidates: [String], otherwise: String? = nil) -> String? {
        if let close = similarName(to: name, among: candidates) { return "`\(close)` is close" }
        if let otherwise { return otherwise }
        var seen: Set<String> = []
        let others = candidates.filter { $0 != name && seen.insert($0).inserted }
        let more = others.count > 12 ? " and \(others.count - 12) more" : ""
        return others.isEmpty
            ? nil : (others.count == 1 ? "there is " : "there are ") + others.prefix(12).map { "`\($0)`" }.joined(separator: ", ") + more
    }
}

/// Resolves names, checks types, presence and grain. Nil when there is an error.
///
/// - Parameter references: the text of each CSV file, by its path as the project writes it.
package func check(
    _ syntax: ProjectSyntax, references: [String: String], reporting diagnostics: inout Diagnostics
) -> CheckedProject? {
    var checker = Checker(syntax, reporting: diagnostics)
    checker.checkSettings()
    checker.collectDeclarations()
    checker.checkSources(references)
    checker.checkFunctions()
    checker.checkLifecycles()
    checker.checkModels()
    checker.checkSpread()
    checker.checkMetrics()
    diagnostics = checker.diagnostics
    return diagnostics.hasErrors ? nil : checker.project
}
