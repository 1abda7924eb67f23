import ImpactCompiler
import ImpactDiagnostics
import ImpactPlan

/// A text compiled as a project would be.
package struct Compiled: Sendable {
    package let files: [SourceFile]
    package let diagnostics: [Diagnostic]
    /// Nil when there is an error.
    package let output: [GeneratedFile]?
    package let script: RunScript?

    /// Compiles files given by their paths; references are read by the closure.
    package init(_ files: [SourceFile], reference: (String) -> String? = { _ in nil }) {
        let compilation = ImpactCompiler.compile(files, reference: reference)
        self.files = files
        diagnostics = compilation.diagnostics.sorted
        output = compilation.output?.files
        script = compilation.output?.script
    }

    package init(_ text: String, reference: (String) -> String? = { _ in nil }) {
        self.init([SourceFile(path: "models.dsl", text: text)], reference: reference)
    }

    package var codes: [String] { diagnostics.map(\.code) }

    /// The messages as a person reads them.
    package var rendered: String {
        let renderer = DiagnosticRenderer(files: files)
        return diagnostics.map { renderer.render($0) }.joined(separator: "\n")
    }
}
