-- entreprises: Une relation qui peut manquer.
SELECT
    entreprise.id::bigint AS id,
    mere.nom AS mere,
    entreprise.mere_id IS NOT NULL AS est_filiale,
    coalesce(mere.nom, entreprise.nom) AS groupe,
    mere.cotee IS TRUE AS mere_cotee
FROM entreprises_entreprise AS entreprise
LEFT JOIN entreprises_entreprise AS mere ON mere.id = entreprise.mere_id;
