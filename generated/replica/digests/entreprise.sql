-- entreprise: a digest of all that its rows are made from, for each range of 64 numbers.
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
ranges AS (
    SELECT
        entreprise.id::bigint >> 6 AS range,
        sum(hashtextextended(
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
        )) AS digest
    FROM entreprises_entreprise AS entreprise
    GROUP BY entreprise.id::bigint >> 6
    UNION ALL
    SELECT
        caracteristiques.entreprise_id::bigint >> 6 AS range,
        sum(hashtextextended(
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
        )) AS digest
    FROM entreprises_caracteristiquesannuelles AS caracteristiques
    GROUP BY caracteristiques.entreprise_id::bigint >> 6
    UNION ALL
    SELECT
        habilitation.entreprise_id::bigint >> 6 AS range,
        sum(hashtextextended(habilitation.entreprise_id::text, 2)) AS digest
    FROM habilitations_habilitation AS habilitation
    GROUP BY habilitation.entreprise_id::bigint >> 6
)
SELECT
    ranges.range,
    ranges.range AS name,
    substr(sha256(
        (SELECT key FROM range_key) || convert_to(
            'rows|' || ranges.range || '|' || sum(ranges.digest),
            'UTF8'
        )
    ), 1, 8) AS digest
FROM ranges
GROUP BY ranges.range;
