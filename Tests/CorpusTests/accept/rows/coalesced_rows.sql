-- entreprises: L'une ou l'autre de deux lignes.
SELECT
    entreprise.id::bigint AS id,
    tete.nom AS tete_nom,
    coalesce(mere.mere_id, entreprise.mere_id)::bigint AS tete_id
FROM entreprises_entreprise AS entreprise
LEFT JOIN entreprises_entreprise AS mere ON mere.id = entreprise.mere_id
LEFT JOIN entreprises_entreprise AS tete ON tete.id = coalesce(mere.mere_id, entreprise.mere_id);
