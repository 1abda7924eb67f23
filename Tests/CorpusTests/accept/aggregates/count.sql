-- entreprises: Compter les lignes liées.
SELECT
    entreprise.id::bigint AS id,
    coalesce(rapports.nombre, 0) AS nombre,
    coalesce(rapports.publies, 0) AS publies,
    coalesce(rapports.annees, 0) AS annees
FROM entreprises_entreprise AS entreprise
LEFT JOIN (
    SELECT
        rapport.entreprise_id,
        count(*) AS nombre,
        count(*) FILTER (WHERE rapport.publie) AS publies,
        count(DISTINCT rapport.annee) AS annees
    FROM rapports_rapport AS rapport
    GROUP BY rapport.entreprise_id
) AS rapports ON rapports.entreprise_id = entreprise.id;
