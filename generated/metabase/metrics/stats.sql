-- stats: Réglementations dont le statut est connu, et part à jour : une ligne par jour, conservée. One row per period, written again only where it differs.
INSERT INTO impact.stats AS kept (date, reglementations_a_jour, reglementations_statut_connu)
SELECT
    current_setting('impact.today')::date AS date,
    (bdese.reglementations_a_jour + indexegapro.reglementations_a_jour + bges.reglementations_a_jour)::bigint AS reglementations_a_jour,
    (
        bdese.reglementations_statut_connu + indexegapro.reglementations_statut_connu
            + bges.reglementations_statut_connu
    )::bigint AS reglementations_statut_connu
FROM (
    SELECT
        count(*) FILTER (WHERE bdese.statut = 'A JOUR') AS reglementations_a_jour,
        count(*) FILTER (WHERE bdese.statut IS NOT NULL) AS reglementations_statut_connu
    FROM impact.bdese
) AS bdese
CROSS JOIN (
    SELECT
        count(*) FILTER (WHERE indexegapro.statut = 'A JOUR') AS reglementations_a_jour,
        count(*) FILTER (WHERE indexegapro.statut IS NOT NULL) AS reglementations_statut_connu
    FROM impact.indexegapro
) AS indexegapro
CROSS JOIN (
    SELECT
        count(*) FILTER (WHERE bges.statut = 'A JOUR') AS reglementations_a_jour,
        count(*) FILTER (WHERE bges.statut IS NOT NULL) AS reglementations_statut_connu
    FROM impact.bges
) AS bges
ON CONFLICT (date) DO UPDATE SET
    reglementations_a_jour = excluded.reglementations_a_jour,
    reglementations_statut_connu = excluded.reglementations_statut_connu
WHERE (kept.reglementations_a_jour, kept.reglementations_statut_connu)
        IS DISTINCT FROM (excluded.reglementations_a_jour, excluded.reglementations_statut_connu);
