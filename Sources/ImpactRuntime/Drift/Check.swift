import ImpactPlan

/// Holds the project against production's catalog, or that of its next schema. Nothing but the catalog is read.
package func checkSource(_ script: RunScript, _ url: String) throws(RunError) -> [Drift] {
    let source = try Source.open(url)
    let reader = script.expectations.reader
    let found = try source.drifts(script, rightsOf: reader)
    return found.contains { $0.severity == .error } ? found : found + (try source.resultDrifts(script))
}

/// Holds the project against what is published, and against what its readers may see.
package func checkTarget(_ script: RunScript, _ url: String) throws(RunError) -> [Drift] {
    let target = try Target.open(url, for: script)
    return script.drifts(in: try target.catalog())
}

extension Source {
    func drifts(_ script: RunScript, rightsOf role: String) throws(RunError) -> [Drift] {
        let expected = script.expectations
        guard !expected.tables.isEmpty else { return [] }
        let views = expected.viewSchema.map { schema in script.allModels.map { QualifiedName(schema, $0.name) } } ?? []
        let catalog = try Catalog(of: expected.tables.map(\.name) + views, on: connection)
        let rights = try connection.rights(of: role)
        return expected.drifts(in: catalog) + expected.drifts(ofReader: rights, in: catalog) + script.drifts(ofViews: catalog, rights)
    }

    /// What PostgreSQL itself says of each SELECT: functions that are not there, results of another type.
    fileprivate func resultDrifts(_ script: RunScript) throws(RunError) -> [Drift] {
        var found: [Drift] = []
        for model in script.allModels {
            do throws(RunError) {
                try checkTypes(of: model)
            } catch {
                guard error.kind == .data || error.sqlState?.hasPrefix("42") == true else { throw error }
                // The rights that count are the reader's, not those of whoever checks.
                guard error.sqlState != "42501" else { continue }
                let place = script.expectations.place(ofExposed: model.name)
                found.append(Drift(.error, .query, at: place, error.message, help: error.help))
            }
        }
        return found
    }
}

// MARK: - Before a run

/// - Throws: `.data` where either server is not what the models rely on; nothing was read or written then.
func requireNoDrift(
    _ script: RunScript, _ source: borrowing Source, _ target: borrowing Target, _ report: (RunEvent) -> Void
) throws(RunError) {
    let (drifts, published) = try both(
        { () throws(RunError) in try source.drifts(script, rightsOf: try source.connection.currentRole()) },
        { () throws(RunError) in try target.catalog() })
    try stop(at: drifts, of: .source, report)
    try stop(at: script.drifts(in: published), of: .target, report)
}

private func stop(at drifts: [Drift], of server: Server, _ report: (RunEvent) -> Void) throws(RunError) {
    if !drifts.isEmpty { report(.drifted(server, drifts)) }
    let errors = drifts.filter { $0.severity == .error }
    guard let first = errors.first else { return }
    let others = errors.count > 1 ? ", and \(errors.count - 1) more" : ""
    throw RunError(
        .data, on: server, "\(server.rawValue): \(first.message)\(others) (\(first.code.rawValue)); nothing was published", help: first.help
    )
}
