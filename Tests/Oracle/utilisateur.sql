-- One row per user, under a pseudonym; dates are coarsened to the month.
SELECT oracle.token('users_user', u.id) AS impact_id,
       oracle.mois_paris(u.created_at) AS ajoute_le,
       oracle.mois_paris(u.updated_at) AS modifie_le,
       u.reception_actualites,
       u.is_email_confirmed AS email_confirme,
       oracle.mois_paris(u.last_login) AS connecte_le,
       (SELECT count(*) FROM habilitations_habilitation h WHERE h.user_id = u.id) AS nombre_entreprises,
       u.is_conseiller_rse AS conseiller_rse
FROM users_user u
ORDER BY impact_id
