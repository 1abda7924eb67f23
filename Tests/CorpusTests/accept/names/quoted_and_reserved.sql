-- select: Table réservée.
SELECT
    "order"."user"::bigint AS "user",
    "order"."default",
    "order"."col ""a"" 'b'" AS etrange,
    "order"."Total"::bigint AS "Total",
    "order"."select"::bigint AS "group"
FROM "order"
WHERE "order"."Total" IS DISTINCT FROM 0;
