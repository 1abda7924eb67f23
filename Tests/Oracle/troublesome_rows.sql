-- Rows that production's schema allows and that go wrong easily, added to generated data. The ids start at 900000000 and the
-- sirens below 100000000, out of the generator's reach. Meant for a logical date in 2026.
BEGIN;
SET LOCAL timezone = 'UTC';

-- Users ----------------------------------------------------------------------------------------------------------------------
INSERT INTO users_user (id, password, last_login, email, is_active, is_staff, acceptation_cgu, reception_actualites,
                        nom, prenom, created_at, updated_at, is_email_confirmed, oidc_sub_id, is_conseiller_rse, fonction_rse)
VALUES
    -- strings that break quoting, CSV and COPY, in every direction of writing
    (900000001, '', NULL, E'"'';--\\\t\r\n$$%s{}<b>', false, true, false, false,
     E'O''Brien "x" \\N \\. ; -- /* */', E'مريم\u200F👩‍👩‍👧Re\u0301mi\uFEFF\u202E李',
     '0001-01-01 00:00:00+00', '9999-12-31 22:59:59.999999+00', false, NULL, NULL, ''),
    (900000002, '!', '0001-01-01 00:00:00+00', '', true, false, true, true, '', '', '0001-01-01 00:00:00+00',
     '9999-12-31 23:30:00+00', true, '00000000-0000-0000-0000-000000000000', true, NULL),
    -- Paris and UTC do not agree on the day, the month or the year; then both sides of the changes of hour
    (900000003, 'x', '2026-05-31 22:00:00+00', 'mois@exemple.fr', true, false, true, true, 'NULL', 'null',
     '2025-12-31 22:59:59.999999+00', '2025-12-31 23:00:00+00', true, NULL, false, NULL),
    (900000004, 'x', '2026-03-29 01:00:00+00', 'heure@exemple.fr', true, false, true, true, repeat('é', 50), repeat('🌱', 50),
     '2025-10-26 00:30:00+00', '2025-10-26 01:30:00+00', true, NULL, false, NULL);

-- Companies ------------------------------------------------------------------------------------------------------------------
INSERT INTO entreprises_entreprise (id, siren, denomination, created_at, updated_at, date_cloture_exercice, appartient_groupe,
                                    comptes_consolides, societe_mere_en_france, date_derniere_qualification,
                                    categorie_juridique_sirene, est_cotee, est_societe_mere, est_interet_public,
                                    code_pays_etranger_sirene, "code_NAF", code_postal)
VALUES
    -- qualified for CSRD without a legal form: the second one is subject all the same
    (900000001, '000900001', 'Sans catégorie juridique', now(), now(), NULL, false, NULL, NULL, NULL, NULL, false, NULL, false, NULL, NULL, NULL),
    (900000002, '000900002', 'Sans catégorie, d''intérêt public', now(), now(), NULL, false, NULL, NULL, NULL, NULL, false, NULL, true, NULL, NULL, NULL),
    -- several official reports of one year; a report at its last step; the years at both ends
    (900000003, '000900003', 'Deux rapports officiels', now(), now(), NULL, false, false, NULL, NULL, 5710, false, false, false, NULL, NULL, NULL),
    (900000004, '000900004', 'Dernière étape', now(), now(), NULL, false, false, NULL, NULL, 5710, false, false, false, NULL, NULL, NULL),
    (900000005, '000900005', 'Années extrêmes', '0001-01-01', '9999-12-31 23:59:59.999999+00', '0001-01-01', false, false, NULL, '9999-12-31', 5710, false, false, false, NULL, NULL, NULL),
    (900000006, '000900006', 'Sans aucun rapport', now(), now(), NULL, true, true, NULL, NULL, 5710, true, NULL, true, NULL, NULL, NULL),
    -- strings
    (900000007, '', '', now(), now(), NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, 0, '', ''),
    (900000008, E'"'';\\\n\t,', E'"Société"; ''$1''\\N,\r\n\\.', now(), now(), NULL, false, NULL, NULL, NULL, -1, false, NULL, false, -1, E'\\N', 'NULL'),
    (900000009, E'🌱日本éœ\u200F', repeat('👩', 250), now(), now(), NULL, false, NULL, NULL, NULL, 2147483647, false, NULL, false, 2147483647, E'e\u0301', E'\u202E'),
    -- both sides of what counts as a sole trader
    (900000010, '000900010', 'Avant les personnes physiques', now(), now(), NULL, false, NULL, NULL, NULL, 999, false, NULL, false, NULL, NULL, '75001'),
    (900000011, '000900011', 'Première personne physique', now(), now(), NULL, false, NULL, NULL, NULL, 1000, false, NULL, false, NULL, NULL, '75001'),
    (900000012, '000900012', 'Dernière personne physique', now(), now(), NULL, false, NULL, NULL, NULL, 1999, false, NULL, false, NULL, NULL, '75001'),
    (900000013, '000900013', 'Après les personnes physiques', now(), now(), NULL, false, NULL, NULL, NULL, 2000, false, NULL, false, NULL, NULL, '75001'),
    -- country 0: France as a name, outside the EEA for CSRD; a subsidiary whose consolidated figures are unknown
    (900000014, '000900014', 'Pays zéro', now(), now(), NULL, true, false, false, NULL, 5710, true, NULL, false, 0, NULL, NULL),
    (900000015, '000900015', 'Comptes inconnus', now(), now(), NULL, true, NULL, NULL, NULL, 5710, true, NULL, false, NULL, NULL, NULL),
    -- every kind of VSME answer
    (900000016, '000900016', 'Réponses VSME', now(), now(), NULL, false, NULL, NULL, NULL, 5710, false, NULL, false, NULL, NULL, NULL);

INSERT INTO entreprises_caracteristiquesannuelles (id, annee, bdese_accord, effectif, entreprise_id, created_at, updated_at,
                                                   effectif_outre_mer, tranche_bilan, tranche_chiffre_affaires, date_cloture_exercice,
                                                   tranche_bilan_consolide, tranche_chiffre_affaires_consolide, effectif_groupe,
                                                   effectif_securite_sociale)
SELECT 900000000 + k, 2025, NULL, '500-4999', 900000000 + k, now(), now(), '250+', '100M+', '100M+', '2025-12-31',
       '100M+', '100M+', '10000+', '500+'
FROM generate_series(1, 16) k
WHERE k <> 7;
-- unknown and empty answers; the last characteristics are those of an absurd year
INSERT INTO entreprises_caracteristiquesannuelles (id, annee, bdese_accord, effectif, entreprise_id, created_at, updated_at,
                                                   effectif_outre_mer, tranche_bilan, tranche_chiffre_affaires, date_cloture_exercice,
                                                   effectif_securite_sociale, tranche_consommation_energie_finale)
VALUES
    (900000050, 2147483647, true, '', 900000008, '0001-01-01', '9999-12-31', '', '', '', '9999-12-31', '', ''),
    (900000051, -2147483648, true, '0-9', 900000009, now(), now(), '250+', '0-450k', '0-900k', '0001-01-01', '0-9', NULL),
    (900000052, 2026, NULL, 'beaucoup!', 900000010, now(), now(), NULL, NULL, NULL, NULL, NULL, NULL);

-- Who belongs to which company -----------------------------------------------------------------------------------------------
INSERT INTO invitations_invitation (id, created_at, updated_at, email, role, entreprise_id, inviteur_id, date_acceptation)
VALUES
    (900000001, '0001-01-01 00:00:00+00', '9999-12-31 23:30:00+00', '', '', 900000007, NULL, '0001-01-01 00:00:00+00'),
    (900000002, '2026-03-28 23:00:00+00', '2026-03-29 01:00:00+00', E'"x"\n@exemple.fr', E'é"''\\N,\t;', 900000008, 900000001, '2025-12-31 23:30:00+00'),
    (900000003, now(), now(), 'double@exemple.fr', '🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱', 900000008, 900000002, NULL);
INSERT INTO habilitations_habilitation (id, fonctions, entreprise_id, user_id, created_at, updated_at, role, invitation_id, is_conseiller_rse)
SELECT 900000000 + k, E'DRH "bis"\\N\n06 12 34 56 78, Zoé', 900000000 + k, 900000001,
       '0001-01-01 00:00:00+00', '9999-12-31 23:30:00+00', '', CASE WHEN k IN (7, 8) THEN 900000001 END, false
FROM generate_series(1, 16) k;
INSERT INTO habilitations_habilitation (id, fonctions, entreprise_id, user_id, created_at, updated_at, role, invitation_id, is_conseiller_rse)
VALUES (900000050, '', 900000008, 900000002, '2025-12-31 23:00:00+00', '2026-06-14 21:59:59.999999+00', 'editeur', 900000002, true);

-- BDESE: completion steps of every shape, one company each ------------------------------------------------------------------
CREATE TEMPORARY TABLE etapes ON COMMIT DROP AS
SELECT 900000100 + ordre AS id, valeur::jsonb
FROM unnest(ARRAY[
    '{}', '[]', 'null', '"x"', '1', 'true', 'false', '[false]', '[{"a": false}]',
    '{"a": true}', '{"a": false}', '{"a": "true"}', '{"a": 1}', '{"a": null}', '{"a": {"b": true}}', '{"a": [true]}',
    '{"": true}', '{"é\"''\\": true, "🌱": true}', '{"a": true, "b": false}'
]) WITH ORDINALITY v(valeur, ordre);
INSERT INTO entreprises_entreprise (id, siren, denomination, created_at, updated_at)
SELECT id, lpad((id - 899000000)::text, 9, '0'), 'Étapes ' || valeur::text, now(), now() FROM etapes;
-- one in two of each size, so that both models are seen
INSERT INTO entreprises_caracteristiquesannuelles (id, annee, bdese_accord, effectif, entreprise_id, created_at, updated_at)
SELECT id, 2025, false, CASE id % 2 WHEN 0 THEN '250-299' ELSE '300-499' END, id, now(), now() FROM etapes;
INSERT INTO habilitations_habilitation (id, entreprise_id, user_id, created_at, updated_at, role, is_conseiller_rse)
SELECT id, id, 900000003, now(), now(), 'proprietaire', false FROM etapes;
INSERT INTO reglementations_bdese_50_300 (id, created_at, updated_at, annee, entreprise_id, user_id, external_fields, completion_steps)
SELECT id, now(), now(), 2025, id, NULL::bigint, 'null'::jsonb, valeur FROM etapes
UNION ALL -- a personal document, and one of another year: neither counts
SELECT id + 100, now(), now(), 2025, id, 900000001, '[]', '{"a": true}' FROM etapes
UNION ALL
SELECT id + 200, now(), now(), 2147483647, id, NULL, '""', '{"a": true}' FROM etapes;
INSERT INTO reglementations_bdese_300 (id, created_at, updated_at, annee, entreprise_id, user_id, external_fields, completion_steps)
SELECT id, now(), now(), 2025, id, NULL::bigint, '{}'::jsonb, valeur FROM etapes
UNION ALL
SELECT id + 200, now(), now(), -2147483648, id, NULL, '1', '{"a": true}' FROM etapes;
-- an agreement, but a document of the wrong model only
INSERT INTO reglementations_bdese_300 (id, created_at, updated_at, annee, entreprise_id, user_id, external_fields, completion_steps)
VALUES (900000001, now(), now(), 2025, 900000008, NULL, '{}', '{"a": true}');

-- Gender-equality index: the key "déclaration" and what only looks like it ---------------------------------------------------
INSERT INTO metabase_tempegapro (id, created_at, updated_at, siren, annee, reponse_api)
VALUES
    (900000001, now(), now(), '000900001', '2025', NULL),
    (900000002, now(), now(), '000900002', '2025', 'null'),
    (900000003, now(), now(), '000900003', '2025', '"déclaration"'),
    (900000004, now(), now(), '000900004', '2025', '["déclaration"]'),
    (900000005, now(), now(), '000900005', '2025', '{"déclaration": null}'),
    (900000006, now(), now(), '000900006', '2025', '{"entreprise": {"déclaration": {}}}'),
    (900000007, now(), now(), '', '2025', '{"déclaration": {}}'),
    (900000008, now(), now(), E'"'';\\\n\t,', '2025', '{"déclaration": {}}'),
    (900000009, now(), now(), E'🌱日本éœ\u200F', '2025', jsonb_build_object(E'de\u0301claration', 1)),
    (900000010, now(), now(), '000900010', '2026', '{"déclaration": {}}'),
    (900000011, now(), now(), '000900010', '', '{"déclaration": {}}'),
    (900000012, now(), now(), '000900010', 'deux', '{"déclaration": {}}');

-- Greenhouse-gas reports: the ends of the calendar, and the last day of the fourth year -------------------------------------
INSERT INTO metabase_tempbges (id, created_at, updated_at, siren, dt_publication)
VALUES
    (900000001, now(), now(), '000900001', '0001-01-01'),
    (900000002, now(), now(), '000900002', '9999-12-31'),
    (900000003, now(), now(), '000900003', '2022-12-31'),
    (900000004, now(), now(), '000900004', '2023-01-01'),
    (900000005, now(), now(), '000900004', '2023-01-01'),
    (900000006, now(), now(), '000900005', '9999-12-31'),
    (900000007, now(), now(), '000900005', '0001-01-01'),
    (900000008, now(), now(), '', '2026-01-01');

-- CSRD -----------------------------------------------------------------------------------------------------------------------
INSERT INTO reglementations_rapportcsrd (id, created_at, updated_at, annee, description, entreprise_id, proprietaire_id,
                                         etape_validee, lien_rapport, bloque)
VALUES
    -- two official ones of this year: the second is the one that counts, a personal one only gives the details
    (900000001, now(), now(), 2026, '', 900000003, NULL, 'introduction', 'https://exemple.fr/1', true),
    (900000002, now(), now(), 2026, '', 900000003, NULL, 'analyse-ecart', '', true),
    (900000003, now(), now(), 2026, '', 900000003, 900000001, E'étape "x"\\N', ' ', false),
    -- made in the reverse order: what counts is the id
    (900000005, '2026-01-01', '2026-01-01', 2026, '', 900000002, NULL, 'introduction', 'https://exemple.fr/5', true),
    (900000004, '2026-05-01', '2026-05-01', 2026, '', 900000002, NULL, '', '', false),
    (900000006, now(), now(), 2026, E'"''\\\n', 900000004, NULL, 'redaction-rapport-durabilite', 'https://exemple.fr/6', true),
    (900000007, now(), now(), 0, '', 900000005, NULL, 'introduction', '', false),
    (900000008, now(), now(), 2147483647, '', 900000005, 900000001, NULL, '', true),
    -- of companies that are not subject
    (900000009, now(), now(), 2026, '', 900000001, NULL, 'introduction', 'https://exemple.fr/9', true),
    (900000010, now(), now(), 2026, '', 900000007, NULL, 'introduction', 'https://exemple.fr/10', true);
INSERT INTO reglementations_enjeu (id, created_at, updated_at, esrs, nom, description, modifiable, selection, parent_id, rapport_csrd_id, materiel)
SELECT 900000000 + r * 10 + k, now(), now(), '', k::text, E'"''\\N', false, false, NULL, 900000000 + r, (ARRAY[true, false, NULL])[k]
FROM generate_series(1, 10) r CROSS JOIN generate_series(1, 3) k;

-- Analyses: the first one belongs to nobody, and hides the others today ------------------------------------------------------
CREATE TEMPORARY TABLE resultats ON COMMIT DROP AS
SELECT 900000001 + ordre AS id, to_jsonb(valeur) AS resultat
FROM unnest(ARRAY[
    -- text that is no JSON, or that jsonb refuses
    '{oops', ' ', '{"a": [NaN]}', '{"a": ["\u0000"]}', repeat('[', 100000), '{"a": [1]} {"b": [2]}', E'\u202E🌱',
    -- JSON, but not an object
    'null', '[]', '[[1], [2]]', '"x"', '12', '""',
    -- objects whose values are not all lists, whose keys look alike, or come twice
    '{}', ' { "a" : [ 1 , 2 ] } ', '{"a": "x", "b": null, "c": {"d": [1]}, "e": [1, 2]}', '{"a": [[1, 2, 3]], "b": [null]}',
    '{"Non ESRS": [1], "Autre Non ESRS bis": [1, 2], "non esrs": [1], "Non  ESRS": [1], "": [1]}', '{"a": [1], "a": [1, 2, 3]}',
    '{"Non ESRS": [1, 2]}', '{"é\"''\\\n": ["\ud83c\udf31"]}'
]) WITH ORDINALITY v(valeur, ordre)
UNION ALL VALUES
    (900000101, NULL::jsonb), (900000102, 'null'), (900000103, '""'), (900000104, '{}'), (900000105, '[]'), (900000106, '{"ESRS E1": [1, 2]}');
INSERT INTO analyseia_analyseia (id, created_at, updated_at, fichier, nom, resultat_json, etat, message)
SELECT 900000001, timestamptz '0001-01-01', timestamptz '9999-12-31', '', 'CV Zoé Lefèvre.pdf', to_jsonb('{"a": [1]}'::text), 'success', NULL
UNION ALL
SELECT id, '0001-01-01', '9999-12-31 23:30:00+00', '', E'"''\\N\n.pdf', resultat,
       CASE id % 3 WHEN 0 THEN '' WHEN 1 THEN E'é"''\\N,\n' END, '06 12 34 56 78'
FROM resultats
ORDER BY 1;
INSERT INTO entreprises_entreprise_analyses_ia (id, entreprise_id, analyseia_id)
SELECT id, 900000008, id FROM resultats;
-- linked to a company and to another's report; to two reports of one company; to reports alone
INSERT INTO analyseia_analyseia (id, created_at, updated_at, fichier, nom, resultat_json, etat, message)
SELECT 900000200 + k, now(), now(), '', '', NULL, NULL, NULL FROM generate_series(1, 2) k;
INSERT INTO reglementations_rapportcsrd_analyses_ia (id, rapportcsrd_id, analyseia_id)
VALUES
    (900000001, 900000003, 900000101),
    (900000002, 900000002, 900000201),
    (900000003, 900000003, 900000201),
    (900000004, 900000006, 900000202);

-- VSME: one report a case, the same answers in each but for one --------------------------------------------------------------
CREATE TEMPORARY TABLE reponses_de_base (schema_id text, valeur jsonb) ON COMMIT DROP;
INSERT INTO reponses_de_base VALUES
    ('B1-24-a', '{"choix_module": "complet"}'),
    ('B1-24-c', '{"type_perimetre": "consolidee"}'),
    ('B1-24-e-i', '{"forme_juridique": "57", "coopérative": false}'),
    ('B1-24-e-v', '{"nombre_salaries": "100"}'),
    ('B1-24-e-vi', '{"pays": ["FRA", "DEU"]}'),
    ('B2-26', '{"declaration_durabilite": {"eau": {"pratiques": true}}}'),
    ('B3-30-p2', '{}'),
    ('B8-39-a', '{}'),
    ('C3-54-p1', '{"non_pertinent": true}'),
    ('C4-57', '{"aleas_et_risques_climatiques": [{"id_risque": "1"}]}'),
    ('C5-59', '{}');
CREATE TEMPORARY TABLE cas ON COMMIT DROP AS
SELECT row_number() OVER () AS annee, schema_id, valeur::jsonb
FROM (
    -- data that is missing, or no object at all
    SELECT schema_id, v AS valeur FROM reponses_de_base
    CROSS JOIN unnest(ARRAY[NULL, 'null', '1', 'true', '"non_pertinent"', '["non_pertinent", "choix_module", "pays"]', '[]', '{}']) v
    UNION ALL
    SELECT schema_id, format('{"%s": %s}', cle, v)
    FROM (VALUES
        ('B1-24-a', 'choix_module', ARRAY['"base"', '""', 'null', '5', '["base"]', '{"base": true}', '"BASE"', '"autre"']),
        ('B1-24-c', 'type_perimetre', ARRAY['null', '["consolidee"]', '"Consolidee"', 'true', '"individuelle"']),
        ('B1-24-e-i', 'coopérative', ARRAY['true', '"true"', '1', 'null', '[true]']),
        ('B1-24-e-i', 'forme_juridique', ARRAY['"51"', '"63"', '51', '["51"]', 'null', '"510"', '""']),
        ('B1-24-e-v', 'nombre_salaries', ARRAY['"49.999999999999999999999"', '"50"', '"0049"', '"-3"', '"quarante"', '""', '"12,5"',
                                               '"49 salariés"', '"١٢"', '12', 'true', 'null', '["12"]', '{"a": "12"}']),
        ('B1-24-e-vi', 'pays', ARRAY['"FRA"', '{"a": 1, "b": 2}', 'null', '2', '["FRA"]', '[1, null]', '[["FRA", "DEU"]]']),
        ('B2-26', 'declaration_durabilite', ARRAY['null', '[]', '"x"', '1', '{}', '[{"pratiques": true}]', '{"eau": "x"}', '{"eau": null}',
                                                  '{"eau": {"pratiques": "true"}}', '{"eau": {"pratiques": 1}}', '{"eau": [{"pratiques": true}]}',
                                                  '{"eau": ["pratiques"]}', '{"pratiques": true}', '{"eau": 1, "": {"pratiques": true}}']),
        ('B2-26', 'non_pertinent', ARRAY['true', '"true"', '1', 'null']),
        ('B3-30-p2', 'non_pertinent', ARRAY['true', '"true"', '1', 'null', '[true]']),
        ('C3-54-p1', 'non_pertinent', ARRAY['false', '"true"', '1', 'null', '[true]']),
        ('C4-57', 'non_pertinent', ARRAY['true', '"true"']),
        ('C4-57', 'aleas_et_risques_climatiques', ARRAY['null', '"x"', '{"a": 1}', '{}', '[]', '[null]', '[[]]', '3'])
    ) c (schema_id, cle, valeurs)
    CROSS JOIN unnest(valeurs) v
    UNION ALL
    -- answers that are marked irrelevant although they are given
    VALUES ('B2-26', '{"non_pertinent": true, "declaration_durabilite": {"eau": {"pratiques": true}}}'),
           ('B2-26', '{"non_pertinent": "true", "declaration_durabilite": {"eau": {"pratiques": true}}}'),
           ('C4-57', '{"non_pertinent": true, "aleas_et_risques_climatiques": [1]}'),
           ('C4-57', '{"non_pertinent": 1, "aleas_et_risques_climatiques": [1]}'),
           -- ids that only look like those of the list
           ('', '{"choix_module": "base"}'), ('b1-24-a', '{"choix_module": "base"}'), ('B1-24-a ', '{"choix_module": "base"}'),
           (repeat('🌱', 42), '"\"''\\\\N"')
) t;
INSERT INTO vsme_rapportvsme (id, created_at, updated_at, annee, entreprise_id)
SELECT 900000000 + annee, timestamptz '0001-01-01', timestamptz '9999-12-31 23:30:00+00', annee, 900000016 FROM cas
UNION ALL -- without any indicator, and a year that fits no date
SELECT 900010000, '0001-01-01', '9999-12-31 23:30:00+00', 2147483647, 900000016
UNION ALL
SELECT 900010001, now(), now(), 0, 900000016;
INSERT INTO vsme_indicateur (id, created_at, updated_at, schema_id, schema_version, _data, rapport_vsme_id)
SELECT 900000000 + row_number() OVER (ORDER BY annee, schema_id), '0001-01-01', '9999-12-31 23:30:00+00', schema_id, 0, valeur, 900000000 + annee
FROM (SELECT annee, schema_id, valeur FROM cas
      UNION ALL
      SELECT c.annee, b.schema_id, b.valeur FROM cas c JOIN reponses_de_base b ON b.schema_id <> c.schema_id) t;
COMMIT;
