import ImpactCompiler
import ImpactDiagnostics
import PostgresParser

/// What must hold of any text: it compiles or an error says why, all messages can be shown, and PostgreSQL's parser takes what is generated.
package func judge(_ files: [SourceFile], reference: (String) -> String? = { _ in nil }) {
    let compilation = compile(files, reference: reference)
    let messages = compilation.diagnostics.sorted
    precondition((compilation.output == nil) == messages.contains { $0.severity == .error }, "neither compiled nor explained")
    let renderer = DiagnosticRenderer(files: files)
    for message in messages.prefix(20) { precondition(!renderer.render(message).isEmpty, "a message without words") }
    for file in compilation.output?.files ?? [] where file.path.hasSuffix(".sql") {
        do {
            _ = try parseSQL(file.text)
        } catch {
            fatalError("\(file.path): \(error.message) at \(error.position)\n\(file.text)")
        }
    }
}
