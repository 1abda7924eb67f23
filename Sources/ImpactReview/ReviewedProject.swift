import ImpactExplain
import ImpactPlan
import ImpactSemantics

/// One side of a change: the models as they were, or as they are to be.
package struct ReviewedProject: Sendable {
    let explainer: Explainer
    let declarations: Declarations
    /// The generated files, by their paths.
    let texts: [String: String]

    package init(_ explainer: Explainer) {
        self.explainer = explainer
        declarations = Declarations(in: explainer.files)
        texts = Dictionary(explainer.generated.map { ($0.path, $0.text) }) { first, _ in first }
    }

    var project: CheckedProject { explainer.cleared.project }
    var plan: Plan { explainer.plan }

    func flow(_ table: String, _ column: String) -> Flow { explainer.flow(table, column) ?? .nothing }

    /// What reads it: `inscriptions.mois`.
    func uses(of name: String) -> [String] { explainer.explain(name)?.usedBy ?? [] }

    /// The SQL of a generated file. Its heading is a description and no part of it.
    func sql(_ path: String) -> String? {
        texts[path].map { text in
            text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("--") }.joined(separator: "\n")
        }
    }
}

/// A column of a model, a group or a measure.
struct ExposedColumn {
    let name: String
    let value: Expression
    let lifecycle: Lifecycle
}

extension Model {
    var exposed: [ExposedColumn] { columns.map { ExposedColumn(name: $0.name, value: $0.value, lifecycle: $0.lifecycle) } }
    var path: String { "replica/\(name).sql" }
}

extension Metric {
    var exposed: [ExposedColumn] {
        dimensions.map { ExposedColumn(name: $0.name, value: $0.value, lifecycle: $0.lifecycle) }
            + measures.map { ExposedColumn(name: $0.name, value: $0.value, lifecycle: $0.lifecycle) }
    }
    var path: String { "metabase/metrics/\(name).sql" }
}

/// What has a name that readers see, and may have had another.
protocol Named {
    var name: String { get }
    var lifecycle: Lifecycle { get }
}

extension Model: Named {}
extension Metric: Named {}
extension Dimension: Named {}
extension ExposedColumn: Named {}

/// What is on both sides, in the order of the second; `@renamed` pairs a name with the one it had.
func paired<Value: Named>(_ old: [Value], _ new: [Value]) -> [(old: Value, new: Value)] {
    let former = Dictionary(old.map { ($0.name, $0) }) { first, _ in first }
    return new.compactMap { value in
        (former[value.name] ?? value.lifecycle.renamedFrom.flatMap { former[$0] }).map { ($0, value) }
    }
}
