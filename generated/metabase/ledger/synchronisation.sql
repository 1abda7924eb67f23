-- synchronisation: Fraîcheur des données : une ligne par table publiée, écrite à chaque synchronisation. `impact.run` is the number of a run in the ledger.
DELETE FROM impact.synchronisation;

INSERT INTO impact.synchronisation (table_publiee, synchronisee_le, donnees_du, lignes, a_change, retablie_le)
SELECT
    run_model.name,
    run.finished_at,
    run.snapshot_at,
    run_model.rows_published,
    run_model.has_changed,
    (SELECT max(undone.rolled_back_at) FROM impact_internal.run AS undone WHERE undone.id > run.id)
FROM impact_internal.run
JOIN impact_internal.run_model ON run_model.run = run.id
WHERE run.id = current_setting('impact.run')::bigint;
