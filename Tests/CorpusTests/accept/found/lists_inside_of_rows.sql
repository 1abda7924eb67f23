-- entreprises: Une liste de référence se lit aussi dans une opération sur plusieurs lignes.
WITH pays (code, nom, ue, population) AS MATERIALIZED (
    VALUES
        ('DE', 'Allemagne', true, 84),
        ('CI', 'Côte d''Ivoire', false, NULL),
        ('GB', 'Royaume-Uni, Angleterre', false, 67)
)
SELECT
    entreprise.id::bigint AS id,
    coalesce(rapports.du_plus_peuple, 0) AS du_plus_peuple,
    rapports_last.statut AS dernier,
    pays_all.ecart::numeric AS ecart,
    pays_all_last.nom AS voisin,
    rapports_last_2.statut AS comme_la_mere
FROM entreprises_entreprise AS entreprise
LEFT JOIN (
    SELECT
        rapport.entreprise_id,
        count(*) AS du_plus_peuple
    FROM rapports_rapport AS rapport
    CROSS JOIN (
        SELECT max(pays.population) AS du_plus_peuple
        FROM pays
    ) AS pays_all
    WHERE rapport.annee > pays_all.du_plus_peuple
    GROUP BY rapport.entreprise_id
) AS rapports ON rapports.entreprise_id = entreprise.id
LEFT JOIN (
    SELECT DISTINCT ON (rapport.entreprise_id)
        rapport.entreprise_id,
        rapport.statut
    FROM rapports_rapport AS rapport
    LEFT JOIN (
        SELECT pays.population
        FROM pays
        ORDER BY pays.nom, pays.code
        LIMIT 1
    ) AS pays_all ON true
    ORDER BY rapport.entreprise_id, rapport.annee - coalesce(pays_all.population, 0) DESC, rapport.id DESC
) AS rapports_last ON rapports_last.entreprise_id = entreprise.id
CROSS JOIN (
    SELECT avg(pays.population - pays_all_ecart.ecart) AS ecart
    FROM pays
    CROSS JOIN (
        SELECT coalesce(sum(pays_2.population)::bigint, 0) AS ecart
        FROM pays AS pays_2
    ) AS pays_all_ecart
) AS pays_all
LEFT JOIN (
    SELECT pays_3.nom
    FROM pays AS pays_3
    CROSS JOIN (
        SELECT max(pays_4.population) AS voisin
        FROM pays AS pays_4
        WHERE pays_4.ue
    ) AS pays_all_voisin
    ORDER BY pays_3.population - pays_all_voisin.voisin DESC NULLS LAST, pays_3.code DESC
    LIMIT 1
) AS pays_all_last ON true
LEFT JOIN (
    SELECT DISTINCT ON (rapport_rapports.entreprise_id)
        rapport_rapports.entreprise_id,
        rapport_rapports.annee
    FROM rapports_rapport AS rapport_rapports
    ORDER BY rapport_rapports.entreprise_id, rapport_rapports.depose_le DESC NULLS LAST, rapport_rapports.id DESC
) AS rapports_last_3 ON rapports_last_3.entreprise_id = entreprise.mere_id
LEFT JOIN LATERAL (
    SELECT rapport.statut
    FROM rapports_rapport AS rapport
    WHERE rapport.entreprise_id = entreprise.id
    ORDER BY rapport.annee - rapports_last_3.annee DESC NULLS LAST, rapport.id DESC
    LIMIT 1
) AS rapports_last_2 ON true;
