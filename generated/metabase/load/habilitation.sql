-- habilitation: rows that are gone leave, new and changed ones come, the others are not touched.
DELETE FROM impact.habilitation AS published
WHERE NOT EXISTS (
    SELECT 1
    FROM impact_internal.habilitation AS staged
    WHERE staged.impact_id = published.impact_id
);

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
LEFT JOIN impact.habilitation AS published ON published.impact_id = staged.impact_id
WHERE published.impact_id IS NULL
    OR (
        published.entreprise_id,
        published.utilisateur_id,
        published.ajoutee_le,
        published.modifiee_le,
        published.invitation_id
    ) IS DISTINCT FROM (
        staged.entreprise_id,
        staged.utilisateur_id,
        staged.ajoutee_le,
        staged.modifiee_le,
        staged.invitation_id
    )
ORDER BY staged.impact_id
ON CONFLICT (impact_id) DO UPDATE SET
    entreprise_id = excluded.entreprise_id,
    utilisateur_id = excluded.utilisateur_id,
    ajoutee_le = excluded.ajoutee_le,
    modifiee_le = excluded.modifiee_le,
    invitation_id = excluded.invitation_id;
