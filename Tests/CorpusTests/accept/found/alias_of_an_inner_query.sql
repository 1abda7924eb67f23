-- m13: M.
SELECT
    ent.id::bigint AS id,
    habs.fuite
FROM ent
LEFT JOIN (
    SELECT DISTINCT ON (rap.ent_id)
        rap.ent_id,
        rap.texte
    FROM rap_t AS rap
    ORDER BY rap.ent_id, rap.annee DESC, rap.id DESC
) AS raps ON raps.ent_id = ent.id
CROSS JOIN LATERAL (
    SELECT max(hab.role || ' ' || coalesce(raps.texte, '')) AS fuite
    FROM hab_t AS hab
    WHERE hab.ent_id = ent.id
) AS habs;

-- m13b: T.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
)
SELECT
    hab.id::bigint AS id,
    encode(substr(sha256(
        (SELECT outer_pad FROM hmac) || sha256(
            (SELECT inner_pad FROM hmac) || convert_to('hab_t.texte|' || hab.texte, 'UTF8')
        )
    ), 1, 16), 'hex')::uuid AS p
FROM hab_t AS hab;
