import PostgresSQL

extension ShapeComparison {
    /// `entreprise`, or with its schema what readers do not see.
    func label(_ table: TableName) -> String { table.schema == script.schema ? table.name : "\(table.schema).\(table.name)" }

    /// Of a table that stays.
    mutating func compareTables(_ found: TableShape, _ wanted: TableShape) {
        var survivor = Survivor(found: found, wanted: wanted, names: [:])
        var added: [ColumnShape] = []
        for column in wanted.columns {
            guard let old = counterpart(of: column, in: found, wanted) else { added.append(column); continue }
            survivor.names[old.name] = column.name
            if old.name != column.name { rename(old, to: column, survivor) }
            if old.type != column.type { survivor.retyped.insert(column.name) }
        }
        survivor.isCleared = isCleared(survivor)
        guard hasTheSameGroups(survivor, added) else { return }
        for column in wanted.columns {
            guard let old = found.columns.first(where: { survivor.names[$0.name] == column.name }) else { continue }
            if survivor.retyped.contains(column.name) { retype(old, to: column, survivor) }
            comparePresence(old, column, survivor)
        }
        for column in found.columns where survivor.names[column.name] == nil { remove(column, survivor) }
        for column in added { addColumn(column, survivor) }
        compareKeys(survivor)
        compareIndexes(survivor)
        survivors.append(survivor)
    }

    /// The column that holds its values so far.
    private mutating func counterpart(of column: ColumnShape, in found: TableShape, _ wanted: TableShape) -> ColumnShape? {
        let here = found.column(column.name)
        let former = column.lifecycle.renamedFrom.flatMap { found.column($0) }
        if let here, let former { reportBoth(former.name, here.name, in: label(wanted.name)) }
        return here ?? former
    }

    /// Where the key is another, no row is the row that it was.
    private func isCleared(_ survivor: Survivor) -> Bool {
        guard survivor.wanted.kind == .rows, let key = survivor.wanted.key?.columns else { return false }
        let former = survivor.found.key?.columns.map { survivor.names[$0] ?? "" }
        return former != key || key.contains { survivor.retyped.contains($0) }
    }

    // MARK: - Columns

    private mutating func rename(_ old: ColumnShape, to column: ColumnShape, _ survivor: Survivor) {
        var change = renaming(of: old.name, to: column.name, survivor.found, survivor.wanted)
        change.steps.append(MigrationStep(.rename, survivor.wanted.name, .renameColumn(old.name, to: column.name)))
        add(change)
    }

    func renaming(of old: String, to new: String, _ found: TableShape, _ wanted: TableShape) -> Change {
        Change(
            .columnRenamed, wanted.name.name, new, "`\(label(wanted.name)).\(old)` is renamed `\(new)`",
            isBreaking: breaks(found.name, old))
    }

    func removal(of column: String, _ found: TableShape, _ wanted: TableShape) -> Change {
        Change(
            .columnRemoved, wanted.name.name, column, "`\(label(wanted.name)).\(column)` is removed",
            isBreaking: breaks(found.name, column))
    }

    func retyping(of old: ColumnShape, to new: ColumnShape, _ wanted: TableShape) -> Change {
        let isBreaking = wanted.name.schema == script.schema && PublishedType(old.type).family != PublishedType(new.type).family
        return Change(
            .columnRetyped, wanted.name.name, new.name, "`\(label(wanted.name)).\(new.name)` becomes `\(new.type)`, and was `\(old.type)`",
            isBreaking: isBreaking)
    }

    private mutating func addColumn(_ column: ColumnShape, _ survivor: Survivor) {
        let table = survivor.wanted.name
        // Filled by the load first, unless no row is there or none can be without it.
        let isLater = column.isRequired && !survivor.isCleared
        var steps = [
            MigrationStep(.addColumns, table, .addColumn(TableColumn(column.name, column.type, isRequired: column.isRequired && !isLater)))
        ]
        if isLater, survivor.wanted.kind == .rows { steps.append(MigrationStep(.require, table, .setRequired(column.name))) }
        add(Change(.columnAdded, table.name, column.name, "`\(label(table)).\(column.name)` is added, `\(column.type)`", steps))
    }

    /// A history loses no column: what it computed stays, and nothing is added to it.
    private mutating func remove(_ column: ColumnShape, _ survivor: Survivor) {
        let (found, wanted) = (survivor.found, survivor.wanted)
        guard wanted.kind != .history else { return end(column, survivor) }
        lost[found.name, default: []].insert(column.name)
        var change = removal(of: column.name, found, wanted)
        change.steps.append(MigrationStep(.dropColumns, wanted.name, .dropColumn(column.name)))
        add(change)
    }

    private mutating func end(_ column: ColumnShape, _ survivor: Survivor) {
        let (found, wanted) = (survivor.found, survivor.wanted)
        let ends = found.name.schema == script.schema && !published.departures.contains { isEnd($0, of: column, found) }
        guard ends else { return }
        ended.append(PublishedShape.Departure(wanted.name.name, column.name, until: day, isEnd: true))
        add(
            Change(
                .columnEnded, wanted.name.name, column.name,
                "`\(wanted.name.name).\(column.name)` is no longer computed: its past stays, without a present",
                isBreaking: breaks(found.name, column.name)))
    }

    /// Noted by an earlier run; what was declared `@deprecated` until a later day is not.
    private func isEnd(_ departure: PublishedShape.Departure, of column: ColumnShape, _ found: TableShape) -> Bool {
        departure.table == found.name.name && departure.column == column.name && departure.isEnd
    }

    private mutating func retype(_ old: ColumnShape, to column: ColumnShape, _ survivor: Survivor) {
        let (found, wanted) = (survivor.found, survivor.wanted)
        let keepsValues = PublishedType(old.type).isKept(as: PublishedType(column.type))
        guard keepsValues || wanted.kind == .rows else {
            obstacles.append(
                Obstacle(
                    "`\(label(wanted.name)).\(column.name)` is of a history, and its past would not outlive becoming `\(column.type)`, as it is `\(old.type)`",
                    help: "give the new figure another name, and the past stays under this one"))
            return
        }
        lost[found.name, default: []].insert(old.name)
        var change = retyping(of: old, to: column, wanted)
        let isEmptied = !keepsValues && !survivor.isCleared
        if isEmptied, old.isRequired { change.steps.append(MigrationStep(.retype, wanted.name, .setOptional(column.name))) }
        change.steps.append(
            MigrationStep(
                .retype, wanted.name, .retype(column.name, to: column.type, keepsValues: keepsValues && !survivor.isCleared)))
        if isEmptied, old.isRequired, column.isRequired {
            change.steps.append(MigrationStep(.require, wanted.name, .setRequired(column.name)))
        }
        add(change)
    }

    private mutating func comparePresence(_ old: ColumnShape, _ column: ColumnShape, _ survivor: Survivor) {
        let table = survivor.wanted.name
        guard old.isRequired != column.isRequired else { return }
        if old.isRequired {
            add(
                Change(
                    .presence, table.name, column.name, "`\(label(table)).\(column.name)` may be absent",
                    [MigrationStep(.retype, table, .setOptional(column.name))]))
        } else if survivor.wanted.kind == .rows {
            add(
                Change(
                    .presence, table.name, column.name, "`\(label(table)).\(column.name)` is never absent",
                    [MigrationStep(.require, table, .setRequired(column.name))]))
        }
    }
}
