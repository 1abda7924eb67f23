-- entreprises: Entre deux bornes dont l'une manque il n'y a rien.
SELECT
    entreprise.id::bigint AS id,
    (entreprise.id BETWEEN 1 AND entreprise.effectif) IS TRUE AS entre,
    (entreprise.id >= 1 AND entreprise.id < entreprise.effectif) IS NOT TRUE AS pas_entre,
    (entreprise.id IN (entreprise.effectif, 3)) IS TRUE AS parmi
FROM entreprises_entreprise AS entreprise;
