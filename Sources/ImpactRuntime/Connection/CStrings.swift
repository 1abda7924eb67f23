import CLibPQ

/// Lends texts to a C function that takes an array of them; nothing becomes NULL.
func withCStrings<Result>(_ texts: [String?], _ body: ([UnsafePointer<CChar>?]) -> Result) -> Result {
    let copies = texts.map { $0.flatMap { strdup($0) } }
    defer {
        for copy in copies { free(copy) }
    }
    return body(copies.map { UnsafePointer($0) })
}
