import ImpactDiagnostics
import ImpactTesting
import Testing

/// What is said of the rows that PostgreSQL gave for an expectation.
@Suite struct VerdictTests {
    private let range = TextRange(file: 0, start: 1, end: 2)
    private let key = TestExpectation.Column(name: "id", isKey: true, isText: false, expected: "1")
    private let statut = TestExpectation.Column(name: "statut", isKey: false, isText: true, expected: #""A JOUR""#)

    private func expectation(_ kind: TestExpectation.Kind, _ columns: [TestExpectation.Column]) -> TestExpectation {
        TestExpectation(kind: kind, table: "bdese", columns: columns, range: range, query: "", sample: .init(columns: columns, query: ""))
    }

    @Test func theRowExpectedIsNoFailure() {
        #expect(expectation(.row, [key, statut]).failure(nearest: ["1", "A JOUR", "t", "t"]) == nil)
        #expect(expectation(.row, []).failure(nearest: ["t"]) == nil)
    }

    @Test func theColumnsThatDifferAreNamed() {
        let failure = expectation(.row, [key, statut]).failure(nearest: ["1", nil, "t", "f"])
        #expect(failure?.message == "the row of `bdese` differs")
        #expect(
            failure?.comparison
                == RowComparison(
                    columns: ["id", "statut"], expected: ["1", #""A JOUR""#], obtained: [["1", "nil"]], differing: ["statut"]))
    }

    @Test func anotherKeyIsAnotherRow() {
        let failure = expectation(.row, [key, statut]).failure(nearest: ["2", "A JOUR", "f", "t"])
        #expect(failure?.message == "`bdese` has no row with this key; the nearest is shown")
    }

    @Test func withoutAKeyTheNearestIsShown() {
        let failure = expectation(.row, [statut]).failure(nearest: [#"dit "non""#, "f"])
        #expect(failure?.message == "`bdese` has no such row; the nearest is shown")
        #expect(failure?.comparison?.obtained == [[#""dit \"non\"""#]])
    }

    @Test func anEmptyTableHasNoRow() {
        let failure = expectation(.row, [key]).failure(nearest: nil)
        #expect(failure?.message == "`bdese` has no row")
        #expect(failure?.comparison?.obtained == [])
    }

    @Test func rowsAreCounted() {
        #expect(expectation(.count(2), []).failure(count: 2, rows: []) == nil)
        #expect(expectation(.count(0), []).failure(count: 1, rows: [])?.message == "`bdese` has 1 row, and none expected")
        let some = expectation(.count(2), [statut]).failure(count: 3, rows: [["A JOUR"]])
        #expect(some?.message == "`bdese` has 3 rows with these values, and 2 expected")
        #expect(some?.comparison?.obtained == [[#""A JOUR""#]])
    }
}
