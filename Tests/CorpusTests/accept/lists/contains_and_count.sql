-- entreprises: Des listes de valeurs.
SELECT
    entreprise.id::bigint AS id,
    entreprise.nom IN ('A', 'B') AS parmi,
    (entreprise."code_NAF" IN ('A', 'B')) IS TRUE AS parmi_naf,
    entreprise.nom NOT IN ('A', 'B') AS pas_parmi,
    (entreprise."code_NAF" IN ('A', 'B')) IS NOT TRUE AS pas_parmi_naf,
    (entreprise.effectif IN (1, 2, 3)) IS TRUE AS nombres,
    entreprise.nom = 'A' AS un_seul,
    cardinality(array_positions(
        ARRAY[entreprise.cotee, entreprise.effectif > 10, entreprise.nom = 'X'],
        true
    ))::bigint AS criteres,
    false AS aucun
FROM entreprises_entreprise AS entreprise;
