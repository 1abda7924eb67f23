-- One row per habilitation. The free text "fonctions" is left out.
SELECT oracle.token('habilitations_habilitation', h.id) AS impact_id,
       h.entreprise_id,
       oracle.token('users_user', h.user_id) AS utilisateur_id,
       oracle.jour_paris(h.created_at) AS ajoutee_le,
       oracle.jour_paris(h.updated_at) AS modifiee_le,
       oracle.token('invitations_invitation', h.invitation_id) AS invitation_id
FROM habilitations_habilitation h
ORDER BY impact_id
