import ImpactSemantics
import PostgresSQL

extension ShapeComparison {
    /// What earlier runs published and the models no longer declare. A history keeps its table.
    mutating func removeUndeclared() {
        let declared = Set(units.flatMap { [$0.name, $0.formerName].compactMap { $0 } })
        for name in known.subtracting(declared).sorted() {
            if wasHistory(name) { endHistory(name) } else { remove(name) }
        }
        for unit in units where isChanged(unit) { removeFormerViews(of: unit) }
    }

    /// The rows that the last publication replaced in a table that becomes another one: they fit it no longer.
    mutating func dropPrevious() {
        let changed = Set(survivors.filter(\.isChanged).map(\.found.name)).union(dropped).sorted { $0.name < $1.name }
        for table in changed {
            let previous = TableName(script.internalSchema, KeptTable.previous(of: table.name))
            guard published.tables[previous] != nil else { continue }
            add(
                Change(
                    .redefined, table.name, "what the last publication replaced in `\(label(table))` is kept no longer",
                    [dropStep(previous)]))
        }
    }

    private mutating func endHistory(_ name: String) {
        let table = TableName(script.schema, name)
        let isNoted = published.departures.contains { $0.table == name && $0.column == nil && $0.isEnd }
        guard published.tables[table] != nil, !isNoted else { return }
        ended.append(PublishedShape.Departure(name, nil, until: day, isEnd: true))
        add(
            Change(
                .historyEnded, name, "the history `\(name)` is no longer computed: its past stays, without a present",
                isBreaking: breaks(table, nil)))
    }

    private mutating func remove(_ name: String) {
        let internals = SecretCells.tableNames(of: name).map { TableName(script.internalSchema, $0) }
        let views = views(of: name).filter { view in view.name != name && readsInternals(of: name, view) }
        for table in [TableName(script.schema, name)] + views where published.tables[table] != nil && !dropped.contains(table) {
            dropped.insert(table)
            let isView = published.tables[table]?.kind == .view
            add(
                Change(
                    .tableRemoved, table.name, "`\(table.name)` is removed",
                    isBreaking: breaks(table, nil) && breaks(TableName(script.schema, name), nil),
                    isView ? [] : [dropStep(table)]))
        }
        for table in internals where published.tables[table] != nil && !dropped.contains(table) {
            dropped.insert(table)
            add(
                Change(
                    .tableRemoved, table.name, "`\(label(table))`, which readers do not see, is removed", [dropStep(table)]))
        }
    }

    /// Totals that a metric had, and has no longer.
    private mutating func removeFormerViews(of unit: MigrationUnit) {
        let name = unit.formerNameThatIsThere(in: published, script.schema)
        let wanted = Set(
            unit.shapes.map(\.name)
                + unit.shapes.compactMap { shape in
                    shape.lifecycle.renamedFrom.map { TableName(shape.name.schema, $0) }
                })
        for view in views(of: name) where !wanted.contains(view) && !dropped.contains(view) && readsInternals(of: name, view) {
            dropped.insert(view)
            add(Change(.tableRemoved, view.name, "`\(view.name)` is removed", isBreaking: breaks(view, nil)))
        }
    }

    private func readsInternals(of name: String, _ view: TableName) -> Bool {
        let internals = SecretCells.tableNames(of: name).map { TableName(script.internalSchema, $0) }
        return published.readings.contains { $0.view == view && internals.contains($0.table) }
    }

    /// By their names: itself, its totals, and its totals by one of its groups.
    func views(of name: String) -> [TableName] {
        published.tables.values.filter { shape in
            let view = shape.name.name
            return shape.kind == .view && shape.name.schema == script.schema
                && (view == name || DerivedNames.isTotals(view, of: name))
        }.map(\.name).sorted { $0.name < $1.name }
    }
}
