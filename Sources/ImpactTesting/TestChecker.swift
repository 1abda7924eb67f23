import ImpactDiagnostics
import ImpactPlan
import ImpactSemantics
import ImpactSyntax

/// Holds tests against the declarations of sources and the columns that are published.
struct TestChecker {
    let project: CheckedProject
    let tables: [PublishedTable]
    let schema: String
    var diagnostics: Diagnostics

    mutating func report(
        _ code: String, _ range: TextRange, _ message: String, labels: [Diagnostic.Label] = [], help: String? = nil
    ) {
        diagnostics.report(Diagnostic(code, at: range, message, labels: labels, help: help))
    }

    /// "`emial` is close" as help, or what there is.
    func suggestion(for name: String, among candidates: [String]) -> String? {
        if let close = similarName(to: name, among: candidates) { return "`\(close)` is close" }
        return candidates.isEmpty ? nil : "there are " + candidates.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    }

    mutating func check(_ test: TestSyntax) -> CheckedTest {
        var checked = CheckedTest(name: test.name, title: title(of: test), today: today(of: test))
        for statement in test.statements { check(statement, in: &checked) }
        if checked.expectations.isEmpty, !diagnostics.hasErrors {
            report("nothing-expected", test.name.range, "`\(test.name.text)` expects nothing", help: "write `expect(…)` in it")
        }
        return checked
    }

    private mutating func check(_ statement: ExpressionSyntax, in test: inout CheckedTest) {
        switch statement.kind {
        case .call(let callee, let arguments):
            guard case .name(let name) = callee.kind else { break }
            if name == "given" { return check(given: arguments, statement.range, in: &test) }
            if name == "expect" { return check(expect: arguments, statement.range, in: &test) }
            return report(
                "unknown-function", callee.range, "a test has no `\(name)`", help: suggestion(for: name, among: ["given", "expect"]))
        case .missing: return
        default: break
        }
        report("unsupported", statement.range, "a test is made of `given(…)` and `expect(…)`")
    }

    // MARK: - Its attribute

    private mutating func title(of test: TestSyntax) -> String {
        let titles = test.attribute.arguments.filter { $0.label == nil }
        guard titles.count == 1, let title = plainText(titles[0].value), !title.isEmpty else {
            report("text-expected", test.attribute.range, "a test has one title", help: "write `@test(\"…\", today: \"2026-06-15\")`")
            return test.name.text
        }
        return title
    }

    private mutating func today(of test: TestSyntax) -> String {
        for argument in test.attribute.arguments {
            guard let label = argument.label, label.text != "today" else { continue }
            report(
                "unknown-setting", label.range, "a test has no setting `\(label.text)`", help: suggestion(for: label.text, among: ["today"])
            )
        }
        let given = test.attribute.arguments.first { $0.label?.text == "today" }
        guard let day = given.flatMap({ plainText($0.value) }), isDay(day) else {
            report(
                "constant-expected", given?.value.range ?? test.attribute.range, "the test does not say which day is today",
                help: "write `today: \"2026-06-15\"`")
            return "2000-01-01"
        }
        return day
    }
}

/// A test whose names and types are right.
struct CheckedTest {
    let name: NameSyntax
    let title: String
    let today: String
    var rows: [GivenRow] = []
    var history: [GivenHistory] = []
    var expectations: [CheckedExpectation] = []
}
