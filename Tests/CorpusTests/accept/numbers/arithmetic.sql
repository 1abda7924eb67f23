-- entreprises: Des calculs.
SELECT
    entreprise.id::bigint AS id,
    (coalesce(entreprise.effectif, 0) + 1)::bigint AS somme,
    (entreprise.id - (entreprise.id - 1) - 2)::bigint AS difference,
    (2 * (entreprise.id + 1) * 3)::bigint AS produit,
    (entreprise.id / nullif(entreprise.effectif, 0))::bigint AS quotient,
    (entreprise.id % 7)::bigint AS reste,
    CASE WHEN entreprise.effectif = 0 THEN NULL ELSE 100 / entreprise.effectif END::bigint AS garde,
    (-entreprise.id)::bigint AS oppose,
    (entreprise.id - -1)::bigint AS double_oppose,
    (entreprise.id::double precision / nullif((entreprise.id + 1)::double precision, 0))::double precision AS ratio,
    trunc(entreprise.part * 100)::bigint AS entier,
    abs(entreprise.id - 10)::bigint AS absolue,
    greatest(entreprise.id, entreprise.effectif, 3)::bigint AS plus_grand,
    least(entreprise.creee_le, entreprise.cloture) AS plus_petit,
    (entreprise.chiffre * 0.2)::numeric AS tva,
    entreprise.id::text AS texte,
    CASE WHEN entreprise."code_NAF" ~ '^-?\d+(\.\d+)?$' THEN entreprise."code_NAF"::numeric END::numeric AS nombre
FROM entreprises_entreprise AS entreprise;
