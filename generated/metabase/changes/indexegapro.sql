-- indexegapro: of the affected keys, rows that are gone or changed leave, and are kept for a rollback; new ones come.
CREATE TABLE IF NOT EXISTS impact_internal.indexegapro_previous (LIKE impact.indexegapro);

DELETE FROM impact_internal.indexegapro_previous;

WITH replaced AS (
    DELETE FROM impact.indexegapro AS published
    WHERE EXISTS (
        SELECT 1
        FROM impact_internal.indexegapro_affected AS affected
        WHERE affected.entreprise_id = published.entreprise_id
    )
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.indexegapro AS staged
            WHERE staged.entreprise_id = published.entreprise_id
                AND (staged.est_soumise, staged.statut) IS NOT DISTINCT FROM (
                    published.est_soumise,
                    published.statut
                )
        )
    RETURNING published.*
)
INSERT INTO impact_internal.indexegapro_previous
SELECT * FROM replaced;

INSERT INTO impact.indexegapro (
    entreprise_id,
    est_soumise,
    statut
)
SELECT
    staged.entreprise_id,
    staged.est_soumise,
    staged.statut
FROM impact_internal.indexegapro AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.indexegapro AS published
    WHERE published.entreprise_id = staged.entreprise_id
)
ORDER BY staged.entreprise_id;
