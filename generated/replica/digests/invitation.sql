-- invitation: a digest of all that its rows are made from, for each range of 64 numbers.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of invitation', 'UTF8')
            )
        ) AS key
),
ranges AS (
    SELECT
        invitation.id::bigint >> 6 AS range,
        sum(hashtextextended(
            (
                invitation.id,
                invitation.created_at,
                invitation.updated_at,
                invitation.role,
                invitation.entreprise_id,
                invitation.inviteur_id,
                invitation.date_acceptation
            )::text,
            0
        )) AS digest
    FROM invitations_invitation AS invitation
    GROUP BY invitation.id::bigint >> 6
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
