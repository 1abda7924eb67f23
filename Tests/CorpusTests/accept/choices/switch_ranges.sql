-- entreprises: Des intervalles.
SELECT
    entreprise.id::bigint AS id,
    CASE
        WHEN entreprise.effectif IS NULL THEN NULL
        WHEN entreprise.effectif >= 0 AND entreprise.effectif < 10 THEN 'TPE'
        WHEN entreprise.effectif BETWEEN 10 AND 249 THEN 'PME'
        WHEN entreprise.effectif BETWEEN 251 AND 4999 OR entreprise.effectif = 250 THEN 'ETI'
        ELSE 'GE'
    END AS taille,
    (entreprise.effectif BETWEEN 10 AND 249) IS TRUE AS est_pme
FROM entreprises_entreprise AS entreprise;
