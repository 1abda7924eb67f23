import ImpactSemantics

extension ExpectedPublished {
    /// What somebody changed of it since a run made it: no run puts it back, since its file was executed already.
    ///
    /// - Parameter file: the generated file that makes it.
    func drifts(from found: TargetCatalog.Table, madeBy file: String, keepsRows: Bool, at place: Place) -> [Drift] {
        let wayOut = keepsRows ? "; its past is nowhere else, so it is not to be dropped" : ", or drop it: the next run makes it anew"
        return changes(in: found).map { severity, what in
            Drift(
                severity, .alteredTable, at: place, "the published `\(name)` was altered by hand: \(what)",
                help: "put it back as generated/\(file) has it" + wayOut)
        }
    }

    private func changes(in found: TargetCatalog.Table) -> [(Drift.Severity, String)] {
        if (definition != nil) != found.isView { return [(.error, "it is a \(found.isView ? "view and no table" : "table and no view")")] }
        return structure(found) + extras(found) + comments(found)
    }

    private func structure(_ found: TargetCatalog.Table) -> [(Drift.Severity, String)] {
        let nullable = columns.filter { !found.isView && $0.isRequired && !found.required.contains($0.name) }.map(\.name)
        let lost = references.filter { !found.references.contains($0) }.flatMap(\.columns)
        let changes: [(Bool, Drift.Severity, String)] = [
            // A hand that wrote another SELECT may show what is hidden.
            (found.isOtherQuery, .error, "it is a view of another query"),
            (!key.isEmpty && found.key != key, .error, "its primary key is not (\(key.joined(separator: ", ")))"),
            (!nullable.isEmpty, .warning, "\(listed(nullable)) may be NULL"),
            (!lost.isEmpty, .warning, "the foreign key of \(listed(lost)) is gone"),
        ]
        return changes.filter(\.0).map { ($0.1, $0.2) }
    }

    private func extras(_ found: TargetCatalog.Table) -> [(Drift.Severity, String)] {
        (found.triggers.isEmpty ? [] : [(.error, "it has the triggers or rules \(listed(found.triggers)), which change what is written")])
            + (found.hasRowSecurity ? [(.warning, "row security decides which of its rows readers see")] : [])
    }

    private func comments(_ found: TargetCatalog.Table) -> [(Drift.Severity, String)] {
        let other = columns.filter { found.comments[$0.name] != $0.comment }.map(\.name)
        let what = (found.comments[""] == comment ? [] : ["its description"]) + (other.isEmpty ? [] : ["that of \(listed(other))"])
        return what.isEmpty ? [] : [(.warning, "\(what.joined(separator: " and ")) is not the one of `models.dsl`, and Metabase shows it")]
    }
}
