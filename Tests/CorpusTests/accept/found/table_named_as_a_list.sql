-- liste: Pays.
WITH pays_list_617973 (code, nom, ue, population) AS (
    VALUES
        ('DE', 'Allemagne', true, 84),
        ('CI', 'Côte d''Ivoire', false, NULL),
        ('GB', 'Royaume-Uni, Angleterre', false, 67)
)
SELECT
    pays_production.id::bigint AS id,
    pays.nom
FROM pays AS pays_production
LEFT JOIN pays_list_617973 AS pays ON pays.code = pays_production.code;
