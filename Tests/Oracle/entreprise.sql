-- One row per firm. What names a sole trader (legal forms 1000 to 1999) names a person, and is left out.
SELECT e.id AS impact_id,
       e.created_at AS ajoutee_le,
       greatest(e.updated_at, c.updated_at) AS modifiee_le,
       CASE WHEN i.personne THEN NULL ELSE e.siren END AS siren,
       CASE WHEN i.personne THEN NULL ELSE e.denomination END AS denomination,
       c.effectif,
       c.bdese_accord,
       (SELECT count(*) FROM habilitations_habilitation h WHERE h.entreprise_id = e.id) AS nombre_utilisateurs,
       c.date_cloture_exercice,
       c.tranche_bilan,
       c.tranche_chiffre_affaires,
       e.appartient_groupe,
       e.comptes_consolides,
       c.tranche_bilan_consolide,
       c.tranche_chiffre_affaires_consolide,
       c.effectif_outre_mer,
       c.effectif_groupe,
       e.societe_mere_en_france,
       e.date_derniere_qualification,
       CASE
           WHEN coalesce(i.code, 0) = 0 THEN NULL
           WHEN i.code BETWEEN 5308 AND 5385 THEN 'SOCIETE_COMMANDITE_PAR_ACTIONS'
           WHEN i.code BETWEEN 5443 AND 5460 OR i.code BETWEEN 5551 AND 5560 OR i.code BETWEEN 5651 AND 5660
                OR i.code IN (5543, 5547, 5643, 5647) THEN 'SOCIETE_COOPERATIVE_DE_PRODUCTION'
           WHEN i.code BETWEEN 5505 AND 5515 OR i.code BETWEEN 5522 AND 5542 OR i.code BETWEEN 5599 AND 5642
                OR i.code BETWEEN 5670 AND 5699 OR i.code IN (5546, 5646, 5648) THEN 'SOCIETE_ANONYME'
           WHEN i.code BETWEEN 5710 AND 5785 THEN 'SOCIETE_PAR_ACTIONS_SIMPLIFIEES'
           WHEN i.code = 5800 THEN 'SOCIETE_EUROPEENNE'
           WHEN i.code IN (6317, 6318) THEN 'SOCIETE_COOPERATIVE_AGRICOLE'
           WHEN i.code = 6411 THEN 'SOCIETE_ASSURANCE_MUTUELLE'
           WHEN i.code = 8210 THEN 'MUTUELLE'
           WHEN i.code = 8510 THEN 'INSTITUTION_PREVOYANCE'
           ELSE 'AUTRE'
       END AS categorie_juridique,
       e.est_cotee,
       c.effectif_groupe_france,
       e.est_societe_mere,
       e.est_interet_public,
       CASE WHEN coalesce(e.code_pays_etranger_sirene, 0) = 0 THEN 'France' ELSE p.pays END AS pays,
       e."code_NAF",
       c.effectif_securite_sociale,
       CASE WHEN i.personne THEN NULL ELSE e.code_postal END AS code_postal,
       c.tranche_consommation_energie_finale
FROM entreprises_entreprise e
CROSS JOIN LATERAL (SELECT e.categorie_juridique_sirene AS code,
                           e.categorie_juridique_sirene BETWEEN 1000 AND 1999 AS personne) i
LEFT JOIN oracle.dernieres_caracteristiques c ON c.entreprise_id = e.id
LEFT JOIN oracle.pays p ON p.code = e.code_pays_etranger_sirene
ORDER BY e.id
