-- entreprises: La trappe : du SQL dans les mots de PostgreSQL.
SELECT
    entreprise.id::bigint AS id,
    (regexp_replace(entreprise.nom, '[^a-z]', '', 'g'))::text AS propre,
    (nullif(entreprise.effectif, 0)::bigint)::bigint AS reste,
    (2 * (entreprise.id + 1))::bigint AS double
FROM entreprises_entreprise AS entreprise;
