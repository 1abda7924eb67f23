import ImpactPlan

/// The ledger as anybody reads it who may, without the lock of a run.
struct Ledger: ~Copyable {
    let connection: Connection
    let schema: String

    private var run: String { quoted(schema + "_internal", "run") }

    /// - Throws: `.unavailable` where the ledger is of an older version, which knew neither outcomes nor positions.
    func exists() throws(RunError) -> Bool {
        try connection.isTrue("SELECT to_regclass($1) IS NOT NULL", [quoted(schema + "_internal", "run_model")], during: .readingTheLedger)
    }

    /// Whether a session holds the lock of `Target.lock`.
    func isLocked() throws(RunError) -> Bool {
        try connection.isTrue(
            """
            SELECT EXISTS (
                SELECT FROM pg_locks
                WHERE locktype = 'advisory' AND granted AND objsubid = 1
                  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                  AND (classid::bigint << 32 | objid::bigint) = hashtextextended($1, 0))
            """, ["impactc \(schema)"], during: .readingTheLedger)
    }

    func publication() throws(RunError) -> (age: Double?, asOf: String?, keepsPrevious: Bool) {
        let row = try connection.rows(
            """
            SELECT extract(epoch FROM clock_timestamp() - coalesce(snapshot_at, started_at)), coalesce(snapshot_at, started_at), keeps_previous
            FROM \(run) WHERE outcome = '\(LedgerWords.published)' ORDER BY id DESC LIMIT 1
            """, during: .readingTheLedger
        ).first
        return (row?[0].flatMap { Double($0) }, row?[1], row?[2] == "t")
    }

    /// One that is called running, and does not hold the lock, was interrupted.
    func runs(_ count: Int, isUnderWay: Bool) throws(RunError) -> [LedgerStatus.Run] {
        let rows = try connection.rows(
            """
            SELECT id, started_at, finished_at, as_of, outcome, exit_code, failed_on, sql_state,
                   extract(epoch FROM finished_at - started_at), rows_read, rows_written, rows_deleted, source_position, source_lag, version
            FROM \(run) ORDER BY id DESC LIMIT $1::bigint
            """, [String(count)], during: .readingTheLedger)
        return rows.map { row in
            let isLost = row[4] == LedgerWords.running && !isUnderWay
            return LedgerStatus.Run(
                id: int(row[0]) ?? 0, startedAt: row[1] ?? "", finishedAt: row[2], asOf: row[3] ?? "",
                outcome: isLost ? LedgerWords.interrupted : row[4] ?? "", exitCode: int(row[5]), failedOn: row[6], sqlState: row[7],
                seconds: row[8].flatMap { Double($0) }, rowsRead: int(row[9]) ?? 0, rowsWritten: int(row[10]) ?? 0,
                rowsDeleted: int(row[11]) ?? 0, sourcePosition: row[12], sourceLag: row[13].flatMap { Double($0) }, version: row[14])
        }
    }

    private func int(_ text: String?) -> Int? { text.flatMap { Int($0) } }
}
