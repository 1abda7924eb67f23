-- essai: Essai.
SELECT
    entreprise.id::bigint AS id,
    greatest(entreprise.chiffre, 0)::numeric AS x
FROM entreprises_entreprise AS entreprise;
