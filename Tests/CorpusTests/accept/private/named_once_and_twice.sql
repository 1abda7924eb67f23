-- entreprises: Nommée une fois, une colonne privée est écrite à sa place ; deux fois, elle est calculée à côté.
SELECT
    entreprise.id::bigint AS id,
    (coalesce(entreprise.effectif, 0) / 2)::bigint AS moitie,
    deux_fois.value AS division,
    agricole.value AS agricole,
    CASE WHEN agricole.value THEN 'agricole' ELSE 'autre' END AS libelle
FROM entreprises_entreprise AS entreprise
CROSS JOIN LATERAL (
    SELECT
        CASE WHEN entreprise."code_NAF" IS NULL THEN 'inconnu' ELSE left(entreprise."code_NAF", 2) END AS value
) AS deux_fois
CROSS JOIN LATERAL (SELECT deux_fois.value = '01' AS value) AS agricole;
