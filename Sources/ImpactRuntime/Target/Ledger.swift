import ImpactPlan

/// What the ledger knows of a run while it goes, attempts included.
struct RunRecord: Sendable {
    /// Its number, once it has a row.
    var id: String?
    /// Whether it came to the lock: one that another run keeps out has no row.
    var isAtLock = false
    var kind: ServerKind?
    /// The major version of the server that is read: `15`.
    var version: Int?
    /// Which of its states is read.
    var position: SourcePosition?
}

extension Target {
    /// Gives the run its row, in a transaction of its own, so that a run that is killed leaves a trace. For whoever holds the lock: what is
    /// still called running then was interrupted.
    func beginRecord(_ record: inout RunRecord, _ request: RunRequest) throws(RunError) {
        guard record.id == nil else { return }
        let step = Step.writingTheLedger
        // That a run begins is worth no wait for a synchronous standby.
        try connection.execute("BEGIN; SET LOCAL synchronous_commit = local", during: step)
        do {
            try prepareSchemas()
            try closeInterrupted()
            record.id = try connection.value(
                """
                INSERT INTO \(script.runTable)
                    (started_at, as_of, rows_read, rows_written, rows_deleted, outcome, version, digest)
                VALUES (clock_timestamp(), $1::date, 0, 0, 0, '\(LedgerWords.running)', $2, encode(sha256(convert_to($3, 'UTF8')), 'hex'))
                RETURNING id
                """, [request.asOf, Release.version, script.text], during: step)
            try connection.execute("COMMIT", during: step)
        } catch {
            rollback()
            record.id = nil
            throw error
        }
    }

    /// Ends the row of the run, in the transaction that publishes.
    func recordPublication(_ publication: PublicationRecord, _ record: RunRecord) throws(RunError) {
        let step = Step.writingTheLedger
        // What earlier ones kept is gone.
        try connection.execute("UPDATE \(script.runTable) SET keeps_previous = false WHERE keeps_previous", during: step)
        _ = try connection.rows(
            """
            UPDATE \(script.runTable) SET
                outcome = '\(LedgerWords.published)', finished_at = clock_timestamp(), exit_code = 0,
                rows_read = $2::bigint, rows_written = $3::bigint, rows_deleted = $4::bigint, rows_unchanged = $5::bigint,
                source_kind = $6, source_version = $7::integer, source_position = $8, source_lag = $9::double precision,
                snapshot_at = $10::timestamptz - coalesce($9::double precision, 0) * interval '1 second', publication = pg_current_xact_id()::xid::text, keeps_previous = $11::boolean
            WHERE id = $1::bigint
            """,
            [
                record.id, String(publication.sum(\.rowsRead)), String(publication.sum(\.written)), String(publication.sum(\.deleted)),
                String(publication.sum(\.unchanged)), record.kind?.rawValue, record.version.map { String($0) }, record.position?.lsn,
                record.position?.lag.map { String($0) }, record.position?.time, publication.keepsPrevious ? "t" : "f",
            ], during: step)
        if !publication.tables.isEmpty { try self.record(publication, record) }
        try forgetPreviousUnlessWhole(record)
        try refreshSynchronization(run: record.id)
    }

    /// What is there now, less what was written, with what was kept, is as much as there was: otherwise a table was emptied or made anew on the way.
    private func forgetPreviousUnlessWhole(_ record: RunRecord) throws(RunError) {
        _ = try connection.rows(
            """
            UPDATE \(script.runTable) AS run SET keeps_previous = false
            FROM \(script.runModelTable) AS now
            LEFT JOIN \(script.runModelTable) AS before ON before.name = now.name AND before.run = (
                SELECT max(id) FROM \(script.runTable) WHERE outcome = '\(LedgerWords.published)' AND id < $1::bigint)
            WHERE run.id = $1::bigint AND now.run = run.id AND now.rows_kept IS NOT NULL
              AND (before.run IS NULL OR now.rows_published - now.rows_written + now.rows_kept <> before.rows_published)
            """, [record.id], during: .writingTheLedger)
    }

    private func record(_ publication: PublicationRecord, _ record: RunRecord) throws(RunError) {
        let rows = publication.tables.map { [$0.name] + $0.figures(isUndone: publication.undone.contains($0.name)) + [$0.text] }
        let columns = (rows.first ?? []).indices.map { column in textArray(rows.map { $0[column] }) }
        _ = try connection.rows(
            """
            INSERT INTO \(script.runModelTable) (
                run, name, rows_read, rows_written, rows_unchanged, rows_deleted, rows_withheld, rows_published, rows_kept, has_changed,
                read_seconds, load_seconds, digest)
            SELECT
                $1::bigint, name, rows_read, rows_written, rows_unchanged, rows_deleted, rows_withheld, rows_published, rows_kept, has_changed,
                read_seconds, load_seconds, encode(sha256(convert_to(text, 'UTF8')), 'hex')
            FROM unnest(
                $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[], $10::boolean[],
                $11::double precision[], $12::double precision[], $13::text[]
            ) AS given (
                name, rows_read, rows_written, rows_unchanged, rows_deleted, rows_withheld, rows_published, rows_kept, has_changed,
                read_seconds, load_seconds, text)
            """, [record.id] + columns, during: .writingTheLedger)
    }

    /// Tells everyone how fresh the tables of that run are.
    func refreshSynchronization(run: String?) throws(RunError) {
        _ = try connection.rows("SELECT set_config('impact.run', $1, true)", [run], during: .writingTheLedger)
        try execute(script.synchronization.refresh, "writing `\(script.synchronization.name)`")
    }

    /// Rows of long ago go, and those beyond a number; what is published now keeps its own.
    private func closeInterrupted() throws(RunError) {
        try connection.execute(
            """
            UPDATE \(script.runTable) SET outcome = '\(LedgerWords.interrupted)', finished_at = clock_timestamp()
            WHERE outcome = '\(LedgerWords.running)';
            WITH outdated AS (
                SELECT id FROM \(script.runTable)
                WHERE (started_at < now() - interval '\(Self.keptDays) days'
                       OR id <= (SELECT max(id) FROM \(script.runTable)) - \(Self.keptRuns))
                  AND id < (SELECT max(id) FROM \(script.runTable) WHERE outcome = '\(LedgerWords.published)')
            ), tables AS (DELETE FROM \(script.runModelTable) WHERE run IN (SELECT id FROM outdated))
            DELETE FROM \(script.runTable) WHERE id IN (SELECT id FROM outdated)
            """, during: .writingTheLedger)
    }

    private static var keptDays: Int { 400 }
    private static var keptRuns: Int { 10_000 }
}

extension Step {
    static var writingTheLedger: Step { Step("writing the ledger") }
}
