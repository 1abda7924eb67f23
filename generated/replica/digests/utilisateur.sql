-- utilisateur: a digest of all that its rows are made from, for each range of 64 numbers.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of utilisateur', 'UTF8')
            )
        ) AS key
),
ranges AS (
    SELECT
        utilisateur.id::bigint >> 6 AS range,
        sum(hashtextextended(
            (
                utilisateur.id,
                utilisateur.last_login,
                utilisateur.reception_actualites,
                utilisateur.created_at,
                utilisateur.updated_at,
                utilisateur.is_email_confirmed,
                utilisateur.is_conseiller_rse
            )::text,
            0
        )) AS digest
    FROM users_user AS utilisateur
    GROUP BY utilisateur.id::bigint >> 6
    UNION ALL
    SELECT
        habilitation.user_id::bigint >> 6 AS range,
        sum(hashtextextended(habilitation.user_id::text, 1)) AS digest
    FROM habilitations_habilitation AS habilitation
    GROUP BY habilitation.user_id::bigint >> 6
)
SELECT
    ranges.range,
    substr(sha256((SELECT key FROM range_key) || convert_to('range|' || ranges.range, 'UTF8')), 1, 8) AS name,
    substr(sha256(
        (SELECT key FROM range_key) || convert_to(
            'rows|' || ranges.range || '|' || sum(ranges.digest),
            'UTF8'
        )
    ), 1, 8) AS digest
FROM ranges
GROUP BY ranges.range;
