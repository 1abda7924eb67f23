-- invitation: Invitation à rejoindre une entreprise, sans l'adresse de la personne invitée. Only the rows of `impact.filled` in the ranges `impact.ranges`.
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
invitations_invitation AS (
    SELECT
        invitations_invitation.id,
        invitations_invitation.created_at,
        invitations_invitation.updated_at,
        invitations_invitation.role,
        invitations_invitation.entreprise_id,
        invitations_invitation.inviteur_id,
        invitations_invitation.date_acceptation
    FROM invitations_invitation
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = invitations_invitation.id)
)
SELECT
    encode(substr(sha256(
        (SELECT outer_pad FROM hmac) || sha256(
            (SELECT inner_pad FROM hmac) || convert_to('invitations_invitation|' || invitation.id, 'UTF8')
        )
    ), 1, 16), 'hex')::uuid AS impact_id,
    (invitation.created_at AT TIME ZONE 'Europe/Paris')::date AS ajoutee_le,
    (invitation.updated_at AT TIME ZONE 'Europe/Paris')::date AS modifiee_le,
    invitation.role,
    (invitation.date_acceptation AT TIME ZONE 'Europe/Paris')::date AS date_acceptation,
    invitation.entreprise_id::bigint AS entreprise_id,
    encode(substr(sha256(
        (SELECT outer_pad FROM hmac) || sha256(
            (SELECT inner_pad FROM hmac) || convert_to('users_user|' || invitation.inviteur_id, 'UTF8')
        )
    ), 1, 16), 'hex')::uuid AS inviteur_id
FROM invitations_invitation AS invitation;
