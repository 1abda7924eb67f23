-- csrd: Rapport de durabilité (CSRD) : l'entreprise est-elle concernée, et où en est-elle ? Only the rows of `impact.filled` in the ranges `impact.ranges`.
WITH pays (code, pays, "est_dans_EEE") AS (
    VALUES
        (99101, 'Feroe (iles)', true),
        (99102, 'Islande', true),
        (99103, 'Svalbard et ile jan mayen', true),
        (99104, 'Suede', true),
        (99105, 'Finlande', true),
        (99106, 'Estonie', true),
        (99107, 'Lettonie', true),
        (99108, 'Lituanie', true),
        (99109, 'Allemagne', true),
        (99110, 'Autriche', true),
        (99111, 'Bulgarie', true),
        (99112, 'Hongrie', true),
        (99113, 'Liechtenstein', true),
        (99114, 'Roumanie', true),
        (99115, 'Tchecoslovaquie', false),
        (99116, 'Tchequie', true),
        (99117, 'Slovaquie', true),
        (99118, 'Bosnie-herzegovine', false),
        (99119, 'Croatie', true),
        (99120, 'Montenegro', false),
        (99121, 'Serbie', false),
        (99122, 'Pologne', true),
        (99123, 'Russie', false),
        (99124, 'Turquie d''europe', false),
        (99125, 'Albanie', false),
        (99126, 'Grece', true),
        (99127, 'Italie', true),
        (99128, 'Saint-marin', false),
        (99129, 'Vatican, ou saint-siege', false),
        (99130, 'Andorre', false),
        (99131, 'Belgique', true),
        (99132, 'Royaume-uni', false),
        (99133, 'Gibraltar', false),
        (99134, 'Espagne', true),
        (99135, 'Pays-bas', true),
        (99136, 'Irlande, ou eire', true),
        (99137, 'Luxembourg', true),
        (99138, 'Monaco', false),
        (99139, 'Portugal', true),
        (99140, 'Suisse', false),
        (99141, 'Republique democratique allemande', false),
        (99142, 'Republique federale d''allemagne', false),
        (99144, 'Malte', true),
        (99145, 'Slovenie', true),
        (99148, 'Bielorussie', false),
        (99151, 'Moldavie', false),
        (99155, 'Ukraine', false),
        (99156, 'Macedoine du nord', false),
        (99157, 'Kosovo', false),
        (99201, 'Arabie saoudite', false),
        (99202, 'Yemen (republique arabe du)', false),
        (99203, 'Iraq', false),
        (99204, 'Iran', false),
        (99205, 'Liban', false),
        (99206, 'Syrie', false),
        (99207, 'Israel', false),
        (99208, 'Turquie', false),
        (99209, 'Siberie', false),
        (99210, 'Turkestan russe', false),
        (99211, 'Kamtchatka', false),
        (99212, 'Afghanistan', false),
        (99213, 'Pakistan', false),
        (99214, 'Bhoutan', false),
        (99215, 'Nepal', false),
        (99216, 'Chine', false),
        (99217, 'Japon', false),
        (99218, 'Mandchourie', false),
        (99219, 'Thailande', false),
        (99220, 'Philippines', false),
        (99221, 'Possessions britanniques au proche-orient', false),
        (99222, 'Jordanie', false),
        (99223, 'Inde', false),
        (99224, 'Birmanie', false),
        (99225, 'Brunei', false),
        (99226, 'Singapour', false),
        (99227, 'Malaisie', false),
        (99228, 'Etats malais non federes', false),
        (99229, 'Maldives', false),
        (99230, 'Hong-kong', false),
        (99231, 'Indonesie', false),
        (99232, 'Macao', false),
        (99233, 'Yemen democratique', false),
        (99234, 'Cambodge', false),
        (99235, 'Sri lanka', false),
        (99236, 'Taiwan', false),
        (99237, 'Coree', false),
        (99238, 'Coree (republique populaire democratique de)', false),
        (99239, 'Coree (republique de)', false),
        (99240, 'Koweit', false),
        (99241, 'Laos', false),
        (99242, 'Mongolie', false),
        (99243, 'Viet nam', false),
        (99244, 'Viet nam du nord', false),
        (99245, 'Viet nam du sud', false),
        (99246, 'Bangladesh', false),
        (99247, 'Emirats arabes unis', false),
        (99248, 'Qatar', false),
        (99249, 'Bahrein', false),
        (99250, 'Oman', false),
        (99251, 'Yemen', false),
        (99252, 'Armenie', false),
        (99253, 'Azerbaidjan', false),
        (99254, 'Chypre', true),
        (99255, 'Georgie', false),
        (99256, 'Kazakhstan', false),
        (99257, 'Kirghizistan', false),
        (99258, 'Ouzbekistan', false),
        (99259, 'Tadjikistan', false),
        (99260, 'Turkmenistan', false),
        (99261, 'Palestine (etat de)', false),
        (99262, 'Timor oriental', false),
        (99301, 'Egypte', false),
        (99302, 'Liberia', false),
        (99303, 'Afrique du sud', false),
        (99304, 'Gambie', false),
        (99305, 'Cameroun et togo', false),
        (99306, 'Sainte helene, ascension et tristan da cunha', false),
        (99307, 'Soudan anglo-egyptien, kenya, ouganda', false),
        (99308, 'Zanzibar', false),
        (99309, 'Tanzanie', false),
        (99310, 'Zimbabwe', false),
        (99311, 'Namibie', false),
        (99312, 'Congo (republique democratique)', false),
        (99313, 'Provinces espagnoles d''afrique', false),
        (99314, 'Guinee equatoriale', false),
        (99315, 'Ethiopie', false),
        (99316, 'Libye', false),
        (99317, 'Erythree', false),
        (99318, 'Somalie', false),
        (99319, 'Acores, madere', false),
        (99320, 'Iles portugaises de l''ocean indien', false),
        (99321, 'Burundi', false),
        (99322, 'Cameroun', false),
        (99323, 'Centrafricaine (republique)', false),
        (99324, 'Congo', false),
        (99325, 'Tanger', false),
        (99326, 'Cote d''ivoire', false),
        (99327, 'Benin', false),
        (99328, 'Gabon', false),
        (99329, 'Ghana', false),
        (99330, 'Guinee', false),
        (99331, 'Burkina', false),
        (99332, 'Kenya', false),
        (99333, 'Madagascar', false),
        (99334, 'Malawi', false),
        (99335, 'Mali', false),
        (99336, 'Mauritanie', false),
        (99337, 'Niger', false),
        (99338, 'Nigeria', false),
        (99339, 'Ouganda', false),
        (99340, 'Rwanda', false),
        (99341, 'Senegal', false),
        (99342, 'Sierra leone', false),
        (99343, 'Soudan', false),
        (99344, 'Tchad', false),
        (99345, 'Togo', false),
        (99346, 'Zambie', false),
        (99347, 'Botswana', false),
        (99348, 'Lesotho', false),
        (99349, 'Soudan du sud', false),
        (99350, 'Maroc', false),
        (99351, 'Tunisie', false),
        (99352, 'Algerie', false),
        (99389, 'Sahara occidental', false),
        (99390, 'Maurice', false),
        (99391, 'Eswatini', false),
        (99392, 'Guinee-bissau', false),
        (99393, 'Mozambique', false),
        (99394, 'Sao tome-et-principe', false),
        (99395, 'Angola', false),
        (99396, 'Cap-vert', false),
        (99397, 'Comores', false),
        (99398, 'Seychelles', false),
        (99399, 'Djibouti', false),
        (99401, 'Canada', false),
        (99402, 'Terre-neuve', false),
        (99403, 'Labrador', false),
        (99404, 'Etats-unis', false),
        (99405, 'Mexique', false),
        (99406, 'Costa rica', false),
        (99407, 'Cuba', false),
        (99408, 'Dominicaine (republique)', false),
        (99409, 'Guatemala', false),
        (99410, 'Haiti', false),
        (99411, 'Honduras', false),
        (99412, 'Nicaragua', false),
        (99413, 'Panama', false),
        (99414, 'El salvador', false),
        (99415, 'Argentine', false),
        (99416, 'Bresil', false),
        (99417, 'Chili', false),
        (99418, 'Bolivie', false),
        (99419, 'Colombie', false),
        (99420, 'Equateur', false),
        (99421, 'Paraguay', false),
        (99422, 'Perou', false),
        (99423, 'Uruguay', false),
        (99424, 'Venezuela', false),
        (99425, 'Vierges britanniques (iles)', false),
        (99426, 'Jamaique', false),
        (99427, 'Terr. du royaume-uni dans l''atlantique sud', false),
        (99428, 'Guyana', false),
        (99429, 'Belize', false),
        (99430, 'Groenland', false),
        (99431, 'Antilles neerlandaises', false),
        (99432, 'Vierges des etats-unis (iles)', false),
        (99433, 'Trinite-et-tobago', false),
        (99434, 'Barbade', false),
        (99435, 'Grenade', false),
        (99436, 'Bahamas', false),
        (99437, 'Suriname', false),
        (99438, 'Dominique', false),
        (99439, 'Sainte-lucie	', false),
        (99440, 'Saint-vincent-et-les grenadines', false),
        (99441, 'Antigua-et-barbuda', false),
        (99442, 'Saint-christophe-et-nieves', false),
        (99443, 'Bonaire, saint eustache et saba', false),
        (99444, 'Curaçao', false),
        (99445, 'Saint-martin (partie neerlandaise)', false),
        (99501, 'Norfolk (ile)', false),
        (99502, 'Tokelau', false),
        (99503, 'Pitcairn (ile)', false),
        (99504, 'Hawaii (iles)', false),
        (99505, 'Terr. des etats-unis d''amerique en oceanie', false),
        (99506, 'Samoa occidentales', false),
        (99507, 'Nauru', false),
        (99508, 'Fidji', false),
        (99509, 'Tonga', false),
        (99510, 'Papouasie-nouvelle-guinee', false),
        (99511, 'Tuvalu', false),
        (99512, 'Salomon (iles)', false),
        (99513, 'Kiribati', false),
        (99514, 'Vanuatu', false),
        (99515, 'Marshall (iles)', false),
        (99516, 'Micronesie (etats federes de)', false),
        (99517, 'Palaos (iles)', false)
),
affected AS (
    SELECT ranges.range * 64 + numbers.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[], current_setting('impact.filled')::bigint[]) AS ranges (range, places)
    CROSS JOIN generate_series(0, 63) AS numbers (place)
    WHERE ranges.places >> numbers.place & 1 <> 0
),
entreprises_entreprise AS (
    SELECT
        entreprises_entreprise.id,
        entreprises_entreprise.appartient_groupe,
        entreprises_entreprise.comptes_consolides,
        entreprises_entreprise.categorie_juridique_sirene,
        entreprises_entreprise.est_cotee,
        entreprises_entreprise.est_societe_mere,
        entreprises_entreprise.est_interet_public,
        entreprises_entreprise.code_pays_etranger_sirene
    FROM entreprises_entreprise
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = entreprises_entreprise.id)
),
entreprises_caracteristiquesannuelles AS (
    SELECT
        entreprises_caracteristiquesannuelles.id,
        entreprises_caracteristiquesannuelles.annee,
        entreprises_caracteristiquesannuelles.entreprise_id,
        entreprises_caracteristiquesannuelles.tranche_bilan,
        entreprises_caracteristiquesannuelles.tranche_chiffre_affaires,
        entreprises_caracteristiquesannuelles.date_cloture_exercice,
        entreprises_caracteristiquesannuelles.tranche_bilan_consolide,
        entreprises_caracteristiquesannuelles.tranche_chiffre_affaires_consolide,
        entreprises_caracteristiquesannuelles.effectif_groupe,
        entreprises_caracteristiquesannuelles.effectif_securite_sociale
    FROM entreprises_caracteristiquesannuelles
    WHERE EXISTS (
            SELECT 1
            FROM affected
            WHERE affected.id = entreprises_caracteristiquesannuelles.entreprise_id
        )
),
reglementations_rapportcsrd AS (
    SELECT
        reglementations_rapportcsrd.id,
        reglementations_rapportcsrd.annee,
        reglementations_rapportcsrd.entreprise_id,
        reglementations_rapportcsrd.proprietaire_id,
        reglementations_rapportcsrd.etape_validee,
        reglementations_rapportcsrd.lien_rapport,
        reglementations_rapportcsrd.bloque
    FROM reglementations_rapportcsrd
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = reglementations_rapportcsrd.entreprise_id)
),
reglementations_rapportcsrd_analyses_ia AS (
    SELECT reglementations_rapportcsrd_analyses_ia.rapportcsrd_id
    FROM reglementations_rapportcsrd_analyses_ia
    WHERE EXISTS (
            SELECT 1
            FROM reglementations_rapportcsrd
            WHERE reglementations_rapportcsrd.id = reglementations_rapportcsrd_analyses_ia.rapportcsrd_id
        )
),
reglementations_enjeu AS (
    SELECT reglementations_enjeu.rapport_csrd_id, reglementations_enjeu.materiel
    FROM reglementations_enjeu
    WHERE EXISTS (
            SELECT 1
            FROM reglementations_rapportcsrd
            WHERE reglementations_rapportcsrd.id = reglementations_enjeu.rapport_csrd_id
        )
),
habilitations_habilitation AS (
    SELECT habilitations_habilitation.entreprise_id
    FROM habilitations_habilitation
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = habilitations_habilitation.entreprise_id)
)
SELECT
    entreprise.id::bigint AS entreprise_id,
    est_soumise.value AS est_soumise,
    CASE
        WHEN NOT est_soumise.value THEN NULL
        WHEN rapport_annee.id IS NULL THEN 'A ACTUALISER'
        WHEN rapport_annee.lien_rapport <> '' AND rapport_annee.bloque THEN 'A JOUR'
        ELSE 'EN COURS'
    END AS statut,
    CASE WHEN est_soumise.value THEN dernier_rapport.etape_validee END AS etape_validee,
    CASE WHEN est_soumise.value THEN coalesce(analyses_ia.nb_documents_ia, 0) ELSE 0 END::bigint AS nb_documents_ia,
    CASE WHEN est_soumise.value THEN coalesce(enjeux.nb_iro_selectionnes, 0) ELSE 0 END::bigint AS nb_iro_selectionnes,
    est_soumise.value AND dernier_rapport.id IS NOT NULL AND dernier_rapport.lien_rapport <> '' AS lien_rapport
FROM entreprises_entreprise AS entreprise
LEFT JOIN (
    SELECT DISTINCT ON (caracteristiques.entreprise_id)
        caracteristiques.entreprise_id,
        caracteristiques.tranche_bilan_consolide,
        caracteristiques.tranche_chiffre_affaires_consolide,
        caracteristiques.effectif_groupe,
        caracteristiques.tranche_bilan,
        caracteristiques.tranche_chiffre_affaires,
        caracteristiques.effectif_securite_sociale,
        caracteristiques.id,
        caracteristiques.date_cloture_exercice
    FROM entreprises_caracteristiquesannuelles AS caracteristiques
    ORDER BY caracteristiques.entreprise_id, caracteristiques.annee DESC, caracteristiques.id DESC
) AS derniere ON derniere.entreprise_id = entreprise.id
CROSS JOIN LATERAL (
    SELECT
        entreprise.appartient_groupe
        AND cardinality(array_positions(
            ARRAY[
                derniere.tranche_bilan_consolide IN ('30M-43M', '43M-100M', '100M+'),
                derniere.tranche_chiffre_affaires_consolide IN ('60M-100M', '100M+'),
                derniere.effectif_groupe IN ('250-499', '500-4999', '5000-9999', '10000+')
            ],
            true
        )) >= 2 AS value
) AS grand_groupe
CROSS JOIN LATERAL (
    SELECT
        cardinality(array_positions(
            ARRAY[
                derniere.tranche_bilan IN ('25M-43M', '43M-100M', '100M+'),
                derniere.tranche_chiffre_affaires IN ('50M-100M', '100M+'),
                derniere.effectif_securite_sociale IN ('250-499', '500+')
            ],
            true
        )) >= 2 AS value
) AS grande
CROSS JOIN LATERAL (
    SELECT
        entreprise.est_cotee
        AND cardinality(array_positions(
            ARRAY[
                derniere.tranche_bilan = '0-450k',
                derniere.tranche_chiffre_affaires = '0-900k',
                derniere.effectif_securite_sociale = '0-9'
            ],
            true
        )) < 2 AS value
) AS cotee_non_micro
LEFT JOIN pays ON pays.code = entreprise.code_pays_etranger_sirene
CROSS JOIN LATERAL (
    SELECT entreprise.code_pays_etranger_sirene IS NULL OR pays."est_dans_EEE" IS TRUE AS value
) AS dans_eee
CROSS JOIN LATERAL (
    SELECT
        CASE
            WHEN (
                    entreprise.categorie_juridique_sirene BETWEEN 5100 AND 6199
                    OR entreprise.categorie_juridique_sirene BETWEEN 6300 AND 6499
                    OR entreprise.categorie_juridique_sirene BETWEEN 8100 AND 8299
                    OR entreprise.categorie_juridique_sirene = 3120
                ) IS NOT TRUE
                AND NOT entreprise.est_interet_public
            THEN false
            WHEN grand_groupe.value
                THEN entreprise.est_societe_mere IS TRUE OR grande.value OR cotee_non_micro.value
            WHEN dans_eee.value THEN grande.value OR cotee_non_micro.value
            ELSE grande.value OR derniere.tranche_chiffre_affaires = '100M+'
        END AS value
) AS est_soumise
LEFT JOIN (
    SELECT DISTINCT ON (rapport_csrd.entreprise_id)
        rapport_csrd.entreprise_id,
        rapport_csrd.id,
        rapport_csrd.lien_rapport,
        rapport_csrd.bloque
    FROM reglementations_rapportcsrd AS rapport_csrd
    WHERE rapport_csrd.proprietaire_id IS NULL
        AND rapport_csrd.annee = extract(year FROM current_setting('impact.today')::date)::int
    ORDER BY rapport_csrd.entreprise_id, rapport_csrd.id DESC
) AS rapport_annee ON rapport_annee.entreprise_id = entreprise.id
LEFT JOIN (
    SELECT DISTINCT ON (rapport_csrd.entreprise_id)
        rapport_csrd.entreprise_id,
        rapport_csrd.etape_validee,
        rapport_csrd.id,
        rapport_csrd.lien_rapport
    FROM reglementations_rapportcsrd AS rapport_csrd
    ORDER BY rapport_csrd.entreprise_id, rapport_csrd.annee DESC, rapport_csrd.id DESC
) AS dernier_rapport ON dernier_rapport.entreprise_id = entreprise.id
LEFT JOIN (
    SELECT
        analyse_rapport_csrd.rapportcsrd_id,
        count(*) AS nb_documents_ia
    FROM reglementations_rapportcsrd_analyses_ia AS analyse_rapport_csrd
    GROUP BY analyse_rapport_csrd.rapportcsrd_id
) AS analyses_ia ON analyses_ia.rapportcsrd_id = dernier_rapport.id
LEFT JOIN (
    SELECT
        enjeu.rapport_csrd_id,
        count(*) AS nb_iro_selectionnes
    FROM reglementations_enjeu AS enjeu
    WHERE enjeu.materiel IS NOT NULL
    GROUP BY enjeu.rapport_csrd_id
) AS enjeux ON enjeux.rapport_csrd_id = dernier_rapport.id
WHERE EXISTS (
        SELECT 1
        FROM habilitations_habilitation AS habilitation
        WHERE habilitation.entreprise_id = entreprise.id
    )
    AND derniere.id IS NOT NULL
    AND derniere.date_cloture_exercice IS NOT NULL
    AND derniere.effectif_securite_sociale IS NOT NULL
    AND derniere.tranche_bilan IS NOT NULL
    AND derniere.tranche_chiffre_affaires IS NOT NULL
    AND entreprise.est_cotee IS NOT NULL
    AND entreprise.est_interet_public IS NOT NULL
    AND entreprise.appartient_groupe IS NOT NULL
    AND (
        NOT entreprise.appartient_groupe
        OR NOT entreprise.comptes_consolides
        OR entreprise.comptes_consolides
        AND derniere.effectif_groupe IS NOT NULL
        AND derniere.tranche_bilan_consolide IS NOT NULL
        AND derniere.tranche_chiffre_affaires_consolide IS NOT NULL
    );
