-- entreprises: NOT EXISTS est une négation : il lui faut des parenthèses devant ::text et =.
SELECT
    entreprise.id::bigint AS id,
    (NOT EXISTS (SELECT 1 FROM rapports_rapport AS rapport WHERE rapport.entreprise_id = entreprise.id))::text AS sans_rapport,
    (NOT EXISTS (SELECT 1 FROM rapports_rapport AS rapport WHERE rapport.entreprise_id = entreprise.id))
        IS NOT DISTINCT FROM entreprise.cotee AS comme_cotee
FROM entreprises_entreprise AS entreprise;
