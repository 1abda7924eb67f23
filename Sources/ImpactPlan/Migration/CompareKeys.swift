import PostgresSQL

extension ShapeComparison {
    mutating func compareKeys(_ survivor: Survivor) {
        let (found, wanted) = (survivor.found, survivor.wanted)
        let former = found.key?.columns.map { survivor.names[$0] ?? "" }
        guard former != wanted.key?.columns else {
            if let key = found.key { renameConstraint(key.name, to: wanted.key?.name, wanted) }
            return clear(survivor)
        }
        // The rows of a history stand: a group that had no value has none in its past.
        if wanted.kind == .history, former == nil { return }
        var steps: [MigrationStep] = []
        if let key = found.key { steps.append(MigrationStep(.dropKeys, wanted.name, .dropConstraint(key.name))) }
        if survivor.isCleared { steps.append(MigrationStep(.clear, .truncate(wanted.name))) }
        if let key = wanted.key { steps.append(MigrationStep(.addKeys, wanted.name, .addPrimaryKey(key.columns))) }
        let columns = wanted.key.map { $0.columns.map { "`\($0)`" }.joined(separator: ", ") }
        add(
            Change(
                .key, wanted.name.name,
                columns.map { "a row of `\(label(wanted.name))` is now told by \($0)" } ?? "`\(label(wanted.name))` has no key",
                isBreaking: wanted.name.schema == script.schema && former != nil && columns != nil, steps))
    }

    /// Where a column of the key has another type, the constraint stays and the rows go.
    private mutating func clear(_ survivor: Survivor) {
        guard survivor.isCleared else { return }
        let table = survivor.wanted.name
        add(
            Change(
                .key, table.name, "all rows of `\(label(table))` are loaded anew, since their key is of another type",
                [MigrationStep(.clear, .truncate(table))]))
    }

    /// What a history's rows are by cannot change under them.
    mutating func hasTheSameGroups(_ survivor: Survivor, _ added: [ColumnShape]) -> Bool {
        guard survivor.wanted.kind == .history else { return true }
        let wanted = survivor.wanted
        let come = added.map(\.name).filter(wanted.groups.contains)
        let gone = survivor.found.columns.filter { column in
            survivor.names[column.name] == nil
                && (survivor.found.key?.columns.contains(column.name) == true || PublishedType(column.type).family != .number)
        }.map(\.name)
        let become = survivor.found.key?.columns.compactMap { survivor.names[$0] }.filter { !wanted.groups.contains($0) } ?? []
        guard !(come + gone + become).isEmpty else { return true }
        obstacles.append(
            Obstacle(
                "`\(label(wanted.name))` is a history, and its past is by other groups: \((come + gone + become).map { "`\($0)`" }.joined(separator: ", "))",
                help: "give the new metric another name, and the past stays"))
        return false
    }

    // MARK: - Indexes

    /// Those that the compiler makes, by their names; others are somebody's, and stay.
    mutating func compareIndexes(_ survivor: Survivor) {
        let (found, wanted) = (survivor.found, survivor.wanted)
        for index in found.indexes where index.name == IndexShape(of: found.name.name, index.columns).name {
            let columns = index.columns.compactMap { survivor.names[$0] }
            guard columns.count == index.columns.count else { continue }
            guard let kept = wanted.indexes.first(where: { $0.columns == columns }) else {
                add(
                    Change(
                        .index, wanted.name.name, "`\(columns.joined(separator: ", "))` of `\(label(wanted.name))` has no index any longer",
                        [MigrationStep(.dropKeys, .dropIndex(TableName(wanted.name.schema, index.name)))]))
                continue
            }
            guard kept.name != index.name, kept.name.utf8.count <= 63 else { continue }
            attachToRenaming(wanted.name, MigrationStep(.rename, .renameIndex(TableName(wanted.name.schema, index.name), to: kept.name)))
        }
    }

    /// A name that says what a table was called would be in the way of the next one of that name.
    mutating func renameConstraint(_ name: String, to wanted: String?, _ table: TableShape) {
        guard let wanted, wanted != name, wanted.utf8.count <= 63 else { return }
        attachToRenaming(table.name, MigrationStep(.rename, table.name, .renameConstraint(name, to: wanted)))
    }

    private mutating func attachToRenaming(_ table: TableName, _ step: MigrationStep) {
        let kinds: [Change.Kind] = [.tableRenamed, .columnRenamed]
        if let index = changes.lastIndex(where: { $0.table == table.name && kinds.contains($0.kind) }) {
            changes[index].steps.append(step)
        } else {
            add(Change(.redefined, table.name, "a constraint or an index of `\(label(table))` is renamed", [step]))
        }
    }
}
