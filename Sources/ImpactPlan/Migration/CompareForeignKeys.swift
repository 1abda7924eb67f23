import PostgresSQL

extension ShapeComparison {
    /// Once it is known what becomes of every table: a foreign key falls with what it is made of, and is checked anew after the load.
    mutating func compareForeignKeys() {
        for survivor in survivors {
            var kept: [ForeignKey] = []
            for old in survivor.found.foreignKeys {
                let key = renamed(old.key, survivor)
                let isWanted = key.map { wants($0, survivor) } ?? false
                guard let key, isWanted, stands(key, survivor) else {
                    drop(old, becoming: isWanted ? key : nil, survivor)
                    continue
                }
                kept.append(key)
                let name = ForeignKeyShape(of: survivor.wanted.name.name, key).name
                if survivor.isChanged, old.name == ForeignKeyShape(of: survivor.found.name.name, old.key).name {
                    renameConstraint(old.name, to: name, survivor.wanted)
                }
            }
            let remade = survivor.found.foreignKeys.compactMap { renamed($0.key, survivor) }
            for wanted in survivor.wanted.foreignKeys where !kept.contains(wanted.key) && !remade.contains(wanted.key) {
                addForeignKey(wanted.key, survivor)
            }
        }
    }

    /// By the names there are after the renaming; nil where a part of it leaves.
    private func renamed(_ key: ForeignKey, _ survivor: Survivor) -> ForeignKey? {
        let columns = key.columns.compactMap { survivor.names[$0] }
        guard columns.count == key.columns.count, let target = target(of: key, survivor) else { return nil }
        let references = key.references.compactMap { target.names[$0] }
        guard references.count == key.references.count else { return nil }
        return ForeignKey(columns: columns, table: target.wanted.name.name, references: references)
    }

    private func target(of key: ForeignKey, _ survivor: Survivor) -> Survivor? {
        survivors.first { $0.found.name == TableName(survivor.found.name.schema, key.table) }
    }

    /// Of a table whose file is as it was, all that is there.
    private func wants(_ key: ForeignKey, _ survivor: Survivor) -> Bool {
        !survivor.isChanged || survivor.wanted.foreignKeys.contains { $0.key == key }
    }

    private func stands(_ key: ForeignKey, _ survivor: Survivor) -> Bool {
        guard let target = survivors.first(where: { $0.wanted.name == TableName(survivor.wanted.name.schema, key.table) }) else {
            return false
        }
        let isKeyTheSame = target.wanted.key?.columns == target.found.key?.columns.map { target.names[$0] ?? "" }
        return isKeyTheSame && !target.isCleared && survivor.retyped.isDisjoint(with: key.columns)
            && target.retyped.isDisjoint(with: key.references)
    }

    private mutating func drop(_ old: ForeignKeyShape, becoming key: ForeignKey?, _ survivor: Survivor) {
        let table = survivor.wanted.name
        var steps = [MigrationStep(.dropForeignKeys, table, .dropConstraint(old.name))]
        if let key { steps.append(MigrationStep(.addForeignKeys, table, .addForeignKey(key))) }
        let columns = old.key.columns.map { survivor.names[$0] ?? $0 }.joined(separator: ", ")
        let words =
            key == nil
            ? "`\(table.name).\(columns)` no longer refers to `\(old.key.table)`"
            : "that `\(table.name).\(columns)` refers to `\(key?.table ?? "")` is checked anew"
        add(Change(.foreignKey, table.name, columns, words, steps))
    }

    private mutating func addForeignKey(_ key: ForeignKey, _ survivor: Survivor) {
        let table = survivor.wanted.name
        let columns = key.columns.joined(separator: ", ")
        add(
            Change(
                .foreignKey, table.name, columns, "`\(table.name).\(columns)` refers to `\(key.table)`",
                [MigrationStep(.addForeignKeys, table, .addForeignKey(key))]))
    }
}
