-- invitation: of the affected keys, rows that are gone or changed leave, and are kept for a rollback; new ones come.
CREATE TABLE IF NOT EXISTS impact_internal.invitation_previous (LIKE impact.invitation);

DELETE FROM impact_internal.invitation_previous;

WITH replaced AS (
    DELETE FROM impact.invitation AS published
    WHERE EXISTS (
        SELECT 1
        FROM impact_internal.invitation_affected AS affected
        WHERE affected.impact_id = published.impact_id
    )
        AND NOT EXISTS (
            SELECT 1
            FROM impact_internal.invitation AS staged
            WHERE staged.impact_id = published.impact_id
                AND (
                    staged.ajoutee_le,
                    staged.modifiee_le,
                    staged.role,
                    staged.date_acceptation,
                    staged.entreprise_id,
                    staged.inviteur_id
                ) IS NOT DISTINCT FROM (
                    published.ajoutee_le,
                    published.modifiee_le,
                    published.role,
                    published.date_acceptation,
                    published.entreprise_id,
                    published.inviteur_id
                )
        )
    RETURNING published.*
)
INSERT INTO impact_internal.invitation_previous
SELECT * FROM replaced;

INSERT INTO impact.invitation (
    impact_id,
    ajoutee_le,
    modifiee_le,
    role,
    date_acceptation,
    entreprise_id,
    inviteur_id
)
SELECT
    staged.impact_id,
    staged.ajoutee_le,
    staged.modifiee_le,
    staged.role,
    staged.date_acceptation,
    staged.entreprise_id,
    staged.inviteur_id
FROM impact_internal.invitation AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.invitation AS published
    WHERE published.impact_id = staged.impact_id
)
ORDER BY staged.impact_id;
