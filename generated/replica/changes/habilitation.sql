-- habilitation: Rattachement d'un utilisateur à une entreprise. Only the rows of `impact.filled` in the ranges `impact.ranges`.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
affected AS (
    SELECT ranges.range * 64 + numbers.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[], current_setting('impact.filled')::bigint[]) AS ranges (range, places)
    CROSS JOIN generate_series(0, 63) AS numbers (place)
    WHERE ranges.places >> numbers.place & 1 <> 0
),
habilitations_habilitation AS (
    SELECT
        habilitations_habilitation.id,
        habilitations_habilitation.entreprise_id,
        habilitations_habilitation.user_id,
        habilitations_habilitation.created_at,
        habilitations_habilitation.updated_at,
        habilitations_habilitation.invitation_id
    FROM habilitations_habilitation
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = habilitations_habilitation.id)
)
SELECT
    encode(substr(sha256(
        (SELECT outer_pad FROM hmac) || sha256(
            (SELECT inner_pad FROM hmac) || convert_to(
                'habilitations_habilitation|' || habilitation.id,
                'UTF8'
            )
        )
    ), 1, 16), 'hex')::uuid AS impact_id,
    habilitation.entreprise_id::bigint AS entreprise_id,
    encode(substr(sha256(
        (SELECT outer_pad FROM hmac) || sha256(
            (SELECT inner_pad FROM hmac) || convert_to('users_user|' || habilitation.user_id, 'UTF8')
        )
    ), 1, 16), 'hex')::uuid AS utilisateur_id,
    (habilitation.created_at AT TIME ZONE 'Europe/Paris')::date AS ajoutee_le,
    (habilitation.updated_at AT TIME ZONE 'Europe/Paris')::date AS modifiee_le,
    encode(substr(sha256(
        (SELECT outer_pad FROM hmac) || sha256(
            (SELECT inner_pad FROM hmac) || convert_to(
                'invitations_invitation|' || habilitation.invitation_id,
                'UTF8'
            )
        )
    ), 1, 16), 'hex')::uuid AS invitation_id
FROM habilitations_habilitation AS habilitation;
