-- comptes: Comptes.
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
    ), 1, 16), 'hex')::uuid AS id,
    date_trunc('month', utilisateur.created_at AT TIME ZONE 'Europe/Paris')::date AS mois
FROM users_user AS utilisateur;

-- cotees: Entreprises cotées seulement.
SELECT
    entreprise.id::bigint AS id,
    CASE WHEN mere.cotee THEN entreprise.mere_id END::bigint AS mere
FROM entreprises_entreprise AS entreprise
LEFT JOIN entreprises_entreprise AS mere ON mere.id = entreprise.mere_id
WHERE entreprise.cotee;

-- details: Une ligne par entreprise active, d'une autre table.
SELECT
    entreprise.id::bigint AS entreprise,
    entreprise.nom
FROM entreprises_entreprise AS entreprise
WHERE entreprise.effectif IS NOT NULL;

-- rattachements: Rattachements.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
)
SELECT
    habilitation.id::bigint AS id,
    encode(substr(sha256(
        (SELECT outer_pad FROM hmac) || sha256(
            (SELECT inner_pad FROM hmac) || convert_to('users_user|' || habilitation.user_id, 'UTF8')
        )
    ), 1, 16), 'hex')::uuid AS compte,
    CASE WHEN entreprise.cotee THEN habilitation.entreprise_id END::bigint AS entreprise
FROM habilitations_habilitation AS habilitation
JOIN entreprises_entreprise AS entreprise ON entreprise.id = habilitation.entreprise_id;

-- toutes: Toutes les entreprises.
SELECT entreprise.id::bigint AS id
FROM entreprises_entreprise AS entreprise;
