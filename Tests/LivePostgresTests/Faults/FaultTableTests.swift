import Foundation
import ImpactTestSupport
import Testing

/// The table of the document is that of the cases, without one more or less.
@Suite struct FaultTableTests {
    private static let path = repository + "/docs/faults.md"
    private static let marks = (start: "<!-- faults: written by scripts/faults-table -->\n", end: "<!-- /faults -->")

    @Test func theDocumentShowsTheCases() throws {
        let table = try FaultResults.folder.map { try FaultTable(folder: $0) } ?? .declared
        let text = try String(contentsOfFile: Self.path, encoding: .utf8)
        let start = try #require(text.range(of: Self.marks.start)?.upperBound)
        let end = try #require(text.range(of: Self.marks.end)?.lowerBound)
        let difference = Golden(Self.path).difference(from: text.replacingCharacters(in: start..<end, with: "\n" + table.markdown + "\n"))
        #expect(difference == nil)
    }

    /// Where results were gathered: each case has come, and as it was expected.
    @Test(.enabled(if: FaultResults.folder != nil)) func allCasesWereSeen() throws {
        let seen = try FaultTable(folder: #require(FaultResults.folder))
        #expect(Set(seen.entries) == Set(FaultTable.declared.entries))
    }
}
