-- utilisateur: of the affected keys, rows that are gone or changed leave, and are kept for a rollback; new ones come.
CREATE TABLE IF NOT EXISTS impact_internal.utilisateur_previous (LIKE impact.utilisateur);

DELETE FROM impact_internal.utilisateur_previous;

WITH replaced AS (
    DELETE FROM impact.utilisateur AS published
    WHERE EXISTS (
        SELECT 1
        FROM impact_internal.utilisateur_affected AS affected
        WHERE affected.impact_id = published.impact_id
    )
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.utilisateur AS staged
            WHERE staged.impact_id = published.impact_id
                AND (
                    staged.ajoute_le,
                    staged.modifie_le,
                    staged.reception_actualites,
                    staged.email_confirme,
                    staged.connecte_le,
                    staged.nombre_entreprises,
                    staged.conseiller_rse
                ) IS NOT DISTINCT FROM (
                    published.ajoute_le,
                    published.modifie_le,
                    published.reception_actualites,
                    published.email_confirme,
                    published.connecte_le,
                    published.nombre_entreprises,
                    published.conseiller_rse
                )
        )
    RETURNING published.*
)
INSERT INTO impact_internal.utilisateur_previous
SELECT * FROM replaced;

INSERT INTO impact.utilisateur (
    impact_id,
    ajoute_le,
    modifie_le,
    reception_actualites,
    email_confirme,
    connecte_le,
    nombre_entreprises,
    conseiller_rse
)
SELECT
    staged.impact_id,
    staged.ajoute_le,
    staged.modifie_le,
    staged.reception_actualites,
    staged.email_confirme,
    staged.connecte_le,
    staged.nombre_entreprises,
    staged.conseiller_rse
FROM impact_internal.utilisateur AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.utilisateur AS published
    WHERE published.impact_id = staged.impact_id
)
ORDER BY staged.impact_id;
