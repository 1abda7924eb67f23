-- essai: Essai.
SELECT
    entreprise.id::bigint AS id,
    entreprise.nom = 'a''́ OR true OR ''' AS x
FROM entreprises_entreprise AS entreprise;
