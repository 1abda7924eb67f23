-- entreprises: Les méthodes des textes.
SELECT
    entreprise.id::bigint AS id,
    lower(entreprise.nom) AS minuscules,
    upper(btrim(entreprise.nom)) AS majuscules,
    left(entreprise."code_NAF", 2) AS debut,
    right(entreprise.nom, 3) AS fin,
    starts_with(entreprise."code_NAF", '01') AS agricole,
    right(entreprise.nom, char_length('SA')) = 'SA' AS sa,
    strpos(entreprise.nom, '%') > 0 AS contient,
    entreprise.nom = '' AS vide,
    char_length(entreprise.nom)::bigint AS longueur
FROM entreprises_entreprise AS entreprise;
