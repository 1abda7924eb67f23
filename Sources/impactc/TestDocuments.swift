import FoundationEssentials
import ImpactDiagnostics
import ImpactTesting

// MARK: - JUnit

/// What continuous integration reads.
func junit(_ outcomes: [TestOutcome], _ seconds: Double, _ files: [SourceFile]) -> String {
    let failed = outcomes.count { !$0.isSuccess }
    let head = "tests=\"\(outcomes.count)\" failures=\"\(failed)\" errors=\"0\" time=\"\(hundredths(seconds))\""
    let cases = outcomes.map { testcase($0, files) }.joined()
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites \(head)>
          <testsuite name="impactc test" \(head)>
        \(cases)  </testsuite>
        </testsuites>

        """
}

private func testcase(_ outcome: TestOutcome, _ files: [SourceFile]) -> String {
    let file = files[outcome.test.range.file]
    let line = file.position(of: outcome.test.range.start).line
    let attributes = [
        ("name", outcome.test.title), ("classname", outcome.test.name), ("file", file.path), ("line", String(line)),
        ("time", String(Double(milliseconds(outcome.seconds)) / 1000)),
    ]
    let head = "    <testcase " + attributes.map { "\($0)=\"\(escaped($1))\"" }.joined(separator: " ")
    guard !outcome.isSuccess else { return head + "/>\n" }
    let failures = outcome.failures.map { failure in
        let text = ([place(failure.range, files)] + (failure.comparison?.lines ?? [])).joined(separator: "\n")
        return "      <failure message=\"\(escaped(failure.message))\">\(escaped(text))</failure>\n"
    }
    return head + ">\n" + failures.joined() + "    </testcase>\n"
}

/// Controls have no place in XML, not even escaped.
private func escaped(_ text: String) -> String {
    String(
        text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case let other where other.value < 32 && other != "\n" && other != "\t": "\u{FFFD}"
            default: String(scalar)
            }
        }.joined())
}

// MARK: - JSON

func json(_ outcomes: [TestOutcome], _ seconds: Double, _ files: [SourceFile]) -> String {
    let document = ReportDocument(outcomes, seconds, files)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(document)) ?? Data()
    return String(decoding: data, as: UTF8.self) + "\n"
}

private struct ReportDocument: Encodable {
    struct Case: Encodable {
        let name: String
        let title: String
        let file: String
        let line: Int
        let passed: Bool
        let seconds: Double
        let failures: [Failure]
    }

    struct Failure: Encodable {
        let file: String
        let line: Int
        let message: String
        let columns: [String]
        let expected: [String]?
        let obtained: [[String]]
        let differing: [String]
    }

    let passed: Int
    let failed: Int
    let seconds: Double
    let tests: [Case]

    init(_ outcomes: [TestOutcome], _ seconds: Double, _ files: [SourceFile]) {
        failed = outcomes.count { !$0.isSuccess }
        passed = outcomes.count - failed
        self.seconds = seconds
        tests = outcomes.map { outcome in
            let file = files[outcome.test.range.file]
            return Case(
                name: outcome.test.name, title: outcome.test.title, file: file.path,
                line: file.position(of: outcome.test.range.start).line, passed: outcome.isSuccess, seconds: outcome.seconds,
                failures: outcome.failures.map { Self.failure($0, files) })
        }
    }

    private static func failure(_ failure: TestFailure, _ files: [SourceFile]) -> Failure {
        let file = files[failure.range.file]
        return Failure(
            file: file.path, line: file.position(of: failure.range.start).line, message: failure.message,
            columns: failure.comparison?.columns ?? [], expected: failure.comparison?.expected,
            obtained: failure.comparison?.obtained ?? [], differing: failure.comparison?.differing ?? [])
    }
}
