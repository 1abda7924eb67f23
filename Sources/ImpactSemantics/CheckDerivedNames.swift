import ImpactDiagnostics

/// A metric with hidden cells is several tables: the one of its name, its totals, and two that readers do not see.
extension Checker {
    mutating func reportDerivedNames() {
        let declared = Set(project.models.map(\.name) + project.metrics.map(\.name))
        for metric in project.metrics {
            for name in metric.derivedNames {
                checkIdentifier(name, metric.range)
                guard declared.contains(name) else { continue }
                report(
                    "duplicate-name", metric.range, "`\(metric.name)` comes with a table `\(name)`, and that is declared too",
                    help: "rename one of them")
            }
        }
    }
}

extension Metric {
    var derivedNames: [String] {
        guard let secrecy else { return [] }
        let totals = dimensions.count == 2 ? dimensions.map { "\(name)_par_\($0.name)" } : []
        return ["\(name)_states", "\(name)_figures"] + (secrecy.totals ? totals + ["\(name)_total"] : [])
    }
}
