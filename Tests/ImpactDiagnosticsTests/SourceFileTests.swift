import ImpactDiagnostics
import Testing

@Suite struct SourceFileTests {
    private let file = SourceFile(path: "a.dsl", text: "été 🎓 x\r\nb\n\nfin")

    private func offset(_ part: String) -> Int {
        let found = file.text.range(of: part)!
        return file.text.utf8.distance(from: file.text.startIndex, to: found.lowerBound)
    }

    @Test func columnsCountCharacters() {
        #expect(file.position(of: offset("🎓")) == (1, 5))
        #expect(file.position(of: offset("x")) == (1, 7))
    }

    @Test func linesAreFound() {
        #expect(file.position(of: 0) == (1, 1))
        #expect(file.position(of: offset("b")) == (2, 1))
        #expect(file.position(of: offset("fin")) == (4, 1))
        #expect(file.line(4) == "fin")
        #expect(file.line(3) == "")
    }

    @Test func theEndIsAPlaceToo() {
        #expect(file.position(of: file.text.utf8.count) == (4, 4))
        #expect(file.position(of: 10_000) == (4, 4))
        #expect(SourceFile(path: "a", text: "").position(of: 0) == (1, 1))
        #expect(SourceFile(path: "a", text: "a\n").position(of: 2) == (2, 1))
        #expect(SourceFile(path: "a", text: "a\n").line(2) == "")
    }

    @Test func rangesAreOrderedAndJoined() {
        let first = TextRange(file: 0, start: 3, end: 5)
        let second = TextRange(file: 0, start: 4, end: 9)
        #expect(first < second)
        #expect(first < TextRange(file: 1, start: 0, end: 1))
        #expect(first.union(second) == TextRange(file: 0, start: 3, end: 9))
        #expect(TextRange(file: 0, start: 5, end: 2).end == 5)
    }
}

extension String {
    fileprivate func range(of part: String) -> Range<Index>? { ranges(of: part).first }
}
