-- entreprises: `if … else if … else` est un seul CASE.
SELECT
    entreprise.id::bigint AS id,
    CASE
        WHEN entreprise.effectif IS NULL THEN NULL
        WHEN entreprise.effectif < 10 THEN 'TPE'
        ELSE CASE entreprise."code_NAF" WHEN '01.11Z' THEN 'ferme' ELSE 'autre' END
    END AS taille,
    CASE WHEN entreprise.cotee THEN 'oui' ELSE 'non' END AS cote,
    coalesce(entreprise."code_NAF", 'inconnu') AS naf_connu,
    coalesce(entreprise.code_pays, entreprise."code_NAF", 'FR') AS pays
FROM entreprises_entreprise AS entreprise;
