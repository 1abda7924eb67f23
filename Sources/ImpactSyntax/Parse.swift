import ConcurrentMap
import ImpactDiagnostics
import SwiftParser
import SwiftSyntax

/// Reads the files of a project. A file that is not in Swift's grammar is reported, and gives nothing.
///
/// Long files are read in pieces, by all processors. A piece about which there is anything to say may have been cut in the
/// middle of a declaration: its file is then read in one piece, which says it exactly.
///
/// - Parameter pieceSize: bytes of a piece, at least: enough to be worth a thread, little enough for the trees to be gone before
///   memory grows.
package func parse(
    _ files: [SourceFile], inPiecesOf pieceSize: Int = 32 << 10, reporting diagnostics: inout Diagnostics
) -> ProjectSyntax {
    var project = ProjectSyntax()
    let texts = files.enumerated().map { index, file in (file, index, file.isReadable(index, reporting: &diagnostics)) }
    let parsed = concurrentMap(texts.flatMap { file, index, isReadable in isReadable ? file.pieces(index, atLeast: pieceSize) : [] }, parse)
    let byFile = Dictionary(grouping: parsed, by: \.piece.file)
    for (file, index, isReadable) in texts where isReadable {
        let pieces = byFile[index, default: []]
        let isCutWell = pieces.count == 1 || pieces.allSatisfy(\.diagnostics.isEmpty)
        for piece in isCutWell ? pieces : [parse(Piece(file: index, start: 0, text: file.text[...]))] {
            project.append(piece.syntax)
            diagnostics.report(contentsOf: piece.diagnostics)
        }
    }
    return project
}

private struct ParsedPiece: Sendable {
    let piece: Piece
    let syntax: ProjectSyntax
    let diagnostics: Diagnostics
}

/// The tree of Swift's syntax, which is much larger than ours, is gone when it ends.
private func parse(_ piece: Piece) -> ParsedPiece {
    let tree = Parser.parse(source: String(piece.text))
    var conversion = Conversion(file: piece.file, start: piece.start)
    var syntax = ProjectSyntax()
    if tree.hasError { conversion.reportSyntaxErrors(of: tree) } else { conversion.convert(tree, into: &syntax) }
    return ParsedPiece(piece: piece, syntax: syntax, diagnostics: conversion.diagnostics)
}

extension SourceFile {
    /// Bytes of one file past which it should be split: ten thousand models fit.
    private static let longest = 8 << 20

    /// Whether it can be parsed at all.
    fileprivate func isReadable(_ index: Int, reporting diagnostics: inout Diagnostics) -> Bool {
        let found = obstacle(index)
        if let found { diagnostics.report(found) }
        return found == nil
    }

    private func obstacle(_ index: Int) -> Diagnostic? {
        let start = TextRange(file: index, start: 0, end: 0)
        if text.utf8.count > Self.longest {
            return Diagnostic(
                "file-too-large", at: start, "`\(path)` has more than 8 MiB",
                help: "split it into several `.dsl` files of one folder and build with `--models FOLDER`")
        }
        if text.utf8.contains(0) {
            return Diagnostic("not-text", at: start, "`\(path)` is not a text file: it has NUL bytes")
        }
        return NestingScan.tooDeep(text).map { offset in
            Diagnostic(
                "too-deep", at: TextRange(file: index, start: offset, end: offset + 1), "the text is nested too deeply",
                help: "name the parts of the expression with `private let`")
        }
    }
}

/// Turns swift-syntax nodes, which stop here, into the project's own tree.
struct Conversion {
    let file: Int
    /// The byte of the file at which the tree starts.
    let start: Int
    var diagnostics = Diagnostics()
    /// Nesting of the expression being converted; see `deepest`.
    var depth = 0

    init(file: Int, start: Int) {
        self.file = file
        self.start = start
    }

    func range(_ node: some SyntaxProtocol) -> TextRange {
        TextRange(
            file: file, start: start + node.positionAfterSkippingLeadingTrivia.utf8Offset,
            end: start + node.endPositionBeforeTrailingTrivia.utf8Offset)
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
        if let equals = tree.unevenEquals {
            return report(
                "syntax", equals, "a character that is no space stands against `=`", help: "write ordinary spaces around it")
        }
        for mistake in UnreadLines(tree).mistakes {
            let place = TextRange(file: file, start: start + mistake.start.utf8Offset, end: start + mistake.end.utf8Offset)
            diagnostics.report(Diagnostic("syntax", at: place, mistake.message, help: mistake.help))
        }
    }
}
