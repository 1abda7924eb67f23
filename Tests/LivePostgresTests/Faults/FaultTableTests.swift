import Foundation
import ImpactTestSupport
import Testing

/// The table of the document is that of the cases, without one more or less.
@Suite struct FaultTableTests {
    private static let path = repository + "/docs/faults.md"
    private static func start(_ reading: FaultProject.Reading) -> String {
        "<!-- faults of runs that read \(reading.rawValue): written by scripts/faults-table -->\n"
    }
    private static let end = "<!-- /faults -->"

    @Test func theDocumentShowsTheCases() throws {
        let table = try FaultResults.folder.map { try FaultTable(folder: $0) } ?? .declared
        var text = try String(contentsOfFile: Self.path, encoding: .utf8)
        for reading in FaultProject.Reading.allCases {
            let start = try #require(text.range(of: Self.start(reading))?.upperBound)
            let end = try #require(text.range(of: Self.end, range: start..<text.endIndex)?.lowerBound)
            text.replaceSubrange(start..<end, with: "\n" + table.markdown(reading) + "\n")
        }
        let difference = Golden(Self.path).difference(from: text)
        #expect(difference == nil)
    }

    /// Where results were gathered: each case has come, and as it was expected.
    @Test(.enabled(if: FaultResults.folder != nil)) func allCasesWereSeen() throws {
        let seen = try FaultTable(folder: #require(FaultResults.folder))
        #expect(Set(seen.entries) == Set(FaultTable.declared.entries))
    }
}
