import FuzzSupport
import ImpactDiagnostics
import ImpactSyntax

/// The bytes are the text of `models.dsl`, whatever they are.
@_cdecl("LLVMFuzzerTestOneInput") package func test(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    let file = SourceFile(path: "models.dsl", text: String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
    judge([file])
    // Showing a tree takes long.
    if count < 4096 { precondition(parsed(file, inPiecesOf: 1) == parsed(file, inPiecesOf: .max), "pieces are not the whole") }
    return 0
}

private func parsed(_ file: SourceFile, inPiecesOf size: Int) -> String {
    var diagnostics = Diagnostics()
    let syntax = parse([file], inPiecesOf: size, reporting: &diagnostics)
    return "\(syntax) \(diagnostics.sorted)"
}
