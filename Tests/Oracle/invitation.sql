-- One row per invitation. The production foreign keys already ensure that its firm and its author exist.
SELECT oracle.token('invitations_invitation', i.id) AS impact_id,
       oracle.jour_paris(i.created_at) AS ajoutee_le,
       oracle.jour_paris(i.updated_at) AS modifiee_le,
       i.role,
       oracle.jour_paris(i.date_acceptation) AS date_acceptation,
       i.entreprise_id,
       oracle.token('users_user', i.inviteur_id) AS inviteur_id
FROM invitations_invitation i
ORDER BY impact_id
