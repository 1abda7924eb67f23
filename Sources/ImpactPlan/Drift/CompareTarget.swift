import ImpactSemantics

extension RunScript {
    /// How the target differs from what is published there, and from what the readers may see.
    package func drifts(in target: TargetCatalog) -> [Drift] {
        runnerRights(target) + publishedTables.flatMap { $0.drifts(of: self, in: target) } + unpublished(target) + undeclared(target)
            + rights.flatMap { drifts(ofReader: $0.role, target.readers[$0.role] ?? nil, target) }
    }

    private var publishedTables: [DeclaredTable] {
        models.map { DeclaredTable(name: $0.name, columns: $0.columns, file: $0.table.path) }
            + computed.flatMap { metric in
                // What hides small cells is views, of which each is what its file says.
                metric.published.map {
                    DeclaredTable(
                        name: $0.name, columns: $0.columns, file: (metric.table ?? metric.refresh).path,
                        keepsColumns: metric.kind == .history && $0.name == metric.name && metric.internalTables.isEmpty)
                }
            }
            // Whose rows are the file's own, so that nothing is lost with its columns.
            + [DeclaredTable(name: MetabaseMetadata.table, columns: [], file: metadata.path)]
    }

    // MARK: - The role that publishes

    private func runnerRights(_ target: TargetCatalog) -> [Drift] {
        let place = expectations.place(of: "schema")
        let schemas = [(schema, target.published), (internalSchema, target.staging)]
        let foreign = schemas.filter { $0.1.exists && !$0.1.isOwned }.map(\.0)
        let absent = schemas.filter { !$0.1.exists }.map(\.0)
        var found: [Drift] = []
        if !foreign.isEmpty {
            found.append(
                Drift(
                    .error, .runnerRight, at: place, "`\(target.runner)` does not own \(listed(foreign)), to which it would publish",
                    help: "connect as the role that publishes, or make it the owner"))
        }
        if !absent.isEmpty, !target.mayCreateSchemas {
            found.append(
                Drift(
                    .error, .runnerRight, at: place, "`\(target.runner)` may not make \(listed(absent)), which are not there yet",
                    help: "an administrator grants it `CREATE` on the database, or makes them for it"))
        }
        let kept = publishedTables.map(\.name).filter { target.tables[$0]?.isOwned == false }
        guard !kept.isEmpty, foreign.isEmpty else { return found }
        return found + [
            Drift(
                .error, .runnerRight, at: place, "`\(target.runner)` does not own \(listed(kept)) of `\(schema)`",
                help: "make it the owner")
        ]
    }

    // MARK: - Tables

    private func unpublished(_ target: TargetCatalog) -> [Drift] {
        let absent = publishedTables.map(\.name).filter { target.tables[$0] == nil }
        guard !absent.isEmpty else { return [] }
        return [
            Drift(
                .note, .unpublished, at: expectations.place(ofExposed: absent[0]),
                "\(listed(absent)) \(absent.count == 1 ? "is" : "are") not published yet: the next run makes \(absent.count == 1 ? "it" : "them")"
            )
        ]
    }

    private func undeclared(_ target: TargetCatalog) -> [Drift] {
        let declared = Set(publishedTables.map(\.name))
        let others = target.tables.keys.filter { !declared.contains($0) }.sorted()
        let strange = others.filter { !target.known.contains($0) }
        let former = others.filter { target.known.contains($0) }
        var found: [Drift] = []
        if !strange.isEmpty {
            found.append(
                Drift(
                    .warning, .undeclaredTable, at: expectations.place(of: "schema"),
                    "`\(schema)` holds \(listed(strange)), which nothing in `models.dsl` declares and no run made",
                    help: "move them elsewhere: readers may be granted them"))
        }
        if !former.isEmpty {
            found.append(
                Drift(
                    .note, .formerTable, at: expectations.place(of: "schema"),
                    "`\(schema)` holds \(listed(former)) of earlier runs, which `models.dsl` no longer declares",
                    notes: ["the next run drops them, histories excepted"]))
        }
        return found
    }
}

private struct DeclaredTable {
    let name: String
    let columns: [ScriptColumn]
    /// The generated file that makes it.
    let file: String
    /// A history, whose table loses no column when a measure goes.
    var keepsColumns = false

    func drifts(of script: RunScript, in target: TargetCatalog) -> [Drift] {
        let place = script.expectations.place(ofExposed: name)
        guard let found = target.tables[name] else { return [] }
        // A script of a test's own may say nothing of a metric's columns.
        let (there, wanted) = (Set(found.columns.map(text)), Set(columns.map(text)))
        guard !columns.isEmpty else { return [] }
        guard keepsColumns ? !there.isSuperset(of: wanted) : there != wanted else {
            guard target.applied.contains(file), let expected = script.expectations.published[name] else { return [] }
            return expected.drifts(from: found, madeBy: file, keepsRows: keepsColumns, at: place)
        }
        guard target.applied.contains(file) else {
            return [
                Drift(
                    .note, .migration, at: place,
                    "`\(name)` is published as an earlier `models.dsl` had it: the next run brings it up to date")
            ]
        }
        return altered(found, at: place)
    }

    private func altered(_ found: TargetCatalog.Table, at place: Place) -> [Drift] {
        let lost = columns.filter { !found.columns.contains($0) }
        let added = found.columns.filter { !columns.contains($0) }
        let words = [(lost, "lacks"), (added, "has besides")].filter { !$0.0.isEmpty }.map { "\($0.1) \(listed($0.0.map(text)))" }
        return [
            Drift(
                lost.isEmpty ? .warning : .error, .alteredTable, at: place,
                "the published `\(name)` was altered by hand: it \(words.joined(separator: " and "))",
                help: lost.isEmpty
                    ? "drop the column"
                    : keepsColumns
                        ? "put it back as generated/\(file) has it; its past is nowhere else, so it is not to be dropped"
                        : "drop the table: the next run makes it anew")
        ]
    }

    private func text(_ column: ScriptColumn) -> String { "\(column.name) \(column.type)" }
}
