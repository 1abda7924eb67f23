-- m7: M.
SELECT
    ent.id::bigint AS id,
    habs.texte
FROM ent
LEFT JOIN (
    SELECT
        rap.ent_id,
        max(rap.texte) AS texte
    FROM rap_t AS rap
    WHERE rap.annee > 3
    GROUP BY rap.ent_id
) AS hab_texte ON hab_texte.ent_id = ent.id
CROSS JOIN LATERAL (
    SELECT max(hab.role || ' ' || coalesce(hab_texte.texte, '')) AS texte
    FROM hab_t AS hab
    WHERE hab.ent_id = ent.id
) AS habs;
