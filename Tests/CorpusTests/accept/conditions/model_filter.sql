-- rapports: Le filtre du modèle : une ligne de conditions chacune.
SELECT
    rapport.id::bigint AS id,
    rapport.annee::bigint AS annee
FROM rapports_rapport AS rapport
JOIN entreprises_entreprise AS entreprise ON entreprise.id = rapport.entreprise_id
WHERE rapport.publie
    AND (rapport.annee >= 2020 OR rapport.statut = 'final')
    AND entreprise.cotee IS NOT FALSE;
