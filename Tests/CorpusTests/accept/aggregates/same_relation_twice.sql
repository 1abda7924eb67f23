-- entreprises: Deux filtres, une table dérivée.
SELECT
    entreprise.id::bigint AS id,
    coalesce(rapports.brouillons, 0) AS brouillons,
    coalesce(rapports.publies, 0) AS publies,
    rapports.note::numeric AS note
FROM entreprises_entreprise AS entreprise
LEFT JOIN (
    SELECT
        rapport.entreprise_id,
        count(*) FILTER (WHERE rapport.statut = 'brouillon') AS brouillons,
        count(*) FILTER (WHERE rapport.publie AND rapport.annee >= 2020) AS publies,
        max(rapport.note) FILTER (WHERE rapport.publie) AS note
    FROM rapports_rapport AS rapport
    GROUP BY rapport.entreprise_id
) AS rapports ON rapports.entreprise_id = entreprise.id;
