import ArgumentParser
import ImpactDiagnostics
import ImpactTesting

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, junit, json
}

/// What `impactc test` writes on standard output: lines while it goes, or one document at the end.
struct TestReport {
    let format: ReportFormat
    let files: [SourceFile]
    private var outcomes: [TestOutcome] = []
    private var started = ContinuousClock.now

    init(format: ReportFormat, files: [SourceFile]) {
        self.format = format
        self.files = files
    }

    var failed: Int { outcomes.count { !$0.isSuccess } }
    private var seconds: Double { started.duration(to: .now) / .seconds(1) }

    /// The server is up.
    mutating func begin() { started = .now }

    mutating func tell(_ outcome: TestOutcome) {
        outcomes.append(outcome)
        if format == .text { Terminal.write(text(outcome), to: 1) }
    }

    func finish() {
        switch format {
        case .text:
            let passed = outcomes.count - failed
            let counts = [passed > 0 ? "\(passed) passed" : nil, failed > 0 ? "\(failed) failed" : nil].compactMap { $0 }
            Terminal.write("\n\(counts.joined(separator: ", ")) in \(hundredths(seconds)) s\n", to: 1)
        case .junit: Terminal.write(junit(outcomes, seconds, files), to: 1)
        case .json: Terminal.write(json(outcomes, seconds, files), to: 1)
        }
    }

    // MARK: - Text

    private func text(_ outcome: TestOutcome) -> String {
        let line = "\(outcome.isSuccess ? "✓" : "✗") \(outcome.test.title) (\(milliseconds(outcome.seconds)) ms)\n"
        return line + outcome.failures.map { text($0) }.joined()
    }

    private func text(_ failure: TestFailure) -> String {
        let lines = [place(failure.range, files) + ": " + failure.message] + (failure.comparison?.lines ?? [])
        return lines.map { "    \($0)\n" }.joined()
    }
}

/// `tests.dsl:14`
func place(_ range: TextRange, _ files: [SourceFile]) -> String {
    let file = files[range.file]
    return "\(file.path):\(file.position(of: range.start).line)"
}

/// `0.04`
func hundredths(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}

func milliseconds(_ seconds: Double) -> Int { Int((seconds * 1000).rounded()) }
