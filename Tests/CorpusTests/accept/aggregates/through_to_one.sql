-- habilitations: Une relation multiple au bout d'une relation simple.
SELECT
    habilitation.id::bigint AS id,
    coalesce(rapports.rapports, 0) AS rapports,
    coalesce(filiales.soeurs, 0) AS soeurs
FROM habilitations_habilitation AS habilitation
LEFT JOIN (
    SELECT
        rapport.entreprise_id,
        count(*) AS rapports
    FROM rapports_rapport AS rapport
    GROUP BY rapport.entreprise_id
) AS rapports ON rapports.entreprise_id = habilitation.entreprise_id
JOIN entreprises_entreprise AS entreprise ON entreprise.id = habilitation.entreprise_id
LEFT JOIN (
    SELECT
        filiales.mere_id,
        count(*) AS soeurs
    FROM entreprises_entreprise AS filiales
    GROUP BY filiales.mere_id
) AS filiales ON filiales.mere_id = entreprise.mere_id;
