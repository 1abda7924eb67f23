import PostgresSQL

/// Comments and rights: all of what is made again, and of what stays, those that are others.
extension Undo {
    /// What is made again.
    private var made: [PublishedState.Relation] { removed.filter { !$0.isView } + comingViews }

    /// What stays, and is no view that is made again.
    private var kept: [Pair] {
        let made = Set(comingViews.map(\.id))
        return pairs.filter { !made.contains($0.before.id) }
    }

    // MARK: - Comments

    var comments: [Statement] {
        made.flatMap { relation in
            comment(on: relation, unless: "") + relation.columns.flatMap { comment(on: $0, of: relation, unless: "") }
        }
            + kept.flatMap { pair in
                comment(on: pair.before, unless: pair.after.comment)
                    + pair.before.columns.flatMap { column in
                        comment(
                            on: column, of: pair.before,
                            unless: pair.leaving.contains(column.number) ? "" : pair.after.column(column.number)?.comment ?? "")
                    }
            }
    }

    /// To PostgreSQL an empty comment is none.
    private func comment(on relation: PublishedState.Relation, unless comment: String) -> [Statement] {
        guard relation.comment != comment else { return [] }
        return [
            relation.isView
                ? .commentOnView(relation.name, relation.comment)
                : .commentOnTable(schema: relation.name.schema, table: relation.name.name, relation.comment)
        ]
    }

    private func comment(
        on column: PublishedState.Column, of relation: PublishedState.Relation, unless comment: String
    ) -> [Statement] {
        guard column.comment != comment else { return [] }
        return [.commentOnColumn(schema: relation.name.schema, table: relation.name.name, column: column.name, column.comment)]
    }

    // MARK: - Rights

    var rights: [UndoStep] {
        made.flatMap { steps($0.rights, on: $0, isGrant: true) }
            + kept.flatMap { pair in
                let standing = pair.after.rights.filter { right in right.column.map { !pair.leaving.contains($0) } ?? true }
                let (wanted, there) = (Set(pair.before.rights), Set(standing))
                return steps(standing.filter { !wanted.contains($0) }, on: pair.before, isGrant: false)
                    + steps(pair.before.rights.filter { !there.contains($0) }, on: pair.before, isGrant: true)
            }
    }

    /// Rights of one role on one thing are one statement.
    private func steps(
        _ rights: [PublishedState.Right], on relation: PublishedState.Relation, isGrant: Bool
    ) -> [UndoStep] {
        var groups: [(of: PublishedState.Right, privileges: [String])] = []
        for right in rights {
            if let index = groups.firstIndex(where: { $0.of.isAlike(right) }) {
                groups[index].privileges.append(right.privilege)
            } else {
                groups.append((right, [right.privilege]))
            }
        }
        return groups.map { right, privileges in
            let column = right.column.flatMap { relation.column($0)?.name }
            let rights = UndoStatement.Rights(privileges, column: column, isGrantable: right.isGrantable)
            let statement: UndoStatement =
                isGrant ? .grant(rights, on: relation.name, to: right.role) : .revoke(rights, on: relation.name, from: right.role)
            return UndoStep(.undo(statement), role: right.role)
        }
    }
}

extension PublishedState.Right {
    fileprivate func isAlike(_ other: Self) -> Bool {
        role == other.role && column == other.column && isGrantable == other.isGrantable
    }
}
