-- synchronization: How fresh the data is: a row for each published table, written by each synchronization. `impact.run` is the number of a run in the ledger.
DELETE FROM library.synchronization;

INSERT INTO library.synchronization (published_table, synchronized_at, data_as_of, row_count, has_changed, restored_at)
SELECT
    run_model.name,
    run.finished_at,
    run.snapshot_at,
    run_model.rows_published,
    run_model.has_changed,
    (SELECT max(undone.rolled_back_at) FROM library_internal.run AS undone WHERE undone.id > run.id)
FROM library_internal.run
JOIN library_internal.run_model ON run_model.run = run.id
WHERE run.id = current_setting('impact.run')::bigint;
