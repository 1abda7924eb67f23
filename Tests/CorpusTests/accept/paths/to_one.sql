-- rapports: Rapports et leur entreprise.
SELECT
    rapport.id::bigint AS id,
    entreprise.nom AS entreprise,
    mere.nom AS mere
FROM rapports_rapport AS rapport
JOIN entreprises_entreprise AS entreprise ON entreprise.id = rapport.entreprise_id
LEFT JOIN entreprises_entreprise AS mere ON mere.id = entreprise.mere_id;
