import ImpactTestSupport
import Testing

/// The borders of the manifest, held against what the files write.
@Suite struct LayeringTests {
    /// What each target may import: the table of the architecture.
    static let doors: [String: Set<String>] = [
        "ConcurrentMap": ["Dispatch"],
        "ImpactDiagnostics": [],
        "PostgresSQL": [],
        "ImpactSyntax": ["ConcurrentMap", "ImpactDiagnostics", "SwiftParser", "SwiftParserDiagnostics", "SwiftSyntax", "SwiftOperators"],
        "PostgresParser": ["CPgQuery", "FoundationEssentials"],
        "ImpactSemantics": ["ConcurrentMap", "ImpactSyntax", "ImpactDiagnostics", "PostgresParser"],
        "ImpactPlan": ["ConcurrentMap", "ImpactSemantics", "PostgresSQL"],
        "ImpactCatalogue": ["ConcurrentMap", "ImpactSemantics", "ImpactPlan", "FoundationEssentials", "Mustache"],
        "ImpactExplain": ["ImpactPlan", "ImpactSemantics", "ImpactDiagnostics", "PostgresSQL"],
        "ImpactMetabase": ["ImpactPlan", "ImpactSemantics", "FoundationEssentials"],
        "ImpactReview": ["ImpactExplain", "ImpactPlan", "ImpactSemantics", "ImpactDiagnostics"],
        "ImpactScaffold": ["ImpactPlan", "ImpactSemantics", "ImpactSyntax", "ImpactDiagnostics"],
        "ImpactTesting": ["ImpactPlan", "ImpactSemantics", "ImpactSyntax", "ImpactDiagnostics", "PostgresSQL"],
        "ImpactCompiler": [
            "ConcurrentMap", "ImpactCatalogue", "ImpactTesting", "ImpactPlan", "ImpactSemantics", "ImpactSyntax", "ImpactDiagnostics",
            "PostgresSQL",
        ],
        "ImpactRuntime": ["ImpactMetabase", "ImpactPlan", "ImpactTesting", "PostgresSQL", "CLibPQ", "Dispatch", "Glibc"],
        "impactc": [
            "ImpactCompiler", "ImpactExplain", "ImpactReview", "ImpactRuntime", "ImpactScaffold", "ImpactTesting", "ImpactCatalogue",
            "ImpactPlan", "ImpactSemantics", "ImpactSyntax",
            "ImpactDiagnostics", "ImpactMetabase",
            "PostgresSQL", "ArgumentParser", "CProcess", "ConcurrentMap", "FoundationEssentials", "Glibc",
        ],
    ]

    /// Folders of headers and module maps, which import nothing.
    static let systemLibraries: Set = ["CLibPQ", "CPgQuery", "CProcess"]

    @Test(arguments: SwiftFile.all)
    func importsOnlyThroughItsDoors(_ file: SwiftFile) {
        let allowed = Self.doors[file.target] ?? []
        #expect(Self.doors[file.target] != nil, "no doors are known of \(file.target)")
        #expect(file.imports.filter { !allowed.contains($0) } == [])
    }

    @Test func findsImportsHoweverTheyAreWritten() {
        let file = SwiftFile(
            path: "a/b.swift", text: "import A\n@testable import B\n  package import struct C.D\n// import E\n@_spi(x) import F\n")
        #expect(file.imports == ["A", "B", "C", "F"])
    }

    /// Only the renderer writes SQL; the runner has its transactions, and the parser of fragments a statement around them.
    @Test(arguments: SwiftFile.all.filter { !["PostgresSQL", "ImpactRuntime", "PostgresParser"].contains($0.target) })
    func writesNoSQL(_ file: SwiftFile) {
        let keywords = ["SELECT ", "INSERT ", "CREATE ", "GRANT ", "DELETE ", "UPDATE ", "DROP "]
        let texts = file.code.map { line in line.matches(of: /"[^"]*"/).map { String($0.0) } }.joined()
        let found = texts.filter { text in keywords.contains { text.contains($0) } }
        #expect(Array(found) == [])
    }

    @Test(arguments: SwiftFile.all.filter { $0.target != "ImpactRuntime" })
    func hasNoClass(_ file: SwiftFile) {
        #expect(file.code.filter { $0.contains(/\b(?:class|actor)\s+\w/) } == [])
    }

    /// Files that are longer than they should be: the list only shrinks.
    static let longFiles: Set<String> = []

    @Test(arguments: SwiftFile.all)
    func isShort(_ file: SwiftFile) {
        let isLong = file.lines.count > 401
        #expect(isLong == Self.longFiles.contains(file.path), "\(file.lines.count) lines")
    }
}
