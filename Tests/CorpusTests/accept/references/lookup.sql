-- entreprises: Une liste de référence du dépôt.
WITH pays (code, nom, ue, population) AS (
    VALUES
        ('DE', 'Allemagne', true, 84),
        ('CI', 'Côte d''Ivoire', false, NULL),
        ('GB', 'Royaume-Uni, Angleterre', false, 67)
)
SELECT
    entreprise.id::bigint AS id,
    pays.nom AS pays,
    pays.ue IS TRUE AS dans_ue,
    coalesce(pays_pays_mere.nom, 'inconnu') AS pays_mere
FROM entreprises_entreprise AS entreprise
LEFT JOIN pays ON pays.code = entreprise.code_pays
LEFT JOIN entreprises_entreprise AS mere ON mere.id = entreprise.mere_id
LEFT JOIN pays AS pays_pays_mere ON pays_pays_mere.code = mere.code_pays;
