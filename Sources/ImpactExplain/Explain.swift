import ImpactDiagnostics
import ImpactPlan
import ImpactSemantics
import PostgresSQL

/// Answers what a name is, from what the compiler knows: no server, no file.
package struct Explainer: Sendable {
    package let cleared: ClearedProject
    package let plan: Plan
    package let files: [SourceFile]
    package let generated: [GeneratedFile]
    let uses: Uses

    /// - Parameters:
    ///   - files: the texts that the project was compiled from.
    ///   - generated: what it compiled to.
    package init(_ cleared: ClearedProject, _ plan: Plan, files: [SourceFile], generated: [GeneratedFile]) {
        self.cleared = cleared
        self.plan = plan
        self.files = files
        self.generated = generated
        uses = Uses(cleared)
    }

    var project: CheckedProject { cleared.project }

    /// - Parameter name: `utilisateur`, `utilisateur.connecte_le`, `Utilisateur.email`, `users_user.email`.
    package func explain(_ name: String) -> Explanation? {
        if let found = table(name) { return found }
        guard let point = name.lastIndex(of: ".") else { return nil }
        return column(String(name[name.index(after: point)...]), of: String(name[..<point]))
    }

    /// Names that one may have meant: the same column elsewhere, then those that are close.
    package func alike(_ name: String) -> [String] {
        let member = name.split(separator: ".").last.map(String.init) ?? name
        let same = names.filter { $0.hasSuffix(".\(member)") }
        if !same.isEmpty { return Array(same.prefix(12)) }
        let nearest = similarName(to: name, among: names)?.lowercased()
        let whole = names.filter { $0.lowercased() == nearest }
        guard whole.isEmpty else { return whole }
        let close = similarName(to: member, among: names.compactMap { $0.split(separator: ".").last.map(String.init) })
        return close.map { close in Array(names.filter { $0 == close || $0.hasSuffix(".\(close)") }.prefix(12)) } ?? []
    }

    /// Everything that has an explanation.
    package var names: [String] {
        let models = project.models.flatMap { model in [model.name] + model.columns.map { "\(model.name).\($0.name)" } }
        let metrics = project.metrics.flatMap { metric in
            [metric.name] + (metric.dimensions.map(\.name) + metric.measures.map(\.name)).map { "\(metric.name).\($0)" }
        }
        let sources = project.sources.values.sorted { $0.name < $1.name }.flatMap { source in
            [source.name] + source.columns.map { "\(source.name).\($0.name)" }
        }
        return models + metrics + sources
    }

    private func table(_ name: String) -> Explanation? {
        if let model = project.model(name) { return explanation(of: model) }
        if let metric = project.metrics.first(where: { $0.name == name }) { return explanation(of: metric) }
        return source(name).map { explanation(of: $0) }
    }

    private func column(_ name: String, of table: String) -> Explanation? {
        if let model = project.model(table) {
            return model.columns.first { $0.name == name }.map { explanation(of: $0, in: model) }
        }
        if let metric = project.metrics.first(where: { $0.name == table }) {
            if let group = metric.dimensions.first(where: { $0.name == name }) { return explanation(of: group, in: metric) }
            return metric.measures.first { $0.name == name }.map { explanation(of: $0, in: metric) }
        }
        guard let source = source(table), let column = source.columns.first(where: { $0.name == name || $0.column == name })
        else { return nil }
        return explanation(of: column, in: source)
    }

    private func source(_ name: String) -> Source? { project.sources[name] ?? project.sources.values.first { $0.entity == name } }

    package func flow(_ table: String, _ column: String) -> Flow? {
        cleared.treatments.first { $0.table == table && $0.column == column }?.flow
    }

    func file(_ path: String) -> String? { generated.first { $0.path == path }?.text }
}
