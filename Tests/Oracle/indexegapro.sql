-- Up to date if the public service has a declaration for last year.
SELECT p.effectif NOT IN ('0-9', '10-49') AS est_soumise,
       CASE
           WHEN p.effectif IN ('0-9', '10-49') THEN NULL
           WHEN EXISTS (SELECT FROM metabase_tempegapro t
                        WHERE t.siren = p.siren AND t.annee = (oracle.annee() - 1)::text
                          AND oracle.objet(t.reponse_api) ? 'déclaration') THEN 'A JOUR'
           ELSE 'A ACTUALISER'
       END AS statut,
       p.entreprise_id
FROM oracle.perimetre p
WHERE p.effectif IS NOT NULL
ORDER BY p.entreprise_id
