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
    // Under a name of its own: `lock` ends sessions that bear the same.
    let target = try Target.open(url, for: script, .ofOneRun(patience: RunRequest.usualPatience))
    try target.lock()
    try target.connection.execute("BEGIN", during: .rollingBack)
    do {
        let publication = try target.lastPublication()
        let restored = try target.withdraw(publication)
        try target.commit()
        return restored
    } catch {
        target.rollback()
        throw error
    }
}

/// A publication that can be undone.
private struct Publication {
    let run: String
    /// The transaction that wrote it.
    let transaction: String
    /// The one that readers see again.
    let previous: String
    /// By table: the rows it wrote, and those of the previous one that it replaced.
    let tables: [String: (written: Int, kept: Int)]
}

extension Target {
    fileprivate func withdraw(_ publication: Publication) throws(RunError) -> [Restored] {
        try requireSameTables(publication)
        _ = try connection.rows(
            "SELECT set_config('impact.publication', $1, true)", [publication.transaction], during: .rollingBack)
        var all: [Restored] = []
        for (name, table) in script.keptTables { all.append(try restore(name, table, publication)) }
        try checkConstraints()
        for (restored, kept) in zip(all, script.keptTables) where restored.withdrawn + restored.restored > 0 {
            try analyze(kept.table.qualified)
        }
        _ = try connection.rows(
            """
            UPDATE \(script.runTable) SET outcome = '\(LedgerWords.rolledBack)', rolled_back_at = clock_timestamp(), keeps_previous = false
            WHERE id = $1::bigint
            """, [publication.run], during: .writingTheLedger)
        try refreshSynchronization(run: publication.previous)
        return all
    }

    private func restore(_ name: String, _ table: KeptTable, _ publication: Publication) throws(RunError) -> Restored {
        let counted = try connection.rows(
            """
            SELECT (SELECT count(*) FROM \(table.qualified) WHERE xmin = $1::xid), (SELECT count(*) FROM \(table.qualifiedPrevious))
            """, [publication.transaction], during: .rollingBack
        ).first?.map { $0.flatMap { Int($0) } }
        guard let expected = publication.tables[name], counted == [expected.written, expected.kept] else {
            throw RunError(
                .data, on: .target,
                "target: the rows of `\(name)` are not those that the last publication wrote and replaced; nothing was rolled back",
                help: "somebody wrote to it since, or the database was restored from a dump; \(Self.anotherWay)")
        }
        try execute(table.rollback, "putting back `\(name)`")
        return Restored(name: name, withdrawn: expected.written, restored: expected.kept)
    }

    private func requireSameTables(_ publication: Publication) throws(RunError) {
        guard Set(script.keptTables.map(\.name)) == Set(publication.tables.keys) else {
            throw RunError(
                .data, on: .target, "target: what is published is not what `models.dsl` declares; nothing was rolled back",
                help: "roll back with the models of the last publication")
        }
    }
}

// MARK: - What there is to go back to

extension Target {
    fileprivate func lastPublication() throws(RunError) -> Publication {
        let last = try ledgerRows(
            """
            SELECT id, publication, keeps_previous,
                   EXISTS (SELECT FROM \(script.runTable) AS undone WHERE undone.outcome = '\(LedgerWords.rolledBack)' AND undone.id > run.id)
            FROM \(script.runTable) AS run WHERE outcome = '\(LedgerWords.published)' ORDER BY id DESC LIMIT 2
            """)
        guard let row = last.first, let run = row[0] else { throw nothing("nothing is published", help: nil) }
        guard row[2] == "t", let transaction = row[1], last.count == 2, let previous = last[1][0] else {
            throw row[3] == "t"
                ? nothing("the last publication was rolled back already, and of those before it no rows are kept", help: Self.anotherWay)
                : nothing(
                    "the last publication was the first, or it made tables anew, whose rows of before are not kept",
                    help: Self.anotherWay)
        }
        return Publication(run: run, transaction: transaction, previous: previous, tables: try tables(of: run))
    }

    private static var anotherWay: String { "run with the models that were published before" }

    private func nothing(_ why: String, help: String?) -> RunError {
        RunError(.data, on: .target, "target: there is nothing to roll back to: \(why)", help: help)
    }

    private func tables(of run: String) throws(RunError) -> [String: (written: Int, kept: Int)] {
        let rows = try connection.rows(
            "SELECT name, rows_written, rows_kept FROM \(script.runModelTable) WHERE run = $1::bigint AND rows_kept IS NOT NULL", [run],
            during: .readingTheLedger)
        return Dictionary(
            rows.map { ($0[0] ?? "", (Int($0[1] ?? "") ?? 0, Int($0[2] ?? "") ?? 0)) }, uniquingKeysWith: { first, _ in first })
    }

    private func ledgerRows(_ sql: String) throws(RunError) -> [[String?]] {
        guard try hasLedger() else { return [] }
        return try connection.rows(sql, during: .readingTheLedger)
    }

    /// Before the first run there is none, and an older version's says less.
    func hasLedger() throws(RunError) -> Bool { try exists(script.runModelTable) }
}

extension Step {
    static var rollingBack: Step { Step("rolling back") }
    static var readingTheLedger: Step { Step("reading the ledger") }
}
