-- Whether the firm is subject to CSRD; the status looks at this year's official report, the details at its last report of any kind.
WITH seuils AS (
    SELECT p.*,
           (tranche_bilan IN ('25M-43M', '43M-100M', '100M+'))::integer
           + (tranche_chiffre_affaires IN ('50M-100M', '100M+'))::integer
           + (effectif_securite_sociale IN ('250-499', '500+'))::integer >= 2 AS grande,
           (tranche_bilan = '0-450k')::integer
           + (tranche_chiffre_affaires = '0-900k')::integer
           + (effectif_securite_sociale = '0-9')::integer >= 2 AS micro,
           appartient_groupe
           AND coalesce(tranche_bilan_consolide IN ('30M-43M', '43M-100M', '100M+'), false)::integer
               + coalesce(tranche_chiffre_affaires_consolide IN ('60M-100M', '100M+'), false)::integer
               + coalesce(effectif_groupe IN ('250-499', '500-4999', '5000-9999', '10000+'), false)::integer >= 2 AS grand_groupe,
           est_interet_public
           OR coalesce(categorie_juridique_sirene = 3120
                       OR categorie_juridique_sirene BETWEEN 5100 AND 6199
                       OR categorie_juridique_sirene BETWEEN 6300 AND 6499
                       OR categorie_juridique_sirene BETWEEN 8100 AND 8299, false) AS forme_concernee,
           -- code 0 reads as France in entreprise.pays, but is not in the EEA here
           code_pays_etranger_sirene IS NULL
           OR EXISTS (SELECT FROM oracle.pays WHERE code = code_pays_etranger_sirene AND est_dans_eee) AS dans_eee
    FROM oracle.perimetre p
    WHERE date_cloture_exercice IS NOT NULL AND effectif_securite_sociale IS NOT NULL
      AND tranche_bilan IS NOT NULL AND tranche_chiffre_affaires IS NOT NULL
      AND est_cotee IS NOT NULL AND est_interet_public IS NOT NULL AND appartient_groupe IS NOT NULL
      AND (NOT appartient_groupe
           OR NOT comptes_consolides
           OR (comptes_consolides AND effectif_groupe IS NOT NULL
               AND tranche_bilan_consolide IS NOT NULL AND tranche_chiffre_affaires_consolide IS NOT NULL))
), soumission AS (
    SELECT entreprise_id,
           forme_concernee
           AND (grande
                OR CASE
                       WHEN grand_groupe THEN coalesce(est_societe_mere, false) OR (est_cotee AND NOT micro)
                       WHEN dans_eee THEN est_cotee AND NOT micro
                       ELSE tranche_chiffre_affaires = '100M+'
                   END) AS est_soumise
    FROM seuils
)
SELECT s.est_soumise,
       CASE
           WHEN NOT s.est_soumise THEN NULL
           WHEN o.id IS NULL THEN 'A ACTUALISER'
           WHEN o.lien_rapport <> '' AND o.bloque THEN 'A JOUR'
           ELSE 'EN COURS'
       END AS statut,
       d.etape_validee,
       (SELECT count(*) FROM reglementations_rapportcsrd_analyses_ia a WHERE a.rapportcsrd_id = d.id) AS nb_documents_ia,
       (SELECT count(e.materiel) FROM reglementations_enjeu e WHERE e.rapport_csrd_id = d.id) AS nb_iro_selectionnes,
       coalesce(d.lien_rapport <> '', false) AS lien_rapport,
       s.entreprise_id
FROM soumission s
-- nothing forbids several official reports of one year: the last one made counts
LEFT JOIN LATERAL (SELECT * FROM reglementations_rapportcsrd r
                   WHERE r.entreprise_id = s.entreprise_id AND r.proprietaire_id IS NULL AND r.annee = oracle.annee()
                   ORDER BY r.id DESC LIMIT 1) o ON s.est_soumise
LEFT JOIN LATERAL (SELECT * FROM reglementations_rapportcsrd r
                   WHERE r.entreprise_id = s.entreprise_id
                   ORDER BY r.annee DESC, r.id DESC LIMIT 1) d ON s.est_soumise
ORDER BY s.entreprise_id
