-- filiales: Après le filtre, la mère est là : aucun `?.` n'est nécessaire.
SELECT
    entreprise.id::bigint AS id,
    mere.nom AS mere
FROM entreprises_entreprise AS entreprise
LEFT JOIN entreprises_entreprise AS mere ON mere.id = entreprise.mere_id
WHERE entreprise.mere_id IS NOT NULL;
