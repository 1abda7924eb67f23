-- Last year's official document, of the one model that the firm's size calls for.
WITH officiels AS (
    SELECT 'accord' AS modele, entreprise_id, is_complete AS complet
    FROM reglementations_bdeseavecaccord
    WHERE user_id IS NULL AND annee = oracle.annee() - 1
    UNION ALL
    SELECT d.modele, d.entreprise_id,
           NOT EXISTS (SELECT FROM jsonb_each(oracle.objet(d.completion_steps)) etape WHERE etape.value <> 'true')
    FROM (SELECT '50_300' AS modele, entreprise_id, user_id, annee, completion_steps FROM reglementations_bdese_50_300
          UNION ALL
          SELECT '300', entreprise_id, user_id, annee, completion_steps FROM reglementations_bdese_300) d
    WHERE d.user_id IS NULL AND d.annee = oracle.annee() - 1
), concernees AS (
    SELECT entreprise_id,
           effectif NOT IN ('0-9', '10-49') AS est_soumise,
           CASE WHEN bdese_accord THEN 'accord' WHEN effectif IN ('50-249', '250-299') THEN '50_300' ELSE '300' END AS modele
    FROM oracle.perimetre
    WHERE effectif IS NOT NULL
)
SELECT c.est_soumise,
       CASE
           WHEN NOT c.est_soumise THEN NULL
           WHEN o.complet THEN 'A JOUR'
           -- a document with an agreement is not filled in here: begun says nothing
           WHEN o.complet IS NULL OR c.modele = 'accord' THEN 'A ACTUALISER'
           ELSE 'EN COURS'
       END AS statut,
       c.entreprise_id
FROM concernees c
LEFT JOIN officiels o ON o.entreprise_id = c.entreprise_id AND o.modele = c.modele
ORDER BY c.entreprise_id
