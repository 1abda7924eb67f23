import ImpactPlan

/// A publication that can be undone.
struct LastPublication {
    let run: String
    /// The transaction that wrote it.
    let transaction: String
    /// The one that readers see again.
    let previous: String
    /// By table: the rows it wrote, and those of the previous one that it replaced. Without those that are put back whole.
    let tables: [String: (written: Int, kept: Int)]
    /// What it altered.
    let former: [Former]
    /// What puts that back, where it altered something.
    let undo: [String]

    var isMigration: Bool { !undo.isEmpty }

    /// A table that was kept whole.
    struct Former {
        /// `companies_former`
        let name: String
        let rows: Int
        /// What became of it, as it is written in SQL, with its rows then; nil where it was dropped.
        let published: (name: String, rows: Int)?
    }
}

extension Target {
    func lastPublication() throws(RunError) -> LastPublication {
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
                : nothing("the last publication was the first, or found a table emptied by somebody", help: Self.anotherWay)
        }
        return LastPublication(
            run: run, transaction: transaction, previous: previous, tables: try tables(of: run), former: try former(), undo: try undo())
    }

    static var anotherWay: String { "run with the models that were published before" }

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

    private func former() throws(RunError) -> [LastPublication.Former] {
        guard try exists(script.formerTable) else { return [] }
        return try connection.rows(
            "SELECT name, row_count, published_as, published_count FROM \(script.formerTable) ORDER BY name", during: .readingTheLedger
        ).map { row in
            LastPublication.Former(
                name: row[0] ?? "", rows: Int(row[1] ?? "") ?? 0, published: row[2].map { ($0, Int(row[3] ?? "") ?? 0) })
        }
    }

    /// Without what is about roles that are gone.
    private func undo() throws(RunError) -> [String] {
        guard try exists(script.undoTable) else { return [] }
        return try connection.rows(
            """
            SELECT statement FROM \(script.undoTable)
            WHERE role IS NULL OR EXISTS (SELECT FROM pg_roles WHERE rolname = role) ORDER BY place
            """, during: .readingTheLedger
        ).compactMap { $0[0] }
    }

    private func ledgerRows(_ sql: String) throws(RunError) -> [[String?]] {
        guard try hasLedger() else { return [] }
        return try connection.rows(sql, during: .readingTheLedger)
    }

    /// Before the first run there is none, and an older version's says less.
    func hasLedger() throws(RunError) -> Bool { try exists(script.runModelTable) }
}
