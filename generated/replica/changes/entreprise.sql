-- entreprise: Entreprise inscrite sur le Portail RSE. Only the rows of `impact.filled` in the ranges `impact.ranges`.
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
        entreprises_entreprise.siren,
        entreprises_entreprise.denomination,
        entreprises_entreprise.created_at,
        entreprises_entreprise.updated_at,
        entreprises_entreprise.appartient_groupe,
        entreprises_entreprise.comptes_consolides,
        entreprises_entreprise.societe_mere_en_france,
        entreprises_entreprise.date_derniere_qualification,
        entreprises_entreprise.categorie_juridique_sirene,
        entreprises_entreprise.est_cotee,
        entreprises_entreprise.est_societe_mere,
        entreprises_entreprise.est_interet_public,
        entreprises_entreprise.code_pays_etranger_sirene,
        entreprises_entreprise."code_NAF",
        entreprises_entreprise.code_postal
    FROM entreprises_entreprise
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = entreprises_entreprise.id)
),
entreprises_caracteristiquesannuelles AS (
    SELECT
        entreprises_caracteristiquesannuelles.id,
        entreprises_caracteristiquesannuelles.annee,
        entreprises_caracteristiquesannuelles.bdese_accord,
        entreprises_caracteristiquesannuelles.effectif,
        entreprises_caracteristiquesannuelles.entreprise_id,
        entreprises_caracteristiquesannuelles.updated_at,
        entreprises_caracteristiquesannuelles.effectif_outre_mer,
        entreprises_caracteristiquesannuelles.tranche_bilan,
        entreprises_caracteristiquesannuelles.tranche_chiffre_affaires,
        entreprises_caracteristiquesannuelles.date_cloture_exercice,
        entreprises_caracteristiquesannuelles.tranche_bilan_consolide,
        entreprises_caracteristiquesannuelles.tranche_chiffre_affaires_consolide,
        entreprises_caracteristiquesannuelles.effectif_groupe,
        entreprises_caracteristiquesannuelles.effectif_groupe_france,
        entreprises_caracteristiquesannuelles.effectif_securite_sociale,
        entreprises_caracteristiquesannuelles.tranche_consommation_energie_finale
    FROM entreprises_caracteristiquesannuelles
    WHERE EXISTS (
            SELECT 1
            FROM affected
            WHERE affected.id = entreprises_caracteristiquesannuelles.entreprise_id
        )
),
habilitations_habilitation AS (
    SELECT habilitations_habilitation.entreprise_id
    FROM habilitations_habilitation
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = habilitations_habilitation.entreprise_id)
)
SELECT
    entreprise.id::bigint AS impact_id,
    entreprise.created_at AS ajoutee_le,
    greatest(entreprise.updated_at, derniere.updated_at) AS modifiee_le,
    CASE WHEN entreprise.categorie_juridique_sirene BETWEEN 1000 AND 1999 THEN NULL ELSE entreprise.siren END AS siren,
    CASE
        WHEN entreprise.categorie_juridique_sirene BETWEEN 1000 AND 1999 THEN NULL
        ELSE entreprise.denomination
    END AS denomination,
    derniere.effectif,
    derniere.bdese_accord,
    coalesce(habilitations.nombre_utilisateurs, 0) AS nombre_utilisateurs,
    derniere.date_cloture_exercice,
    derniere.tranche_bilan,
    derniere.tranche_chiffre_affaires,
    entreprise.appartient_groupe,
    entreprise.comptes_consolides,
    derniere.tranche_bilan_consolide,
    derniere.tranche_chiffre_affaires_consolide,
    derniere.effectif_outre_mer,
    derniere.effectif_groupe,
    entreprise.societe_mere_en_france,
    entreprise.date_derniere_qualification,
    CASE
        WHEN entreprise.categorie_juridique_sirene IS NULL OR entreprise.categorie_juridique_sirene = 0
            THEN NULL
        WHEN entreprise.categorie_juridique_sirene BETWEEN 5308 AND 5385 THEN 'SOCIETE_COMMANDITE_PAR_ACTIONS'
        WHEN entreprise.categorie_juridique_sirene BETWEEN 5443 AND 5460
            OR entreprise.categorie_juridique_sirene BETWEEN 5551 AND 5560
            OR entreprise.categorie_juridique_sirene BETWEEN 5651 AND 5660
            OR entreprise.categorie_juridique_sirene IN (5543, 5547, 5643, 5647)
        THEN 'SOCIETE_COOPERATIVE_DE_PRODUCTION'
        WHEN entreprise.categorie_juridique_sirene BETWEEN 5505 AND 5515
            OR entreprise.categorie_juridique_sirene BETWEEN 5522 AND 5542
            OR entreprise.categorie_juridique_sirene BETWEEN 5599 AND 5642
            OR entreprise.categorie_juridique_sirene BETWEEN 5670 AND 5699
            OR entreprise.categorie_juridique_sirene IN (5546, 5646, 5648)
        THEN 'SOCIETE_ANONYME'
        WHEN entreprise.categorie_juridique_sirene BETWEEN 5710 AND 5785
            THEN 'SOCIETE_PAR_ACTIONS_SIMPLIFIEES'
        WHEN entreprise.categorie_juridique_sirene = 5800 THEN 'SOCIETE_EUROPEENNE'
        WHEN entreprise.categorie_juridique_sirene IN (6317, 6318) THEN 'SOCIETE_COOPERATIVE_AGRICOLE'
        WHEN entreprise.categorie_juridique_sirene = 6411 THEN 'SOCIETE_ASSURANCE_MUTUELLE'
        WHEN entreprise.categorie_juridique_sirene = 8210 THEN 'MUTUELLE'
        WHEN entreprise.categorie_juridique_sirene = 8510 THEN 'INSTITUTION_PREVOYANCE'
        ELSE 'AUTRE'
    END AS categorie_juridique,
    entreprise.est_cotee,
    derniere.effectif_groupe_france,
    entreprise.est_societe_mere,
    entreprise.est_interet_public,
    CASE
        WHEN entreprise.code_pays_etranger_sirene IS NULL OR entreprise.code_pays_etranger_sirene = 0
            THEN 'France'
        ELSE pays.pays
    END AS pays,
    entreprise."code_NAF",
    derniere.effectif_securite_sociale,
    CASE
        WHEN entreprise.categorie_juridique_sirene BETWEEN 1000 AND 1999 THEN NULL
        ELSE entreprise.code_postal
    END AS code_postal,
    derniere.tranche_consommation_energie_finale
FROM entreprises_entreprise AS entreprise
LEFT JOIN (
    SELECT DISTINCT ON (caracteristiques.entreprise_id)
        caracteristiques.entreprise_id,
        caracteristiques.updated_at,
        caracteristiques.effectif,
        caracteristiques.bdese_accord,
        caracteristiques.date_cloture_exercice,
        caracteristiques.tranche_bilan,
        caracteristiques.tranche_chiffre_affaires,
        caracteristiques.tranche_bilan_consolide,
        caracteristiques.tranche_chiffre_affaires_consolide,
        caracteristiques.effectif_outre_mer,
        caracteristiques.effectif_groupe,
        caracteristiques.effectif_groupe_france,
        caracteristiques.effectif_securite_sociale,
        caracteristiques.tranche_consommation_energie_finale
    FROM entreprises_caracteristiquesannuelles AS caracteristiques
    ORDER BY caracteristiques.entreprise_id, caracteristiques.annee DESC, caracteristiques.id DESC
) AS derniere ON derniere.entreprise_id = entreprise.id
LEFT JOIN (
    SELECT
        habilitation.entreprise_id,
        count(*) AS nombre_utilisateurs
    FROM habilitations_habilitation AS habilitation
    GROUP BY habilitation.entreprise_id
) AS habilitations ON habilitations.entreprise_id = entreprise.id
LEFT JOIN pays ON pays.code = entreprise.code_pays_etranger_sirene;
