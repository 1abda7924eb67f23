-- utilisateur: the keys that rows of `impact.places` in the ranges `impact.ranges` can have.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
affected AS (
    SELECT ranges.range * 64 + numbers.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[], current_setting('impact.places')::bigint[]) AS ranges (range, places)
    CROSS JOIN generate_series(0, 63) AS numbers (place)
    WHERE ranges.places >> numbers.place & 1 <> 0
)
SELECT
    encode(substr(sha256(
        (SELECT outer_pad FROM hmac) || sha256(
            (SELECT inner_pad FROM hmac) || convert_to('users_user|' || utilisateur.id, 'UTF8')
        )
    ), 1, 16), 'hex')::uuid AS impact_id
FROM affected AS utilisateur;
