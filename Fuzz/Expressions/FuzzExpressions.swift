import FuzzSupport
import Glibc
import ImpactDiagnostics

/// The bytes are choices: which expressions are published of one world of sources.
@_cdecl("LLVMFuzzerTestOneInput") package func test(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    var grammar = Grammar(Array(UnsafeBufferPointer(start: bytes, count: count)))
    let text = grammar.program()
    if getenv("FUZZ_SHOW") != nil { print(text) }
    judge([SourceFile(path: "models.dsl", text: text)]) { path in
        path == "pays.csv" ? "code,nom,ue\nFR,France,true\n" : nil
    }
    return 0
}
