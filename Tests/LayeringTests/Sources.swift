import ImpactTestSupport

/// A Swift file below `Sources/`.
struct SwiftFile: Sendable, CustomStringConvertible {
    /// `ImpactPlan/Emit.swift`
    let path: String
    let text: String
    var target: String { String(path.prefix { $0 != "/" }) }
    var description: String { path }

    static let all: [SwiftFile] = {
        let root = Repository.root + "/Sources"
        return Repository.files(below: root, ending: ".swift").map {
            SwiftFile(path: String($0.dropFirst(root.count + 1)), text: read($0) ?? "")
        }
    }()

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// Lines without what follows `//`; a string that holds `//` is cut too, which hides nothing these tests look for.
    var code: [Substring] {
        lines.map { line in line.ranges(of: "//").first.map { line[..<$0.lowerBound] } ?? line }
    }

    /// The modules it imports.
    var imports: [String] {
        code.compactMap { line in
            line.firstMatch(
                of:
                    /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:private|fileprivate|internal|package|public)\s+)?import\s+(?:(?:struct|enum|func|class|protocol|let|var|typealias)\s+)?(\w+)/
            )
            .map { String($0.1) }
        }
    }
}
