import ImpactDiagnostics

/// What is published comes with tables that readers do not see, and with one that says how fresh it is.
extension Checker {
    mutating func reportDerivedNames() {
        let declared = Set(project.models.map(\.name) + project.metrics.map(\.name))
        let derived =
            project.models.map { ($0.name, $0.range, [Self.previous($0.name), Self.former($0.name), Self.affected($0.name)]) }
            + project.metrics.map { ($0.name, $0.range, $0.derivedNames(project.settings)) }
        for (owner, range, names) in derived {
            reportSynchronization(owner, range)
            for name in names { reportDerivedName(name, of: owner, range, declared) }
        }
    }

    private mutating func reportDerivedName(_ name: String, of owner: String, _ range: TextRange, _ declared: Set<String>) {
        checkIdentifier(name, range)
        guard declared.contains(name) else { return }
        report(
            "duplicate-name", range, "`\(owner)` comes with a table `\(name)`, and that is declared too", help: "rename one of them")
    }

    private mutating func reportSynchronization(_ name: String, _ range: TextRange) {
        guard name == SynchronizationWords(project.settings.language).table else { return }
        report(
            "duplicate-name", range, "`\(name)` is published with every project, and says how fresh the data is",
            help: "choose another name")
    }

    /// The rows that the last publication replaced.
    fileprivate static func previous(_ name: String) -> String { name + "_previous" }

    /// The table as it was before the last publication altered it.
    fileprivate static func former(_ name: String) -> String { name + "_former" }

    /// The keys of which rows may have changed.
    fileprivate static func affected(_ name: String) -> String { name + "_affected" }
}

extension Metric {
    func derivedNames(_ settings: ProjectSettings) -> [String] {
        let names = DerivedNames(settings.language)
        if case .view = form { return [] }
        guard let secrecy else { return [Checker.previous(name), Checker.former(name)] }
        let totals = dimensions.count == 2 ? dimensions.map { names.totals(of: name, by: $0.name) } : []
        let (states, figures) = ("\(name)_states", "\(name)_figures")
        let hidden = [states, figures, Checker.previous(figures), Checker.former(figures), Checker.former(states)]
        return hidden + (secrecy.totals ? totals + [names.totals(of: name, by: nil)] : [])
    }
}
