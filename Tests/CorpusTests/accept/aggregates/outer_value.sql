-- entreprises: Une condition qui lit la ligne du modèle.
SELECT
    entreprise.id::bigint AS id,
    rapports.premiers::bigint AS premiers,
    filiales.homonymes::bigint AS homonymes
FROM entreprises_entreprise AS entreprise
CROSS JOIN LATERAL (
    SELECT count(*) AS premiers
    FROM rapports_rapport AS rapport
    WHERE rapport.entreprise_id = entreprise.id
        AND rapport.annee = extract(year FROM entreprise.creee_le)::int
) AS rapports
CROSS JOIN LATERAL (
    SELECT count(*) AS homonymes
    FROM entreprises_entreprise AS filiales
    WHERE filiales.mere_id = entreprise.id
        AND filiales.nom = entreprise.nom
) AS filiales;
