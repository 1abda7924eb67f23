-- invitation: the keys that rows of the ranges `impact.ranges` can have.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
affected AS (
    SELECT ranges.range * 64 + places.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[]) AS ranges (range)
    CROSS JOIN generate_series(0, 63) AS places (place)
)
SELECT
    encode(substr(sha256(
        (SELECT outer_pad FROM hmac) || sha256(
            (SELECT inner_pad FROM hmac) || convert_to('invitations_invitation|' || invitation.id, 'UTF8')
        )
    ), 1, 16), 'hex')::uuid AS impact_id
FROM affected AS invitation;
