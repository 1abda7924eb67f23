-- entreprises: Toutes les valeurs d'un booléen.
SELECT
    entreprise.id::bigint AS id,
    CASE WHEN entreprise.cotee IS NULL THEN 'inconnue' WHEN entreprise.cotee THEN 'cotée' ELSE 'non cotée' END AS cotation,
    CASE
        WHEN EXISTS (
                SELECT 1
                FROM rapports_rapport AS rapport
                WHERE rapport.entreprise_id = entreprise.id
                    AND rapport.publie
            )
        THEN 'oui'
        ELSE 'non'
    END AS publication
FROM entreprises_entreprise AS entreprise;
