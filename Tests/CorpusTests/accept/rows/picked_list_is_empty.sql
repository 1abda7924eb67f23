-- entreprises: Une liste dont une ligne est choisie : cette ligne dit si la liste est vide.
SELECT
    entreprise.id::bigint AS id,
    rapports.id IS NULL AS sans_publie,
    dernier.statut,
    rapports.annee::bigint AS publie,
    coalesce(rapports_documentes.documentes, 0) AS documentes
FROM entreprises_entreprise AS entreprise
LEFT JOIN (
    SELECT DISTINCT ON (rapport.entreprise_id)
        rapport.entreprise_id,
        rapport.id,
        rapport.annee
    FROM rapports_rapport AS rapport
    WHERE rapport.publie
    ORDER BY rapport.entreprise_id, rapport.annee DESC, rapport.id DESC
) AS rapports ON rapports.entreprise_id = entreprise.id
LEFT JOIN (
    SELECT DISTINCT ON (rapport.entreprise_id)
        rapport.entreprise_id,
        rapport.statut,
        rapport.id
    FROM rapports_rapport AS rapport
    ORDER BY rapport.entreprise_id, rapport.annee DESC, rapport.id DESC
) AS dernier ON dernier.entreprise_id = entreprise.id
LEFT JOIN (
    SELECT
        rapport.entreprise_id,
        count(*) AS documentes
    FROM rapports_rapport AS rapport
    WHERE EXISTS (SELECT 1 FROM rapports_document AS document WHERE document.rapport_id = rapport.id)
    GROUP BY rapport.entreprise_id
) AS rapports_documentes ON rapports_documentes.entreprise_id = entreprise.id
WHERE dernier.id IS NOT NULL;
