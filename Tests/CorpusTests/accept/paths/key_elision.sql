-- rapports: La clé étrangère est déjà la clé : aucune jointure.
SELECT
    rapport.id::bigint AS id,
    rapport.entreprise_id::bigint AS entreprise,
    entreprise.mere_id::bigint AS mere
FROM rapports_rapport AS rapport
JOIN entreprises_entreprise AS entreprise ON entreprise.id = rapport.entreprise_id;
