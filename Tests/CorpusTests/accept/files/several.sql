-- clients: Clients.
SELECT
    client.id::bigint AS id,
    coalesce(commandes.montant, 0)::numeric AS montant
FROM client
LEFT JOIN (
    SELECT
        commande.client_id,
        sum(commande.total) AS montant
    FROM commande
    GROUP BY commande.client_id
) AS commandes ON commandes.client_id = client.id;
