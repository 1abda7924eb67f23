import ImpactDiagnostics
import ImpactPlan
import ImpactSemantics
import ImpactSyntax
import PostgresSQL

/// Checks the tests against what the plan publishes, and makes statements of them.
///
/// - Parameter files: those of `generated/`, of which a hardened project's views are needed.
package func prepareTests(
    _ syntax: [TestSyntax], of project: CheckedProject, _ plan: Plan, _ files: [GeneratedFile], reporting diagnostics: inout Diagnostics
) -> TestSuite {
    let script = script(plan)
    var checker = TestChecker(project: project, tables: plan.publishedTables, schema: script.schema, diagnostics: diagnostics)
    let tests = syntax.map { checker.check($0) }
    checker.reportRepeatedNames(syntax)
    diagnostics = checker.diagnostics
    let needs = Needs(script: script)
    return TestSuite(
        sourceTables: project.sourceTables,
        views: files.filter { $0.path.hasPrefix("replica/views/") }.map { ScriptFile(path: $0.path, text: $0.text) },
        tests: tests.map { $0.script(project, script.schema, needs) })
}

extension TestChecker {
    fileprivate mutating func reportRepeatedNames(_ syntax: [TestSyntax]) {
        var seen: [String: NameSyntax] = [:]
        for name in syntax.map(\.name) {
            if let earlier = seen[name.text] {
                report(
                    "duplicate-name", name.range, "`\(name.text)` is declared twice",
                    labels: [.init(earlier.range, "first declared here")], help: "rename one of them")
            }
            seen[name.text] = name
        }
    }
}

extension CheckedTest {
    fileprivate func script(_ project: CheckedProject, _ schema: String, _ needs: Needs) -> TestScript {
        let needed = needs.all(of: expectations.map(\.table.name))
        return TestScript(
            name: name.text, title: title, range: name.range, today: today,
            given: project.inserts(rows) + history.map { $0.insert(schema: schema) }.joined(),
            models: needs.script.models.map(\.name).filter { needed.contains($0) },
            metrics: needs.script.metrics.map(\.name).filter { needed.contains($0) },
            expectations: expectations.map { $0.expectation(schema: schema) })
    }
}

/// Which published tables another one is made of, or refers to: those its files name.
struct Needs {
    let script: RunScript
    private let named: [String: [String]]
    /// The metric that a view is of.
    private let owners: [String: String]

    init(script: RunScript) {
        self.script = script
        let models = script.models.map { ($0.name, $0.table.text) }
        let metrics = script.metrics.map { ($0.name, ($0.table?.text ?? "") + $0.refresh.text) }
        let names = (models + metrics).map(\.0)
        let others = (models + metrics).map { name, text in
            (name, names.filter { $0 != name && text.names(identifier(script.schema) + "." + identifier($0)) })
        }
        named = Dictionary(others) { first, _ in first }
        owners = Dictionary(script.metrics.flatMap { metric in metric.published.map { ($0.name, metric.name) } }) { first, _ in first }
    }

    func all(of tables: [String]) -> Set<String> {
        var found: Set<String> = []
        var waiting = tables.map { owners[$0] ?? $0 }
        while let next = waiting.popLast() {
            if found.insert(next).inserted { waiting += named[next] ?? [] }
        }
        return found
    }
}

extension String {
    /// `impact.bdese`, and not the beginning of `impact.bdese_300`.
    fileprivate func names(_ table: String) -> Bool {
        ranges(of: table).contains { range in
            range.upperBound == endIndex
                || !(self[range.upperBound].isLetter || self[range.upperBound].isNumber || self[range.upperBound] == "_")
        }
    }
}
