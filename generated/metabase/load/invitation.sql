-- invitation: rows that are gone leave, new and changed ones come, the others are not touched.
DELETE FROM impact.invitation AS published
WHERE NOT EXISTS (
    SELECT 1
    FROM impact_internal.invitation AS staged
    WHERE staged.impact_id = published.impact_id
);

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
LEFT JOIN impact.invitation AS published ON published.impact_id = staged.impact_id
WHERE published.impact_id IS NULL
    OR (
        published.ajoutee_le,
        published.modifiee_le,
        published.role,
        published.date_acceptation,
        published.entreprise_id,
        published.inviteur_id
    ) IS DISTINCT FROM (
        staged.ajoutee_le,
        staged.modifiee_le,
        staged.role,
        staged.date_acceptation,
        staged.entreprise_id,
        staged.inviteur_id
    )
ORDER BY staged.impact_id
ON CONFLICT (impact_id) DO UPDATE SET
    ajoutee_le = excluded.ajoutee_le,
    modifiee_le = excluded.modifiee_le,
    role = excluded.role,
    date_acceptation = excluded.date_acceptation,
    entreprise_id = excluded.entreprise_id,
    inviteur_id = excluded.inviteur_id;
