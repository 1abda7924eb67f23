-- rapports: Un CASE simple.
SELECT
    rapport.id::bigint AS id,
    CASE rapport.statut WHEN 'brouillon' THEN 'Brouillon' WHEN 'final' THEN 'Définitif' END AS libelle,
    CASE
        WHEN rapport.statut IN ('brouillon', 'relu') THEN 'en cours'
        WHEN rapport.statut IS NULL THEN 'inconnu'
        ELSE 'fini'
    END AS famille
FROM rapports_rapport AS rapport;
