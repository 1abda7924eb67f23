-- entreprises: Entreprises.
SELECT
    entreprise.id::bigint AS id,
    entreprise."code_NAF" AS naf
FROM entreprises_entreprise AS entreprise;
