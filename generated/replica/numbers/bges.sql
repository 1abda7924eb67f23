-- bges: of each range of 64 numbers from `impact.first` to `impact.last`, a digest of those that have rows.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of bges', 'UTF8')
            )
        ) AS key
),
numbers AS (
    SELECT
        entreprise.id::bigint AS number,
        hashint8extended(entreprise.id::bigint, 0) AS hash
    FROM entreprises_entreprise AS entreprise
    WHERE entreprise.id BETWEEN (SELECT current_setting('impact.first')::bigint) AND (SELECT current_setting('impact.last')::bigint)
    UNION ALL
    SELECT
        caracteristiques.entreprise_id::bigint AS number,
        hashint8extended(caracteristiques.entreprise_id::bigint, 1) AS hash
    FROM entreprises_caracteristiquesannuelles AS caracteristiques
    WHERE caracteristiques.entreprise_id BETWEEN (SELECT current_setting('impact.first')::bigint) AND (SELECT current_setting('impact.last')::bigint)
    UNION ALL
    SELECT
        entreprise.id::bigint AS number,
        hashint8extended(entreprise.id::bigint, 2) AS hash
    FROM entreprises_entreprise AS entreprise
    JOIN metabase_tempbges AS bilan_ges ON bilan_ges.siren = entreprise.siren
    WHERE entreprise.id BETWEEN (SELECT current_setting('impact.first')::bigint) AND (SELECT current_setting('impact.last')::bigint)
    UNION ALL
    SELECT
        habilitation.entreprise_id::bigint AS number,
        hashint8extended(habilitation.entreprise_id::bigint, 3) AS hash
    FROM habilitations_habilitation AS habilitation
    WHERE habilitation.entreprise_id BETWEEN (SELECT current_setting('impact.first')::bigint) AND (SELECT current_setting('impact.last')::bigint)
)
SELECT
    numbers.number >> 6 AS range,
    numbers.number >> 6 AS name,
    (
        'x' || encode(substr(sha256(
            (SELECT key FROM range_key) || convert_to(
                'numbers|' || (numbers.number >> 6) || '|' || sum(numbers.hash),
                'UTF8'
            )
        ), 1, 8), 'hex')
    )::bit(64)::bigint AS digest
FROM numbers
GROUP BY numbers.number >> 6;
