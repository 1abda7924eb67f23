-- bdese: a digest of all that its rows are made from, for each range of 64 numbers.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of bdese', 'UTF8')
            )
        ) AS key
),
ranges AS (
    SELECT
        entreprise.id::bigint >> 6 AS range,
        sum(hashtextextended(entreprise.id::text, 0)) AS digest
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
                caracteristiques.entreprise_id
            )::text,
            1
        )) AS digest
    FROM entreprises_caracteristiquesannuelles AS caracteristiques
    GROUP BY caracteristiques.entreprise_id::bigint >> 6
    UNION ALL
    SELECT
        bdese_avec_accord.entreprise_id::bigint >> 6 AS range,
        sum(hashtextextended(
            (
                bdese_avec_accord.annee,
                bdese_avec_accord.is_complete,
                bdese_avec_accord.entreprise_id,
                bdese_avec_accord.user_id
            )::text,
            2
        )) AS digest
    FROM reglementations_bdeseavecaccord AS bdese_avec_accord
    GROUP BY bdese_avec_accord.entreprise_id::bigint >> 6
    UNION ALL
    SELECT
        bdese50a300.entreprise_id::bigint >> 6 AS range,
        sum(hashtextextended(
            (
                bdese50a300.id,
                bdese50a300.annee,
                bdese50a300.entreprise_id,
                bdese50a300.user_id,
                bdese50a300.completion_steps
            )::text,
            3
        )) AS digest
    FROM reglementations_bdese_50_300 AS bdese50a300
    GROUP BY bdese50a300.entreprise_id::bigint >> 6
    UNION ALL
    SELECT
        bdese300.entreprise_id::bigint >> 6 AS range,
        sum(hashtextextended(
            (bdese300.id, bdese300.annee, bdese300.entreprise_id, bdese300.user_id, bdese300.completion_steps)::text,
            4
        )) AS digest
    FROM reglementations_bdese_300 AS bdese300
    GROUP BY bdese300.entreprise_id::bigint >> 6
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
