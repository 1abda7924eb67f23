-- One row per analysis that some firm owns. Uploaded file names and error messages are left out: free text.
SELECT a.id AS impact_id,
       a.created_at AS ajoutee_le,
       a.updated_at AS modifiee_le,
       csrd.entreprise_id IS NOT NULL AS csrd,
       a.etat,
       CASE WHEN NOT vide THEN coalesce(n.phrases, 0) END AS nb_phrases,
       CASE WHEN NOT vide THEN coalesce(n.pertinentes, 0) END AS nb_phrases_pertinentes,
       coalesce(directe.entreprise_id, csrd.entreprise_id) AS entreprise_id
FROM analyseia_analyseia a
-- several firms: not defined by the rules, the smallest id here
LEFT JOIN (SELECT analyseia_id, min(entreprise_id) AS entreprise_id
           FROM entreprises_entreprise_analyses_ia
           GROUP BY analyseia_id) directe ON directe.analyseia_id = a.id
LEFT JOIN (SELECT l.analyseia_id, min(r.entreprise_id) AS entreprise_id
           FROM reglementations_rapportcsrd_analyses_ia l
           JOIN reglementations_rapportcsrd r ON r.id = l.rapportcsrd_id
           GROUP BY l.analyseia_id) csrd ON csrd.analyseia_id = a.id
CROSS JOIN LATERAL (SELECT a.resultat_json IS NULL OR a.resultat_json IN ('null', '""', '{}', '[]') AS vide) v
-- only a JSON string is parsed: its text is itself JSON, from themes to lists of sentences
CROSS JOIN LATERAL (SELECT sum(oracle.longueur(theme.value)) AS phrases,
                           sum(oracle.longueur(theme.value)) FILTER (WHERE position('Non ESRS' IN theme.key) = 0) AS pertinentes
                    FROM jsonb_each(oracle.objet(oracle.analyse_json(oracle.texte(a.resultat_json)))) theme) n
WHERE coalesce(directe.entreprise_id, csrd.entreprise_id) IS NOT NULL
ORDER BY a.id
