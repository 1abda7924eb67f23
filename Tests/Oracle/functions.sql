-- What the eleven reference queries share. The queries are an independent rewrite of the business rules in plain SQL,
-- by hand: the compiler's output is compared with them, so nothing here may come from the compiler.
--
-- Installed by ./install in a schema of its own, each <table>.sql as the view oracle.<table>. Reading needs two settings:
--   impact.today   the logical date, e.g. 2026-06-15
--   test.key       the key of the pseudonyms
DROP SCHEMA IF EXISTS oracle CASCADE;
CREATE SCHEMA oracle;

-- The logical date. Only its calendar year matters, except in stats.
CREATE FUNCTION oracle.aujourdhui() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT current_setting('impact.today')::date $$;

CREATE FUNCTION oracle.annee() RETURNS integer LANGUAGE sql STABLE AS
$$ SELECT extract(year FROM oracle.aujourdhui())::integer $$;

CREATE FUNCTION oracle.jour_paris(t timestamptz) RETURNS date LANGUAGE sql IMMUTABLE AS
$$ SELECT (t AT TIME ZONE 'Europe/Paris')::date $$;

CREATE FUNCTION oracle.mois_paris(t timestamptz) RETURNS date LANGUAGE sql IMMUTABLE AS
$$ SELECT date_trunc('month', t AT TIME ZONE 'Europe/Paris')::date $$;

-- HMAC-SHA-256 as in RFC 2104: a long key is hashed first, a short one is padded with zeros.
CREATE FUNCTION oracle.hmac_sha256(key bytea, message bytea) RETURNS bytea LANGUAGE plpgsql IMMUTABLE STRICT AS
$$
DECLARE
    block CONSTANT integer := 64;
    short_key bytea := CASE WHEN length(key) > block THEN sha256(key) ELSE key END;
    inner_pad bytea := decode(repeat('36', block), 'hex');
    outer_pad bytea := decode(repeat('5c', block), 'hex');
BEGIN
    FOR i IN 0 .. length(short_key) - 1 LOOP
        inner_pad := set_byte(inner_pad, i, get_byte(inner_pad, i) # get_byte(short_key, i));
        outer_pad := set_byte(outer_pad, i, get_byte(outer_pad, i) # get_byte(short_key, i));
    END LOOP;
    RETURN sha256(outer_pad || sha256(inner_pad || message));
END
$$;

-- The pseudonym of a row of a production table: the first half of the HMAC, as a uuid. NULL stays NULL.
CREATE FUNCTION oracle.token(domain text, value bigint) RETURNS uuid LANGUAGE sql STABLE STRICT AS
$$
SELECT encode(substring(oracle.hmac_sha256(convert_to(current_setting('test.key'), 'UTF8'),
                                           convert_to(domain || '|' || value::text, 'UTF8')) FOR 16), 'hex')::uuid
$$;

-- JSON whose shape nobody guarantees: a value of another type reads as an empty one.
CREATE FUNCTION oracle.objet(j jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN jsonb_typeof(j) = 'object' THEN j ELSE '{}' END $$;

CREATE FUNCTION oracle.longueur(j jsonb) RETURNS integer LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN jsonb_typeof(j) = 'array' THEN jsonb_array_length(j) ELSE 0 END $$;

-- A JSON string's text, NULL for anything else.
CREATE FUNCTION oracle.texte(j jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN jsonb_typeof(j) = 'string' THEN j #>> '{}' END $$;

-- A decimal number written as a JSON string, NULL for anything else.
CREATE FUNCTION oracle.decimal(j jsonb) RETURNS numeric LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN oracle.texte(j) ~ '^-?[0-9]+(\.[0-9]+)?$' THEN oracle.texte(j)::numeric END $$;

-- Text as JSON, NULL if it is none.
CREATE FUNCTION oracle.analyse_json(t text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS
$$
BEGIN
    RETURN t::jsonb;
EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
    RETURN NULL;
END
$$;

-- The last characteristics of each firm: those of the greatest year, whatever that year is.
CREATE VIEW oracle.dernieres_caracteristiques AS
SELECT DISTINCT ON (entreprise_id) *
FROM entreprises_caracteristiquesannuelles
ORDER BY entreprise_id, annee DESC;

-- The firms that the regulations are about: at least one user and one row of characteristics.
CREATE VIEW oracle.perimetre AS
SELECT e.id AS entreprise_id, e.siren, e.appartient_groupe, e.comptes_consolides, e.categorie_juridique_sirene, e.est_cotee,
       e.est_societe_mere, e.est_interet_public, e.code_pays_etranger_sirene,
       c.date_cloture_exercice, c.bdese_accord, c.effectif, c.effectif_outre_mer, c.effectif_groupe, c.effectif_securite_sociale,
       c.tranche_bilan, c.tranche_chiffre_affaires, c.tranche_bilan_consolide, c.tranche_chiffre_affaires_consolide
FROM entreprises_entreprise e
JOIN oracle.dernieres_caracteristiques c ON c.entreprise_id = e.id
WHERE EXISTS (SELECT FROM habilitations_habilitation h WHERE h.entreprise_id = e.id);

-- The two reference lists, as in references/*.csv.
CREATE TABLE oracle.pays (code integer PRIMARY KEY, pays text NOT NULL, est_dans_eee boolean NOT NULL);
INSERT INTO oracle.pays VALUES
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
    (99517, 'Palaos (iles)', false);

CREATE TABLE oracle.vsme_indicateurs (schema_id text PRIMARY KEY, exigence text NOT NULL);
INSERT INTO oracle.vsme_indicateurs VALUES
    ('B1-24-a', 'B1'),
    ('B1-24-b', 'B1'),
    ('B1-24-c', 'B1'),
    ('B1-24-d', 'B1'),
    ('B1-24-e-i', 'B1'),
    ('B1-24-e-ii', 'B1'),
    ('B1-24-e-iii', 'B1'),
    ('B1-24-e-iv', 'B1'),
    ('B1-24-e-v', 'B1'),
    ('B1-24-e-vi', 'B1'),
    ('B1-24-e-vii', 'B1'),
    ('B1-25', 'B1'),
    ('B2-26-p1', 'B2'),
    ('B2-26-p2', 'B2'),
    ('B2-26-p3', 'B2'),
    ('B2-26', 'B2'),
    ('B3-29-p1', 'B3'),
    ('B3-29-p2', 'B3'),
    ('B3-30-p1', 'B3'),
    ('B3-30-p2', 'B3'),
    ('B4-32-p1', 'B4'),
    ('B4-32-p2', 'B4'),
    ('B4-32-p3', 'B4'),
    ('B5-33', 'B5'),
    ('B5-34', 'B5'),
    ('B6-35', 'B6'),
    ('B6-36', 'B6'),
    ('B7-37', 'B7'),
    ('B7-38-ab', 'B7'),
    ('B7-38-c', 'B7'),
    ('B8-39-a', 'B8'),
    ('B8-39-b', 'B8'),
    ('B8-39-c', 'B8'),
    ('B8-40', 'B8'),
    ('B9-41a', 'B9'),
    ('B9-41b', 'B9'),
    ('B10-42-a', 'B10'),
    ('B10-42-b', 'B10'),
    ('B10-42-c', 'B10'),
    ('B10-42-d', 'B10'),
    ('B11-43-p1', 'B11'),
    ('B11-43-p2', 'B11'),
    ('C1-47-a', 'C1'),
    ('C1-47-b', 'C1'),
    ('C1-47-c', 'C1'),
    ('C1-47-d', 'C1'),
    ('C2-48', 'C2'),
    ('C3-54-p1', 'C3'),
    ('C3-54-p2', 'C3'),
    ('C3-55', 'C3'),
    ('C4-57', 'C4'),
    ('C4-58', 'C4'),
    ('C5-59', 'C5'),
    ('C5-60', 'C5'),
    ('C6-61-ab', 'C6'),
    ('C6-61-c', 'C6'),
    ('C7-62-ab', 'C7'),
    ('C7-62-c', 'C7'),
    ('C8-63', 'C8'),
    ('C8-64', 'C8'),
    ('C9-65', 'C9');
