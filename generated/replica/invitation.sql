-- invitation: Invitation à rejoindre une entreprise, sans l'adresse de la personne invitée.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
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
