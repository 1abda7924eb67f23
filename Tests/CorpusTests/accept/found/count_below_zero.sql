-- entreprises: Moins de zéro caractère, c'est aucun.
SELECT
    entreprise.id::bigint AS id,
    left(entreprise.nom, CASE WHEN entreprise.id - 10 < 0 THEN 0 ELSE entreprise.id - 10 END::int) AS debut,
    right(entreprise.nom, CASE WHEN entreprise.effectif < 0 THEN 0 ELSE entreprise.effectif END::int) AS fin
FROM entreprises_entreprise AS entreprise;
