-- entreprise: of each block of 65536 numbers, a digest of all that its rows are made from; and its ranges of 16, where that is none of `impact.known`.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of entreprise', 'UTF8')
            )
        ) AS key
),
rows AS (
    SELECT
        entreprise.id::bigint >> 4 AS range,
        hashtextextended(
            (
                entreprise.id,
                entreprise.siren,
                entreprise.denomination,
                entreprise.created_at,
                entreprise.updated_at,
                entreprise.appartient_groupe,
                entreprise.comptes_consolides,
                entreprise.societe_mere_en_france,
                entreprise.date_derniere_qualification,
                entreprise.categorie_juridique_sirene,
                entreprise.est_cotee,
                entreprise.est_societe_mere,
                entreprise.est_interet_public,
                entreprise.code_pays_etranger_sirene,
                entreprise."code_NAF",
                entreprise.code_postal
            )::text,
            0
        ) AS hash
    FROM entreprises_entreprise AS entreprise
    UNION ALL
    SELECT
        caracteristiques.entreprise_id::bigint >> 4 AS range,
        hashtextextended(
            (
                caracteristiques.id,
                caracteristiques.annee,
                caracteristiques.bdese_accord,
                caracteristiques.effectif,
                caracteristiques.entreprise_id,
                caracteristiques.updated_at,
                caracteristiques.effectif_outre_mer,
                caracteristiques.tranche_bilan,
                caracteristiques.tranche_chiffre_affaires,
                caracteristiques.date_cloture_exercice,
                caracteristiques.tranche_bilan_consolide,
                caracteristiques.tranche_chiffre_affaires_consolide,
                caracteristiques.effectif_groupe,
                caracteristiques.effectif_groupe_france,
                caracteristiques.effectif_securite_sociale,
                caracteristiques.tranche_consommation_energie_finale
            )::text,
            1
        ) AS hash
    FROM entreprises_caracteristiquesannuelles AS caracteristiques
    UNION ALL
    SELECT
        habilitation.entreprise_id::bigint >> 4 AS range,
        hashtextextended(habilitation.entreprise_id::text, 2) AS hash
    FROM habilitations_habilitation AS habilitation
),
ranges AS (
    SELECT
        rows.range,
        sum(rows.hash) AS hash
    FROM rows
    GROUP BY rows.range
),
blocks AS (
    SELECT
        ranges.range >> 12 AS block,
        ranges.range >> 12 AS name,
        substr(sha256(
            (SELECT key FROM range_key) || convert_to(
                'rows of block|' || (ranges.range >> 12) || '|'
                    || sum(hash_numeric_extended(ranges.hash, ranges.range)),
                'UTF8'
            )
        ), 1, 8) AS digest,
        count(*) AS ranges
    FROM ranges
    GROUP BY ranges.range >> 12
)
SELECT
    blocks.block,
    blocks.name,
    blocks.digest,
    blocks.ranges,
    ranges.range,
    ranges.range AS range_name,
    substr(sha256(
        (SELECT key FROM range_key) || convert_to('rows|' || ranges.range || '|' || ranges.hash, 'UTF8')
    ), 1, 8) AS range_digest
FROM blocks
LEFT JOIN unnest(current_setting('impact.known')::bytea[]) AS known (digest) ON known.digest = blocks.digest
LEFT JOIN ranges ON ranges.range >> 12 = blocks.block AND known.digest IS NULL
ORDER BY blocks.block;
