-- stats: Réglementations dont le statut est connu, et part à jour : une ligne par jour, conservée. The rows of one period; only what changed is written.
CREATE TABLE IF NOT EXISTS impact_internal.stats_previous (LIKE impact.stats);

DELETE FROM impact_internal.stats_previous;

CREATE UNLOGGED TABLE impact_internal.stats AS
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
) AS bges;

WITH replaced AS (
    DELETE FROM impact.stats AS published
    WHERE published.date = current_setting('impact.today')::date
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.stats AS staged
            WHERE staged.date = published.date
                AND (staged.reglementations_a_jour, staged.reglementations_statut_connu)
                    IS NOT DISTINCT FROM (published.reglementations_a_jour, published.reglementations_statut_connu)
        )
    RETURNING published.*
)
INSERT INTO impact_internal.stats_previous
SELECT * FROM replaced;

INSERT INTO impact.stats (
    date,
    reglementations_a_jour,
    reglementations_statut_connu
)
SELECT
    staged.date,
    staged.reglementations_a_jour,
    staged.reglementations_statut_connu
FROM impact_internal.stats AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.stats AS published
    WHERE published.date = staged.date
        AND (published.reglementations_a_jour, published.reglementations_statut_connu)
            IS NOT DISTINCT FROM (staged.reglementations_a_jour, staged.reglementations_statut_connu)
)
ORDER BY staged.date;

DROP TABLE impact_internal.stats;
