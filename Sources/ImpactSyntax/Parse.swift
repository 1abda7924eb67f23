import ImpactDiagnostics
import SwiftParser
import SwiftParserDiagnostics
import SwiftSyntax

/// Reads the files of a project. The result is always a tree: what could not be read is `.missing`
/// and has been reported.
package func parse(_ files: [SourceFile], reporting diagnostics: inout Diagnostics) -> ProjectSyntax {
    var project = ProjectSyntax()
    for (index, file) in files.enumerated() {
        parse(file, index, into: &project, reporting: &diagnostics)
    }
    return project
}

/// Bytes of one file past which it should be split: ten thousand models fit.
private let longestFile = 8 << 20

private func parse(
    _ file: SourceFile, _ index: Int, into project: inout ProjectSyntax, reporting diagnostics: inout Diagnostics
) {
    let start = TextRange(file: index, start: 0, end: 0)
    guard file.text.utf8.count <= longestFile else {
        return diagnostics.report(
            Diagnostic(
                "file-too-large", at: start, "`\(file.path)` has more than 8 MiB",
                help: "split it into several `.dsl` files of one folder and build with `--models FOLDER`"))
    }
    guard !file.text.utf8.contains(0) else {
        return diagnostics.report(
            Diagnostic("not-text", at: start, "`\(file.path)` is not a text file: it has NUL bytes"))
    }
    if let offset = NestingScan.tooDeep(file.text) {
        return diagnostics.report(
            Diagnostic(
                "too-deep", at: TextRange(file: index, start: offset, end: offset + 1), "the text is nested too deeply",
                help: "name the parts of the expression with `private let`"))
    }
    let tree = Parser.parse(source: file.text)
    var conversion = Conversion(file: index, diagnostics: diagnostics)
    if tree.hasError { conversion.reportSyntaxErrors(of: tree) }
    conversion.convert(tree, into: &project)
    diagnostics = conversion.diagnostics
}

/// Turns swift-syntax nodes, which stop here, into the project's own tree.
struct Conversion {
    let file: Int
    var diagnostics: Diagnostics
    /// Nesting of the expression being converted; see `deepest`.
    var depth = 0

    init(file: Int, diagnostics: Diagnostics) {
        self.file = file
        self.diagnostics = diagnostics
    }

    func range(_ node: some SyntaxProtocol) -> TextRange {
        TextRange(
            file: file, start: node.positionAfterSkippingLeadingTrivia.utf8Offset,
            end: node.endPositionBeforeTrailingTrivia.utf8Offset)
    }

    func name(_ token: TokenSyntax) -> NameSyntax {
        NameSyntax(token.identifier?.name ?? token.text, range(token))
    }

    mutating func report(
        _ code: String, _ node: some SyntaxProtocol, _ message: String, help: String? = nil
    ) {
        diagnostics.report(Diagnostic(code, at: range(node), message, help: help))
    }

    mutating func reportSyntaxErrors(of tree: SourceFileSyntax) {
        for found in ParseDiagnosticsGenerator.diagnostics(for: tree).prefix(100) {
            let offset = found.position.utf8Offset
            let place = TextRange(file: file, start: offset, end: offset + 1)
            let fixes = found.fixIts.map(\.message.message)
            diagnostics.report(Diagnostic("syntax", at: place, found.message, help: fixes.first))
        }
    }
}
