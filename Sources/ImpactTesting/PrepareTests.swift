import ImpactDiagnostics
import ImpactPlan
import ImpactSemantics
import ImpactSyntax
import PostgresSQL

/// Checks the tests against what the plan publishes, and makes statements of them.
///
/// - Parameter files: those of `generated/`, of which a hardened project's views are needed.
package func prepareTests(
    _ syntax: [TestSyntax], of project: CheckedProject, _ plan: Plan, _ script: RunScript, _ files: [GeneratedFile],
    reporting diagnostics: inout Diagnostics
) -> TestSuite {
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
    private let texts: [String: String]
    /// The table that an identifier is of, or the metric that a view is of.
    private let owners: [String: String]

    init(script: RunScript) {
        self.script = script
        let models = script.models.map { ($0.name, $0.table.text) }
        let metrics = script.metrics.map { ($0.name, ($0.table?.text ?? "") + $0.refresh.text) }
        texts = Dictionary(models + metrics) { first, _ in first }
        let views = script.metrics.flatMap { metric in metric.published.map { (identifier($0.name), metric.name) } }
        owners = Dictionary(views + texts.keys.map { (identifier($0), $0) }) { first, _ in first }
    }

    func all(of tables: [String]) -> Set<String> {
        var found: Set<String> = []
        var waiting = tables.compactMap { owners[identifier($0)] }
        while let next = waiting.popLast() {
            guard found.insert(next).inserted, let text = texts[next] else { continue }
            waiting += text.names(after: identifier(script.schema) + ".").compactMap { owners[$0] }
        }
        return found
    }
}

extension String {
    /// `bdese` and `"Été"` in `FROM impact.bdese JOIN impact."Été"`.
    fileprivate func names(after prefix: String) -> [String] {
        var found: [String] = []
        var rest = utf8[...]
        while let start = rest.firstIndex(where: { $0 == prefix.utf8.first }) {
            rest = rest[start...]
            let isPrefix = rest.starts(with: prefix.utf8)
            rest = rest.dropFirst(isPrefix ? prefix.utf8.count : 1)
            if isPrefix { found.append(String(Substring(rest.prefix(while: isPartOfName)))) }
        }
        return found
    }

    /// Of a table's: letters, digits and `_`, between quotes or not.
    private func isPartOfName(_ byte: UInt8) -> Bool {
        byte >= 128 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "\"") || (byte | 32 >= 97 && byte | 32 <= 122)
            || byte >= 48 && byte <= 57
    }
}
