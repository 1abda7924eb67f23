-- analyseia: of each range of 64 numbers from `impact.first` to `impact.last`, a digest of those that have rows.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of analyseia', 'UTF8')
            )
        ) AS key
),
numbers AS (
    SELECT
        analyse_ia.id::bigint AS number,
        hashint8extended(analyse_ia.id::bigint, 0) AS hash
    FROM analyseia_analyseia AS analyse_ia
    WHERE analyse_ia.id BETWEEN (SELECT current_setting('impact.first')::bigint) AND (SELECT current_setting('impact.last')::bigint)
    UNION ALL
    SELECT
        analyse_rapport_csrd.analyseia_id::bigint AS number,
        hashint8extended(analyse_rapport_csrd.analyseia_id::bigint, 1) AS hash
    FROM reglementations_rapportcsrd_analyses_ia AS analyse_rapport_csrd
    WHERE analyse_rapport_csrd.analyseia_id BETWEEN (SELECT current_setting('impact.first')::bigint) AND (SELECT current_setting('impact.last')::bigint)
    UNION ALL
    SELECT
        analyse_entreprise.analyseia_id::bigint AS number,
        hashint8extended(analyse_entreprise.analyseia_id::bigint, 2) AS hash
    FROM entreprises_entreprise_analyses_ia AS analyse_entreprise
    WHERE analyse_entreprise.analyseia_id BETWEEN (SELECT current_setting('impact.first')::bigint) AND (SELECT current_setting('impact.last')::bigint)
    UNION ALL
    SELECT
        analyse_rapport_csrd.analyseia_id::bigint AS number,
        hashint8extended(analyse_rapport_csrd.analyseia_id::bigint, 3) AS hash
    FROM reglementations_rapportcsrd_analyses_ia AS analyse_rapport_csrd
    JOIN reglementations_rapportcsrd AS rapport_csrd ON rapport_csrd.id = analyse_rapport_csrd.rapportcsrd_id
    WHERE analyse_rapport_csrd.analyseia_id BETWEEN (SELECT current_setting('impact.first')::bigint) AND (SELECT current_setting('impact.last')::bigint)
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
