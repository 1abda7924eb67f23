-- indexegapro: rows that are gone leave, new and changed ones come, the others are not touched.
DELETE FROM impact.indexegapro AS published
WHERE NOT EXISTS (
    SELECT 1
    FROM impact_internal.indexegapro AS staged
    WHERE staged.entreprise_id = published.entreprise_id
);

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
LEFT JOIN impact.indexegapro AS published ON published.entreprise_id = staged.entreprise_id
WHERE published.entreprise_id IS NULL
    OR (published.est_soumise, published.statut) IS DISTINCT FROM (staged.est_soumise, staged.statut)
ORDER BY staged.entreprise_id
ON CONFLICT (entreprise_id) DO UPDATE SET
    est_soumise = excluded.est_soumise,
    statut = excluded.statut;
