-- csrd: a digest of all that its rows are made from, for each range of 64 numbers.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of csrd', 'UTF8')
            )
        ) AS key
),
ranges AS (
    SELECT
        entreprise.id::bigint >> 6 AS range,
        sum(hashtextextended(
            (
                entreprise.id,
                entreprise.appartient_groupe,
                entreprise.comptes_consolides,
                entreprise.categorie_juridique_sirene,
                entreprise.est_cotee,
                entreprise.est_societe_mere,
                entreprise.est_interet_public,
                entreprise.code_pays_etranger_sirene
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
                caracteristiques.entreprise_id,
                caracteristiques.tranche_bilan,
                caracteristiques.tranche_chiffre_affaires,
                caracteristiques.date_cloture_exercice,
                caracteristiques.tranche_bilan_consolide,
                caracteristiques.tranche_chiffre_affaires_consolide,
                caracteristiques.effectif_groupe,
                caracteristiques.effectif_securite_sociale
            )::text,
            1
        )) AS digest
    FROM entreprises_caracteristiquesannuelles AS caracteristiques
    GROUP BY caracteristiques.entreprise_id::bigint >> 6
    UNION ALL
    SELECT
        rapport_csrd.entreprise_id::bigint >> 6 AS range,
        sum(hashtextextended(
            (
                rapport_csrd.id,
                rapport_csrd.annee,
                rapport_csrd.entreprise_id,
                rapport_csrd.proprietaire_id,
                rapport_csrd.etape_validee,
                rapport_csrd.lien_rapport,
                rapport_csrd.bloque
            )::text,
            2
        )) AS digest
    FROM reglementations_rapportcsrd AS rapport_csrd
    GROUP BY rapport_csrd.entreprise_id::bigint >> 6
    UNION ALL
    SELECT
        rapport_csrd.entreprise_id::bigint >> 6 AS range,
        sum(hashtextextended(analyse_rapport_csrd.rapportcsrd_id::text, 3)) AS digest
    FROM reglementations_rapportcsrd AS rapport_csrd
    JOIN reglementations_rapportcsrd_analyses_ia AS analyse_rapport_csrd
        ON analyse_rapport_csrd.rapportcsrd_id = rapport_csrd.id
    GROUP BY rapport_csrd.entreprise_id::bigint >> 6
    UNION ALL
    SELECT
        rapport_csrd.entreprise_id::bigint >> 6 AS range,
        sum(hashtextextended((enjeu.rapport_csrd_id, enjeu.materiel)::text, 4)) AS digest
    FROM reglementations_rapportcsrd AS rapport_csrd
    JOIN reglementations_enjeu AS enjeu ON enjeu.rapport_csrd_id = rapport_csrd.id
    GROUP BY rapport_csrd.entreprise_id::bigint >> 6
    UNION ALL
    SELECT
        habilitation.entreprise_id::bigint >> 6 AS range,
        sum(hashtextextended(habilitation.entreprise_id::text, 5)) AS digest
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
