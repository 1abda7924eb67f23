-- analyseia: of the affected keys, rows that are gone or changed leave, and are kept for a rollback; new ones come.
CREATE TABLE IF NOT EXISTS impact_internal.analyseia_previous (LIKE impact.analyseia);

DELETE FROM impact_internal.analyseia_previous;

WITH replaced AS (
    DELETE FROM impact.analyseia AS published
    WHERE EXISTS (
        SELECT 1
        FROM impact_internal.analyseia_affected AS affected
        WHERE affected.impact_id = published.impact_id
    )
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.analyseia AS staged
            WHERE staged.impact_id = published.impact_id
                AND (
                    staged.ajoutee_le,
                    staged.modifiee_le,
                    staged.csrd,
                    staged.etat,
                    staged.nb_phrases,
                    staged.nb_phrases_pertinentes,
                    staged.entreprise_id
                ) IS NOT DISTINCT FROM (
                    published.ajoutee_le,
                    published.modifiee_le,
                    published.csrd,
                    published.etat,
                    published.nb_phrases,
                    published.nb_phrases_pertinentes,
                    published.entreprise_id
                )
        )
    RETURNING published.*
)
INSERT INTO impact_internal.analyseia_previous
SELECT * FROM replaced;

INSERT INTO impact.analyseia (
    impact_id,
    ajoutee_le,
    modifiee_le,
    csrd,
    etat,
    nb_phrases,
    nb_phrases_pertinentes,
    entreprise_id
)
SELECT
    staged.impact_id,
    staged.ajoutee_le,
    staged.modifiee_le,
    staged.csrd,
    staged.etat,
    staged.nb_phrases,
    staged.nb_phrases_pertinentes,
    staged.entreprise_id
FROM impact_internal.analyseia AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.analyseia AS published
    WHERE published.impact_id = staged.impact_id
)
ORDER BY staged.impact_id;
