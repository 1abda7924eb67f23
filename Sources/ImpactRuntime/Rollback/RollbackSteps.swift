import ImpactPlan

/// A text of SQL that a rollback executes; nothing else is needed to execute it.
struct RollbackStep {
    let doing: String
    let text: String
    var file: ScriptFile?
}

extension Target {
    /// All that puts back what was published before, in its order, between BEGIN and COMMIT.
    func steps(back publication: LastPublication) throws(RunError) -> [RollbackStep] {
        let settings = "SET LOCAL impact.publication = '\(publication.transaction)';\nSET LOCAL impact.run = '\(publication.previous)';"
        return [RollbackStep(doing: "rolling back", text: settings)]
            + (publication.isMigration ? undoing(publication) : replacing) + [ending(publication)] + (try freshness(publication))
    }

    /// What the publication altered: as it noted then.
    private func undoing(_ publication: LastPublication) -> [RollbackStep] {
        let steps = publication.undo.map { statement in
            RollbackStep(doing: "putting back, by `\(statement.split(separator: "\n").first ?? "")`", text: statement)
        }
        let notes = "DELETE FROM \(script.undoTable);\nDELETE FROM \(script.formerTable);"
        return steps + [RollbackStep(doing: "forgetting how to roll back", text: notes)]
    }

    /// The rows that it replaced: as the generated files say.
    private var replacing: [RollbackStep] {
        script.keptTables.map { name, table in
            RollbackStep(doing: "putting back `\(name)`", text: table.rollback.text, file: table.rollback)
        } + [RollbackStep(doing: "checking the keys between the tables", text: "SET CONSTRAINTS ALL IMMEDIATE;")]
    }

    private func ending(_ publication: LastPublication) -> RollbackStep {
        RollbackStep(
            doing: "writing the ledger",
            text: """
                UPDATE \(script.runTable)
                SET outcome = '\(LedgerWords.rolledBack)', rolled_back_at = clock_timestamp(), keeps_previous = false
                WHERE id = \(publication.run);
                """)
    }

    /// Unless the table of freshness is another one then: it comes back as it was.
    private func freshness(_ publication: LastPublication) throws(RunError) -> [RollbackStep] {
        let name = script.synchronization.name
        let applied = publication.isMigration ? script.internalTable(FormerTable.former(of: "applied")) : script.appliedTable
        guard let table = script.synchronization.table, try exists(applied), try hasApplied(table, by: applied) else { return [] }
        let refresh = script.synchronization.refresh
        return [RollbackStep(doing: "writing `\(name)`", text: refresh.text, file: refresh)]
    }
}

extension Target {
    /// What somebody else's view or foreign key keeps from happening, with its name.
    func explained(_ error: RunError) throws(RunError) -> RunError {
        // Something depends on it; a table is referred to.
        guard ["2BP01", "0A000"].contains(error.sqlState) else { return error }
        let former = try lastPublication().former
        let shape = try publishedShape()
        let tables = shape.tables.keys.filter { name in former.contains { $0.published?.name == quoted(name.schema, name.name) } }
        let names = shape.hindrances(on: Set(tables), script)
        guard let first = names.first else { return error }
        let others = names.dropFirst().map { "\n       \($0)" }.joined()
        return RunError(
            .data, on: .target, sqlState: error.sqlState,
            "target: \(first), and no run made it\(others); nothing was rolled back",
            help: "drop it, roll back, and make it again if it still means something")
    }
}
