-- m10: M.
SELECT
    ent.id::bigint AS id,
    ((ent.id + 1) * 2)::bigint AS s,
    CASE WHEN ent.note IS NOT NULL THEN raps.t ELSE 0 END::bigint AS t,
    raps.w::bigint AS w,
    NOT (ent.note IN (1, 2)) IS TRUE AS v
FROM ent
CROSS JOIN LATERAL (
    SELECT
        count(*) FILTER (WHERE rap.opt = ent.note) AS t,
        count(*) FILTER (WHERE rap.opt IS NOT DISTINCT FROM ent.note) AS w
    FROM rap_t AS rap
    WHERE rap.ent_id = ent.id
) AS raps;
