-- entreprises: L'égalité de Swift : deux absents sont égaux, le résultat n'est jamais absent.
SELECT
    entreprise.id::bigint AS id,
    entreprise."code_NAF" IS NOT DISTINCT FROM '01.11Z' AS egal,
    entreprise."code_NAF" IS DISTINCT FROM '01.11Z' AS different,
    entreprise."code_NAF" IS NOT DISTINCT FROM entreprise.code_pays AS meme,
    entreprise.nom = 'X' AS exact,
    entreprise.cotee IS TRUE AS vrai,
    entreprise.cotee IS NOT TRUE AS pas_vrai,
    entreprise.cotee IS FALSE AS faux,
    entreprise.effectif > 250 AS grande,
    entreprise.effectif <= 250 AS pas_grande,
    entreprise.cotee IS TRUE AND entreprise.effectif > 250 AS les_deux,
    NOT (entreprise.cotee IS TRUE OR entreprise."code_NAF" IS NULL) AS ni
FROM entreprises_entreprise AS entreprise;
