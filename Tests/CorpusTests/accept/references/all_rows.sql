-- entreprises: Toutes les lignes d'une liste de référence.
WITH pays (code, nom, ue, population) AS MATERIALIZED (
    VALUES
        ('DE', 'Allemagne', true, 84),
        ('CI', 'Côte d''Ivoire', false, NULL),
        ('GB', 'Royaume-Uni, Angleterre', false, 67)
)
SELECT
    entreprise.id::bigint AS id,
    pays_all.nombre::bigint AS nombre,
    pays_all.initiale::bigint AS initiale,
    pays_all.population::bigint AS population
FROM entreprises_entreprise AS entreprise
CROSS JOIN LATERAL (
    SELECT
        count(*) AS nombre,
        count(*) FILTER (WHERE left(pays.code, 1) = left(entreprise.code_pays, 1)) AS initiale,
        coalesce(sum(pays.population) FILTER (WHERE pays.ue)::bigint, 0) AS population
    FROM pays
) AS pays_all;
