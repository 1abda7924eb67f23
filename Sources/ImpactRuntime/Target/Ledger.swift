extension Target {
    /// One row a run, in the transaction that publishes: a run that is not in the ledger published nothing.
    func recordRun(_ totals: RunTotals, asOf: String) throws(RunError) {
        _ = try connection.rows(
            """
            INSERT INTO \(script.runTable) (started_at, finished_at, as_of, rows_read, rows_written, rows_deleted)
            VALUES (transaction_timestamp(), clock_timestamp(), $1::date, $2::bigint, $3::bigint, $4::bigint)
            """,
            [asOf, String(totals.rowsRead), String(totals.rowsWritten), String(totals.rowsDeleted)],
            during: Step("writing the ledger"))
    }
}
