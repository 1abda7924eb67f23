-- entreprises: Un ordre constant n'ordonne rien : la clé départage.
SELECT
    entreprise.id::bigint AS id,
    rapports.statut,
    rapports_last.statut AS dernier
FROM entreprises_entreprise AS entreprise
LEFT JOIN (
    SELECT DISTINCT ON (rapport.entreprise_id)
        rapport.entreprise_id,
        rapport.statut
    FROM rapports_rapport AS rapport
    ORDER BY rapport.entreprise_id, rapport.id
) AS rapports ON rapports.entreprise_id = entreprise.id
LEFT JOIN (
    SELECT DISTINCT ON (rapport.entreprise_id)
        rapport.entreprise_id,
        rapport.statut
    FROM rapports_rapport AS rapport
    ORDER BY rapport.entreprise_id, rapport.id DESC
) AS rapports_last ON rapports_last.entreprise_id = entreprise.id;
