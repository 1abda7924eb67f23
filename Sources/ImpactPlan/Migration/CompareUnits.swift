import PostgresSQL

extension ShapeComparison {
    mutating func compareUnits() {
        for unit in units {
            guard isChanged(unit) else {
                for shape in unit.shapes where shape.kind != .view { keep(shape) }
                continue
            }
            let told = changes.count
            for shape in unit.shapes { compare(shape, of: unit) }
            dropInternalTables(of: unit)
            define(unit, isToldAlready: changes.count > told)
        }
    }

    /// Nothing of it changes but, maybe, what it refers to.
    private mutating func keep(_ shape: TableShape) {
        guard let found = published.tables[shape.name] else { return }
        let names = Dictionary(found.columns.map { ($0.name, $0.name) }) { first, _ in first }
        survivors.append(Survivor(found: found, wanted: shape, names: names, isChanged: false))
    }

    private mutating func compare(_ wanted: TableShape, of unit: MigrationUnit) {
        let here = published.tables[wanted.name]
        let formerName = wanted.lifecycle.renamedFrom.map { TableName(wanted.name.schema, $0) }
        let former = formerName.flatMap { published.tables[$0] }
        if let here, let former { return reportBoth(former.name.name, here.name.name, in: wanted.name.schema) }
        guard let found = here ?? former else {
            if wanted.name.schema == script.schema { add(Change(.tableAdded, wanted.name.name, "`\(wanted.name.name)` is published")) }
            return
        }
        guard keepsItsPast(wanted, found, unit) else { return }
        if former != nil { rename(found, to: wanted) }
        if wanted.kind == .view || found.kind == .view { return replace(found, by: wanted) }
        guard !isAnothersInternal(found, unit) else { return dropTable(found.name) }
        compareTables(found, wanted)
    }

    /// Of a metric that was none with a history: what is behind it is nothing but its last state.
    private func isAnothersInternal(_ found: TableShape, _ unit: MigrationUnit) -> Bool {
        found.name.schema == script.internalSchema && !wasHistory(unit.formerNameThatIsThere(in: published, script.schema))
    }

    private mutating func rename(_ found: TableShape, to wanted: TableShape) {
        let isTable = wanted.kind != .view && found.kind != .view
        add(
            Change(
                .tableRenamed, wanted.name.name, "`\(label(found.name))` is renamed `\(wanted.name.name)`",
                isBreaking: breaks(found.name, nil),
                isTable ? [MigrationStep(.rename, found.name, .rename(to: wanted.name.name))] : []))
    }

    /// A view is not altered: its columns are compared for what readers miss.
    private mutating func replace(_ found: TableShape, by wanted: TableShape) {
        for column in wanted.columns { compareShown(column, found, wanted) }
        let kept = Set(wanted.columns.flatMap { [$0.name, $0.lifecycle.renamedFrom].compactMap { $0 } })
        for column in found.columns where !kept.contains(column.name) { add(removal(of: column.name, found, wanted)) }
        dropped.insert(found.name)
        if found.kind != .view {
            add(Change(.redefined, wanted.name.name, "`\(wanted.name.name)` becomes a view", [dropStep(found.name)]))
        }
    }

    private mutating func compareShown(_ column: ColumnShape, _ found: TableShape, _ wanted: TableShape) {
        let table = wanted.name.name
        guard let old = found.column(column.name) else {
            guard let former = column.lifecycle.renamedFrom, found.column(former) != nil else {
                return add(Change(.columnAdded, table, column.name, "`\(table).\(column.name)` is added, `\(column.type)`"))
            }
            return add(renaming(of: former, to: column.name, found, wanted))
        }
        guard old.type != column.type else { return }
        add(retyping(of: old, to: column, wanted))
    }

    // MARK: - Whole tables

    private mutating func dropInternalTables(of unit: MigrationUnit) {
        // Of a metric that hid small figures, and maybe no longer does.
        let former = [unit.name, unit.formerName].compactMap { $0 }.flatMap { SecretCells.tableNames(of: $0) }
            .map { TableName(script.internalSchema, $0) }
        let kept = Set(unit.shapes.map(\.name) + survivors.map(\.found.name))
        for name in unit.internalTables + former where published.tables[name] != nil && !kept.contains(name) && !dropped.contains(name) {
            dropTable(name)
        }
    }

    private mutating func dropTable(_ name: TableName) {
        dropped.insert(name)
        add(Change(.redefined, name.name, "`\(name.schema).\(name.name)`, which readers do not see, is made anew", [dropStep(name)]))
    }

    func dropStep(_ name: TableName) -> MigrationStep { MigrationStep(.dropTables, .dropTable(name)) }

    private mutating func define(_ unit: MigrationUnit, isToldAlready: Bool) {
        let step = MigrationStep(.define, .file(unit.file))
        let isNew = unit.shapes.allSatisfy { published.tables[$0.name] == nil }
        if isNew, isToldAlready, let last = changes.lastIndex(where: { $0.kind == .tableAdded || $0.kind == .tableRenamed }) {
            return changes[last].steps.append(step)
        }
        add(Change(.redefined, unit.name, "`\(unit.name)` is described anew", [step]))
    }

    // MARK: - What cannot be

    /// The figures of a history are nowhere else.
    private mutating func keepsItsPast(_ wanted: TableShape, _ found: TableShape, _ unit: MigrationUnit) -> Bool {
        guard wasHistory(unit.formerNameThatIsThere(in: published, script.schema)), wanted.name.schema == script.schema else { return true }
        let name = wanted.name.name
        let fact: String
        switch (unit.isHistory, wanted.kind == .view, found.kind == .view) {
        case (false, _, _): fact = "`\(name)` is a history, and the models now declare what is computed anew"
        case (true, true, false): fact = "`\(name)` is a history that shows all its figures, and the models now hide small ones"
        case (true, false, true): fact = "`\(name)` is a history that hides small figures, and the models now show them all"
        default: return true
        }
        obstacles.append(Obstacle(fact, help: "give the new one another name, and the past stays"))
        return false
    }

    mutating func reportBoth(_ old: String, _ new: String, in place: String) {
        obstacles.append(
            Obstacle(
                "`\(place)` has both `\(old)` and `\(new)`, so neither is renamed",
                help: "remove `@renamed`: what `\(old)` holds is then no part of `\(new)`"))
    }
}

extension MigrationUnit {
    /// The name that its rows are published by so far.
    func formerNameThatIsThere(in published: PublishedShape, _ schema: String) -> String {
        guard let formerName, published.tables[TableName(schema, name)] == nil,
            published.tables[TableName(schema, formerName)] != nil
        else { return name }
        return formerName
    }
}
