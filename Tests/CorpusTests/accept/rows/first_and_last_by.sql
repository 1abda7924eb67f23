-- entreprises: La première et la dernière de plusieurs lignes.
SELECT
    entreprise.id::bigint AS id,
    rapports.statut AS premier,
    rapports_last.statut AS dernier,
    rapports_last_2.annee::bigint AS depose,
    rapports_last_3.annee::bigint AS publie
FROM entreprises_entreprise AS entreprise
LEFT JOIN (
    SELECT DISTINCT ON (rapport.entreprise_id)
        rapport.entreprise_id,
        rapport.statut
    FROM rapports_rapport AS rapport
    ORDER BY rapport.entreprise_id, rapport.annee, rapport.id
) AS rapports ON rapports.entreprise_id = entreprise.id
LEFT JOIN (
    SELECT DISTINCT ON (rapport.entreprise_id)
        rapport.entreprise_id,
        rapport.statut
    FROM rapports_rapport AS rapport
    ORDER BY rapport.entreprise_id, rapport.annee DESC, rapport.id DESC
) AS rapports_last ON rapports_last.entreprise_id = entreprise.id
LEFT JOIN (
    SELECT DISTINCT ON (rapport.entreprise_id)
        rapport.entreprise_id,
        rapport.annee
    FROM rapports_rapport AS rapport
    ORDER BY rapport.entreprise_id, rapport.depose_le DESC NULLS LAST, rapport.id DESC
) AS rapports_last_2 ON rapports_last_2.entreprise_id = entreprise.id
LEFT JOIN (
    SELECT DISTINCT ON (rapport.entreprise_id)
        rapport.entreprise_id,
        rapport.annee
    FROM rapports_rapport AS rapport
    WHERE rapport.publie
    ORDER BY rapport.entreprise_id, rapport.annee DESC, rapport.id DESC
) AS rapports_last_3 ON rapports_last_3.entreprise_id = entreprise.id;
