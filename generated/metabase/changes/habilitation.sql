-- habilitation: of the affected keys, rows that are gone or changed leave, and are kept for a rollback; new ones come.
CREATE TABLE IF NOT EXISTS impact_internal.habilitation_previous (LIKE impact.habilitation);

DELETE FROM impact_internal.habilitation_previous;

WITH replaced AS (
    DELETE FROM impact.habilitation AS published
    WHERE EXISTS (
        SELECT 1
        FROM impact_internal.habilitation_affected AS affected
        WHERE affected.impact_id = published.impact_id
    )
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.habilitation AS staged
            WHERE staged.impact_id = published.impact_id
                AND (
                    staged.entreprise_id,
                    staged.utilisateur_id,
                    staged.ajoutee_le,
                    staged.modifiee_le,
                    staged.invitation_id
                ) IS NOT DISTINCT FROM (
                    published.entreprise_id,
                    published.utilisateur_id,
                    published.ajoutee_le,
                    published.modifiee_le,
                    published.invitation_id
                )
        )
    RETURNING published.*
)
INSERT INTO impact_internal.habilitation_previous
SELECT * FROM replaced;

INSERT INTO impact.habilitation (
    impact_id,
    entreprise_id,
    utilisateur_id,
    ajoutee_le,
    modifiee_le,
    invitation_id
)
SELECT
    staged.impact_id,
    staged.entreprise_id,
    staged.utilisateur_id,
    staged.ajoutee_le,
    staged.modifiee_le,
    staged.invitation_id
FROM impact_internal.habilitation AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.habilitation AS published
    WHERE published.impact_id = staged.impact_id
)
ORDER BY staged.impact_id;
