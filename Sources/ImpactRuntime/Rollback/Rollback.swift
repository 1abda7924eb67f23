import ImpactPlan

/// What a rollback did to one table.
package struct Restored: Sendable, Equatable {
    package let name: String
    /// Rows of the publication that is undone.
    package let withdrawn: Int
    /// Rows of the one before it.
    package let restored: Int
}

/// Puts back what was published before the last publication, in one transaction.
///
/// - Throws: `.data` where there is nothing to go back to, or the tables are no longer as the last publication left them; nothing is changed then.
package func rollback(_ script: RunScript, on url: String) throws(RunError) -> [Restored] {
    try script.requireOneServer()
    // Under a name of its own: `lock` ends sessions that bear the same.
    let target = try Target.open(url, for: script, .ofOneRun(patience: RunRequest.usualPatience))
    try target.lock()
    try target.connection.execute("BEGIN", during: .rollingBack)
    do {
        let restored = try target.withdraw(try target.lastPublication())
        try target.commit()
        return restored
    } catch {
        target.rollback()
        throw try target.explained(error)
    }
}

/// The same as SQL, which does it when it is executed. Nothing is changed.
///
/// - Throws: as `rollback` does.
package func rollbackSQL(_ script: RunScript, on url: String) throws(RunError) -> String {
    try script.requireOneServer()
    let target = try Target.open(url, for: script)
    let publication = try target.lastPublication()
    _ = try target.countReplaced(publication) + target.countFormer(publication)
    let texts = try target.steps(back: publication).map(\.text)
    return (["BEGIN;"] + texts + ["COMMIT;"]).joined(separator: "\n\n") + "\n"
}

extension Target {
    fileprivate func withdraw(_ publication: LastPublication) throws(RunError) -> [Restored] {
        let restored = try countReplaced(publication) + countFormer(publication)
        let steps = try steps(back: publication)
        // What alters tables waits for their readers, and not the other way round.
        if publication.isMigration {
            try exclusively { () throws(RunError) in try execute(steps) }
        } else {
            try execute(steps)
        }
        let kept = Dictionary(script.keptTables.map { ($0.name, $0.table) }) { first, _ in first }
        for table in restored where table.withdrawn + table.restored > 0 {
            if let name = kept[table.name]?.qualified, try exists(name) { try analyze(name) }
        }
        return restored
    }

    private func execute(_ steps: [RollbackStep]) throws(RunError) {
        for step in steps { try connection.execute(step.text, during: Step(step.doing, step.file)) }
    }
}

extension Step {
    static var rollingBack: Step { Step("rolling back") }
    static var readingTheLedger: Step { Step("reading the ledger") }
}

extension RunScript {
    /// - Throws: `.usage` where several servers share the rows, of which none is kept for this.
    fileprivate func requireOneServer() throws(RunError) {
        guard spread == nil else {
            throw RunError(
                .usage, "a publication whose rows several servers share is not rolled back",
                help: "run again from a source that is as it was, such as a restored copy")
        }
    }
}
