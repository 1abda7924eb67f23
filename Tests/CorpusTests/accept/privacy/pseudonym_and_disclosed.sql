-- comptes: Comptes, sous un jeton.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
)
SELECT
    encode(substr(sha256(
        (SELECT outer_pad FROM hmac) || sha256(
            (SELECT inner_pad FROM hmac) || convert_to('users_user|' || utilisateur.id, 'UTF8')
        )
    ), 1, 16), 'hex')::uuid AS compte,
    encode(substr(sha256(
        (SELECT outer_pad FROM hmac) || sha256(
            (SELECT inner_pad FROM hmac) || convert_to('users_user.email|' || utilisateur.email, 'UTF8')
        )
    ), 1, 16), 'hex')::uuid AS adresse,
    right(utilisateur.email, 3) AS domaine,
    utilisateur.preferences IS NOT NULL AS a_des_preferences,
    date_trunc('month', utilisateur.last_login AT TIME ZONE 'Europe/Paris')::date AS connecte_le
FROM users_user AS utilisateur
WHERE utilisateur.actif;
