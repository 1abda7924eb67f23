-- entreprises: Des conditions sur plusieurs lignes.
SELECT
    entreprise.id::bigint AS id,
    EXISTS (SELECT 1 FROM rapports_rapport AS rapport WHERE rapport.entreprise_id = entreprise.id) AS a_un_rapport,
    NOT EXISTS (SELECT 1 FROM entreprises_entreprise AS filiales WHERE filiales.mere_id = entreprise.id) AS seule,
    EXISTS (
        SELECT 1
        FROM rapports_rapport AS rapport
        WHERE rapport.entreprise_id = entreprise.id
            AND rapport.publie
    ) AS a_publie,
    NOT EXISTS (
        SELECT 1
        FROM rapports_rapport AS rapport
        WHERE rapport.entreprise_id = entreprise.id
            AND NOT rapport.publie
    ) AS tout_publie,
    NOT EXISTS (
        SELECT 1
        FROM rapports_rapport AS rapport
        WHERE rapport.entreprise_id = entreprise.id
            AND rapport.statut IS DISTINCT FROM 'final'
    ) AS tout_final,
    NOT EXISTS (
        SELECT 1
        FROM rapports_rapport AS rapport
        WHERE rapport.entreprise_id = entreprise.id
            AND (rapport.note > 10) IS NOT TRUE
    ) AS tout_bien_note
FROM entreprises_entreprise AS entreprise;
