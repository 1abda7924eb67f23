-- entreprises: Une fonction sur une liste.
SELECT
    entreprise.id::bigint AS id,
    CASE
        WHEN coalesce(rapports.part_totale_total, 0) = 0 THEN 100
        ELSE 100 * coalesce(rapports.part_totale_publies, 0) / coalesce(rapports.part_totale_total, 0)
    END::bigint AS part_totale,
    CASE
        WHEN coalesce(rapports.part_recente_total, 0) = 0 THEN 100
        ELSE 100 * coalesce(rapports.part_recente_publies, 0) / coalesce(rapports.part_recente_total, 0)
    END::bigint AS part_recente
FROM entreprises_entreprise AS entreprise
LEFT JOIN (
    SELECT
        rapport.entreprise_id,
        count(*) AS part_totale_total,
        count(*) FILTER (WHERE rapport.publie) AS part_totale_publies,
        count(*) FILTER (WHERE rapport.annee >= 2020) AS part_recente_total,
        count(*) FILTER (WHERE rapport.annee >= 2020 AND rapport.publie) AS part_recente_publies
    FROM rapports_rapport AS rapport
    GROUP BY rapport.entreprise_id
) AS rapports ON rapports.entreprise_id = entreprise.id;
