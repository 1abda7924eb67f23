-- commandes: Commandes.
SELECT
    commande.id::bigint AS id,
    commande."état" AS etat,
    commande."état" IN ('livrée', 'livrée') AS livree
FROM commandes AS commande;
