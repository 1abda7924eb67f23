-- entreprises: Des textes assemblés.
SELECT
    entreprise.id::bigint AS id,
    entreprise.nom || ' (' || entreprise.id::text || ')' AS titre,
    entreprise."code_NAF" || ' - ' || entreprise.nom AS code,
    'l''' || entreprise.nom || '\
' AS texte,
    entreprise.nom || ' ' || coalesce(entreprise."code_NAF", '') AS somme,
    coalesce(entreprise.cotee, false)::text || ' ' || entreprise.creee_le::text AS divers
FROM entreprises_entreprise AS entreprise;
