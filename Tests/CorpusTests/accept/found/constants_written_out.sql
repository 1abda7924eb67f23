-- entreprises: Des constantes que PostgreSQL lit avant toute condition, ou prend pour un commentaire.
SELECT
    entreprise.id::bigint AS id,
    (coalesce(entreprise.chiffre, 0.0) + 2.50)::numeric AS deux_fois_moins,
    CASE WHEN 'x' ~ '^-?\d+(\.\d+)?$' THEN 'x'::text::numeric END::numeric AS pas_un_nombre
FROM entreprises_entreprise AS entreprise;
