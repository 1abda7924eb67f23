-- entreprises: Une liste filtrée, nommée, servant plusieurs fois.
SELECT
    entreprise.id::bigint AS id,
    coalesce(publies.nombre, 0) AS nombre,
    coalesce(publies.notes, 0) AS notes,
    publies_last.annee::bigint AS dernier,
    EXISTS (
        SELECT 1
        FROM rapports_rapport AS rapport
        WHERE rapport.entreprise_id = entreprise.id
            AND rapport.publie
            AND rapport.statut = 'final'
    ) AS final
FROM entreprises_entreprise AS entreprise
LEFT JOIN (
    SELECT
        rapport.entreprise_id,
        count(*) AS nombre,
        count(*) FILTER (WHERE rapport.note IS NOT NULL) AS notes
    FROM rapports_rapport AS rapport
    WHERE rapport.publie
    GROUP BY rapport.entreprise_id
) AS publies ON publies.entreprise_id = entreprise.id
LEFT JOIN (
    SELECT DISTINCT ON (rapport.entreprise_id)
        rapport.entreprise_id,
        rapport.annee
    FROM rapports_rapport AS rapport
    WHERE rapport.publie
    ORDER BY rapport.entreprise_id, rapport.annee DESC, rapport.id DESC
) AS publies_last ON publies_last.entreprise_id = entreprise.id;
