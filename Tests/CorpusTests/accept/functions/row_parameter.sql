-- entreprises: Des fonctions sur une ligne et sur des valeurs.
SELECT
    entreprise.id::bigint AS id,
    CASE
        WHEN entreprise.effectif IS NULL THEN NULL
        WHEN entreprise.effectif < 50 THEN 'petite'
        ELSE 'grande'
    END AS taille_propre,
    CASE WHEN mere.effectif IS NULL THEN NULL WHEN mere.effectif < 250 THEN 'petite' ELSE 'grande' END AS taille_mere
FROM entreprises_entreprise AS entreprise
LEFT JOIN entreprises_entreprise AS mere ON mere.id = entreprise.mere_id;
