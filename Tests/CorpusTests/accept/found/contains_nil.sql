-- essai: Essai.
SELECT
    entreprise.id::bigint AS id,
    (entreprise."code_NAF" = 'a') IS TRUE OR entreprise."code_NAF" IS NULL AS x
FROM entreprises_entreprise AS entreprise;
