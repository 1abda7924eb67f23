import ImpactSemantics

extension RunScript {
    /// Of a hardened project: whether the views are there, as the models have them, and the reader may read them.
    package func drifts(ofViews catalog: Catalog, _ rights: RoleRights?) -> [Drift] {
        guard let schema = expectations.viewSchema else { return [] }
        return models.flatMap { model -> [Drift] in
            let name = QualifiedName(schema, model.name)
            let place = expectations.place(ofExposed: model.name)
            guard let view = catalog.tables[name] else {
                return [
                    Drift(
                        .error, .missingView, at: place, "production has no view `\(name)`",
                        help: "generated/replica/views/\(model.name).sql, run on the primary, makes it")
                ]
            }
            return differing(model, view, at: place) + unreadable(name, model, rights, at: place)
        }
    }

    private func differing(_ model: ModelScript, _ view: CatalogTable, at place: Place) -> [Drift] {
        let types = Dictionary(view.columns.map { ($0.name, $0.spelled) }) { first, _ in first }
        let unlike = model.columns.filter { column in
            guard let found = types[column.name] else { return true }
            // Texts of a limited length travel as texts.
            return found != column.type && !(column.type == "text" && found.hasPrefix("character"))
        }
        guard !unlike.isEmpty else { return [] }
        return [
            Drift(
                .error, .staleView, at: place,
                "the view `\(expectations.viewSchema ?? "").\(model.name)` has not \(listed(unlike.map { "\($0.name) \($0.type)" }))",
                help: "generated/replica/views/\(model.name).sql, run on the primary, brings it up to date")
        ]
    }

    private func unreadable(_ name: QualifiedName, _ model: ModelScript, _ rights: RoleRights?, at place: Place) -> [Drift] {
        guard let rights, rights.superuser == nil else { return [] }
        let readable = Set(rights.columns(of: name))
        let isReadable = rights.usable.contains(name.schema) && model.columns.allSatisfy { readable.contains($0.name) }
        return isReadable ? [] : [expectations.lacking(rights, "`SELECT` on the view `\(name)`", at: place)]
    }
}
