import ImpactPlan

extension RunRecord {
    /// Ends the row of a run that came to nothing, or gives it one, on a connection of its own: the run's may be what broke. Where the ledger
    /// cannot be reached, the next run finds what is left of this one.
    func close(_ error: RunError, _ script: RunScript, _ request: RunRequest) {
        // One that another run kept out is no news of the data; a target that does not answer has no ledger either.
        guard id != nil || !isAtLock, id != nil || error.server != .target || error.sqlState != nil else { return }
        guard let target = try? Target.open(request.target, for: script) else { return }
        try? target.record(error, self, request)
    }
}

extension Target {
    fileprivate func record(_ error: RunError, _ record: RunRecord, _ request: RunRequest) throws(RunError) {
        // A standby that does not answer may be what the run failed for.
        try connection.execute("SET synchronous_commit = local", during: .writingTheLedger)
        let ending = [String(error.exitCode), error.server?.rawValue, error.sqlState]
        guard let id = record.id else {
            guard try exists(script.runTable) else { return }
            _ = try connection.rows(
                """
                INSERT INTO \(script.runTable) (
                    started_at, finished_at, as_of, rows_read, rows_written, rows_deleted, outcome, exit_code, failed_on, sql_state, version)
                VALUES (
                    clock_timestamp(), clock_timestamp(), $4::date, 0, 0, 0, '\(LedgerWords.failed)', $1::integer, $2, $3, $5)
                """, ending + [request.asOf, Release.version], during: .writingTheLedger)
            return
        }
        // What did commit, unknown to whoever sent it, stays published.
        _ = try connection.rows(
            """
            UPDATE \(script.runTable) SET
                outcome = '\(LedgerWords.failed)', finished_at = clock_timestamp(), exit_code = $1::integer, failed_on = $2, sql_state = $3
            WHERE id = $4::bigint AND outcome = '\(LedgerWords.running)'
            """, ending + [id], during: .writingTheLedger)
    }
}
