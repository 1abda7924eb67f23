-- utilisateur: rows that are gone leave, new and changed ones come, the others are not touched.
DELETE FROM impact.utilisateur AS published
WHERE NOT EXISTS (
    SELECT 1
    FROM impact_internal.utilisateur AS staged
    WHERE staged.impact_id = published.impact_id
);

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
LEFT JOIN impact.utilisateur AS published ON published.impact_id = staged.impact_id
WHERE published.impact_id IS NULL
    OR (
        published.ajoute_le,
        published.modifie_le,
        published.reception_actualites,
        published.email_confirme,
        published.connecte_le,
        published.nombre_entreprises,
        published.conseiller_rse
    ) IS DISTINCT FROM (
        staged.ajoute_le,
        staged.modifie_le,
        staged.reception_actualites,
        staged.email_confirme,
        staged.connecte_le,
        staged.nombre_entreprises,
        staged.conseiller_rse
    )
ORDER BY staged.impact_id
ON CONFLICT (impact_id) DO UPDATE SET
    ajoute_le = excluded.ajoute_le,
    modifie_le = excluded.modifie_le,
    reception_actualites = excluded.reception_actualites,
    email_confirme = excluded.email_confirme,
    connecte_le = excluded.connecte_le,
    nombre_entreprises = excluded.nombre_entreprises,
    conseiller_rse = excluded.conseiller_rse;
