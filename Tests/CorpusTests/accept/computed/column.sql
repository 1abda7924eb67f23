-- factures: Factures.
SELECT
    facture.id::bigint AS id,
    (facture.montant * (1 + coalesce(facture.taux, 0.2)))::numeric AS ttc,
    CASE WHEN facture.avoir_id IS NOT NULL THEN avoir.montant * (1 + coalesce(avoir.taux, 0.2)) END::numeric AS avoir
FROM compta.factures AS facture
LEFT JOIN compta.factures AS avoir ON avoir.id = facture.avoir_id
WHERE facture.montant >= 1000::numeric;
