-- entreprises: Trois fois la même table.
SELECT
    entreprise.id::bigint AS id,
    entreprise_mere.nom AS grand_mere,
    mere.nom AS mere
FROM entreprises_entreprise AS entreprise
LEFT JOIN entreprises_entreprise AS mere ON mere.id = entreprise.mere_id
LEFT JOIN entreprises_entreprise AS entreprise_mere ON entreprise_mere.id = mere.mere_id;
