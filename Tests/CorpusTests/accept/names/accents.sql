-- élèves: Élèves.
SELECT
    "élève"."numéro"::bigint AS "numéro",
    "établissement"."intitulé" AS "école",
    ("élèves".camarades - 1)::bigint AS camarades,
    '🎓 ' || "élève"."année"::text AS "œuvre"
FROM "scolarité_élève" AS "élève"
JOIN "scolarité_établissement" AS "établissement" ON "établissement"."numéro" = "élève"."établissement_id"
CROSS JOIN LATERAL (
    SELECT count(*) AS camarades
    FROM "scolarité_élève" AS "élèves"
    WHERE "élèves"."établissement_id" = "élève"."établissement_id"
        AND "élèves"."année" = "élève"."année"
) AS "élèves";
