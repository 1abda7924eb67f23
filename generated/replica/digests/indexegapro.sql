-- indexegapro: a digest of all that its rows are made from, for each range of 64 numbers.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of indexegapro', 'UTF8')
            )
        ) AS key
),
ranges AS (
    SELECT
        entreprise.id::bigint >> 6 AS range,
        sum(hashtextextended((entreprise.id, entreprise.siren)::text, 0)) AS digest
    FROM entreprises_entreprise AS entreprise
    GROUP BY entreprise.id::bigint >> 6
    UNION ALL
    SELECT
        caracteristiques.entreprise_id::bigint >> 6 AS range,
        sum(hashtextextended(
            (
                caracteristiques.id,
                caracteristiques.annee,
                caracteristiques.effectif,
                caracteristiques.entreprise_id
            )::text,
            1
        )) AS digest
    FROM entreprises_caracteristiquesannuelles AS caracteristiques
    GROUP BY caracteristiques.entreprise_id::bigint >> 6
    UNION ALL
    SELECT
        entreprise.id::bigint >> 6 AS range,
        sum(hashtextextended((index_ega_pro.siren, index_ega_pro.annee, index_ega_pro.reponse_api)::text, 2)) AS digest
    FROM entreprises_entreprise AS entreprise
    JOIN metabase_tempegapro AS index_ega_pro ON index_ega_pro.siren = entreprise.siren
    GROUP BY entreprise.id::bigint >> 6
    UNION ALL
    SELECT
        habilitation.entreprise_id::bigint >> 6 AS range,
        sum(hashtextextended(habilitation.entreprise_id::text, 3)) AS digest
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
