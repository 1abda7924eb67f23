import ImpactTestSupport
import Testing

/// Every code that the sources can report has a case that shows it.
@Suite struct CodesTests {
    /// Shown by `WholeFileTests`, as no small text does.
    private static let ofWholeFiles: Set = ["file-too-large", "not-text"]

    @Test func eachHasACase() {
        let shown = Set(RejectTests.cases.flatMap { $0.marks.map(\.code) })
        #expect(reported.subtracting(shown).subtracting(Self.ofWholeFiles) == [])
    }

    @Test func eachFolderIsACode() {
        let folders = Set(RejectTests.cases.compactMap { $0.name.split(separator: "/").first.map(String.init) })
        #expect(folders.subtracting(reported) == [])
    }

    /// First arguments of `report(…)` and `Diagnostic(…)`, and the codes that a sensitivity gives.
    private var reported: Set<String> {
        let sources = Repository.files(below: Repository.root + "/Sources", ending: ".swift").compactMap { read($0) }.joined()
        let calls = sources.matches(of: /(?:report|warn|Diagnostic)\(\s*"([a-z]+(?:-[a-z]+)*)",/).map { String($0.1) }
        let labels = sources.matches(of: /case \.[a-z, .]+: "([a-z-]+-published)"/).map { String($0.1) }
        return Set(calls + labels)
    }
}
