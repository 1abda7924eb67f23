-- utilisateur: Compte du Portail RSE, sous un pseudonyme et sans donnée nominative. Only the rows of `impact.filled` in the ranges `impact.ranges`.
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
users_user AS (
    SELECT
        users_user.id,
        users_user.last_login,
        users_user.reception_actualites,
        users_user.created_at,
        users_user.updated_at,
        users_user.is_email_confirmed,
        users_user.is_conseiller_rse
    FROM users_user
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = users_user.id)
),
habilitations_habilitation AS (
    SELECT habilitations_habilitation.user_id
    FROM habilitations_habilitation
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = habilitations_habilitation.user_id)
)
SELECT
    encode(substr(sha256(
        (SELECT outer_pad FROM hmac) || sha256(
            (SELECT inner_pad FROM hmac) || convert_to('users_user|' || utilisateur.id, 'UTF8')
        )
    ), 1, 16), 'hex')::uuid AS impact_id,
    date_trunc('month', utilisateur.created_at AT TIME ZONE 'Europe/Paris')::date AS ajoute_le,
    date_trunc('month', utilisateur.updated_at AT TIME ZONE 'Europe/Paris')::date AS modifie_le,
    utilisateur.reception_actualites,
    utilisateur.is_email_confirmed AS email_confirme,
    date_trunc('month', utilisateur.last_login AT TIME ZONE 'Europe/Paris')::date AS connecte_le,
    coalesce(habilitations.nombre_entreprises, 0) AS nombre_entreprises,
    utilisateur.is_conseiller_rse AS conseiller_rse
FROM users_user AS utilisateur
LEFT JOIN (
    SELECT
        habilitation.user_id,
        count(*) AS nombre_entreprises
    FROM habilitations_habilitation AS habilitation
    GROUP BY habilitation.user_id
) AS habilitations ON habilitations.user_id = utilisateur.id;
