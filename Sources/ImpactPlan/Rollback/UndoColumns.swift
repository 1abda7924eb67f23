import PostgresSQL

extension Undo.Pair {
    /// How many columns stand where they stood, under whatever name. PostgreSQL adds at the end: to stand where it stood, what comes after
    /// a column that is gone leaves too, and comes again.
    private var standing: Int { zip(before.columns, after.columns).prefix { $0.number == $1.number }.count }

    /// The numbers of columns that leave, or are gone.
    var leaving: Set<Int> {
        guard isWhole else { return [] }
        return Set(after.columns[standing...].map(\.number) + before.columns[standing...].map(\.number))
    }

    /// Of an emptied table.
    var alterations: [Statement] {
        let table = before.name
        let stay = zip(before.columns, after.columns).prefix(standing)
        let steps: [TableAlteration] =
            after.columns[standing...].map { .dropColumn($0.name) }
            + stay.filter { $0.name != $1.name }.map { .renameColumn($1.name, to: $0.name) }
            + stay.filter { $0.type != $1.type }.map { old, _ in .retype(old.name, to: old.type, keepsValues: false) }
            + stay.filter { $0.isRequired != $1.isRequired }
            .map { old, _ in old.isRequired ? .setRequired(old.name) : .setOptional(old.name) }
            + before.columns[standing...].map { .addColumn($0.declaration) }
        return [.truncate(table)] + steps.map { .alterTable(table, $0) }
    }
}
