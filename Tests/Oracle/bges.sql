-- Up to date if the last report was published (not: is about) less than four calendar years ago.
SELECT s.est_soumise,
       CASE
           WHEN NOT s.est_soumise THEN NULL
           WHEN oracle.annee() - extract(year FROM d.derniere) < 4 THEN 'A JOUR'
           ELSE 'A ACTUALISER'
       END AS statut,
       p.entreprise_id
FROM oracle.perimetre p
CROSS JOIN LATERAL (SELECT p.effectif IN ('500-4999', '5000-9999', '10000+') OR p.effectif_outre_mer = '250+' AS est_soumise) s
LEFT JOIN (SELECT siren, max(dt_publication) AS derniere FROM metabase_tempbges GROUP BY siren) d ON d.siren = p.siren
WHERE p.effectif IS NOT NULL AND p.effectif_outre_mer IS NOT NULL
ORDER BY p.entreprise_id
