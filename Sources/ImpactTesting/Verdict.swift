import ImpactDiagnostics

/// What came of one test.
package struct TestOutcome: Sendable {
    package let test: TestScript
    package let failures: [TestFailure]
    package let seconds: Double

    package var isSuccess: Bool { failures.isEmpty }

    package init(test: TestScript, failures: [TestFailure], seconds: Double) {
        self.test = test
        self.failures = failures
        self.seconds = seconds
    }
}

/// Why a test did not pass. It shows values: they come from the literals of the project's own tests, and nothing of production
/// was read.
package struct TestFailure: Sendable, Equatable {
    package let range: TextRange
    package let message: String
    package let comparison: RowComparison?

    package init(_ range: TextRange, _ message: String, _ comparison: RowComparison? = nil) {
        self.range = range
        self.message = message
        self.comparison = comparison
    }
}

/// The row expected beside the rows obtained.
package struct RowComparison: Sendable, Equatable {
    package let columns: [String]
    /// As the test writes it; nil where rows were counted, or none was expected.
    package let expected: [String]?
    package let obtained: [[String]]
    /// Of `columns`, those whose values are not the same.
    package let differing: [String]

    package init(columns: [String], expected: [String]?, obtained: [[String]], differing: [String] = []) {
        self.columns = columns
        self.expected = expected
        self.obtained = obtained
        self.differing = differing
    }
}

extension TestExpectation {
    /// - Parameter nearest: the answer to the query of a `.row`; nil where the table is empty.
    package func failure(nearest row: [String?]?) -> TestFailure? {
        guard let row else {
            return TestFailure(
                range, "`\(table)` has no row", RowComparison(columns: columns.map(\.name), expected: expected, obtained: []))
        }
        let differing = zip(columns, row.suffix(columns.count)).filter { $0.1 != "t" }.map(\.0)
        guard !differing.isEmpty else { return nil }
        let comparison = RowComparison(
            columns: columns.map(\.name), expected: expected, obtained: [zip(columns, row).map { $0.shown($1) }],
            differing: differing.map(\.name))
        return TestFailure(range, message(differing), comparison)
    }

    /// - Parameter count: how many rows there are; `rows` are a few of them.
    package func failure(count: Int, rows: [[String?]]) -> TestFailure? {
        guard case .count(let expectedCount) = kind, count != expectedCount else { return nil }
        let what = (count == 1 ? "row" : "rows") + (columns.isEmpty ? "" : " with these values")
        let shown = rows.map { row in zip(sample.columns, row).map { $0.shown($1) } }
        return TestFailure(
            range, "`\(table)` has \(count) \(what), and \(expectedCount == 0 ? "none" : String(expectedCount)) expected",
            RowComparison(columns: sample.columns.map(\.name), expected: nil, obtained: shown))
    }

    private var expected: [String] { columns.map(\.expected) }

    private func message(_ differing: [Column]) -> String {
        if differing.contains(where: \.isKey) { return "`\(table)` has no row with this key; the nearest is shown" }
        if columns.contains(where: \.isKey) { return "the row of `\(table)` differs" }
        return "`\(table)` has no such row; the nearest is shown"
    }
}

extension TestExpectation.Column {
    /// As a test would write it.
    fileprivate func shown(_ value: String?) -> String {
        guard let value else { return "nil" }
        return isText ? quotedText(value) : value
    }
}

/// `"A JOUR"`
func quotedText(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return "\"\(escaped)\""
}
