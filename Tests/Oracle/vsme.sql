-- One row per VSME report, with the share of its applicable indicators that are filled in.
WITH rapports AS (
    SELECT r.*
    FROM vsme_rapportvsme r
    WHERE r.entreprise_id IN (SELECT entreprise_id FROM oracle.perimetre)
), remplis AS (
    -- d: the data of every indicator of the report by its id
    SELECT i.rapport_vsme_id AS id,
           count(*) AS nombre,
           min(i.created_at) AS premier,
           max(i.updated_at) AS dernier,
           jsonb_object_agg(i.schema_id, oracle.objet(i._data)) AS d
    FROM vsme_indicateur i
    GROUP BY i.rapport_vsme_id
), reponses AS (
    -- the answers that decide what applies; NULL when the indicator or its key is missing
    SELECT id, nombre, premier, dernier, d,
           oracle.texte(d -> 'B1-24-a' -> 'choix_module') AS choix_module,
           d -> 'B1-24-c' -> 'type_perimetre' = '"consolidee"' AS consolidee,
           d -> 'B1-24-e-i' -> 'coopérative' = 'true'
           OR d -> 'B1-24-e-i' -> 'forme_juridique' IN ('"51"', '"63"') AS cooperative,
           oracle.longueur(d -> 'B1-24-e-vi' -> 'pays') >= 2 AS plusieurs_pays,
           EXISTS (SELECT FROM jsonb_each(oracle.objet(d -> 'B2-26' -> 'declaration_durabilite')) theme
                   WHERE oracle.objet(theme.value) -> 'pratiques' = 'true') AS pratiques,
           oracle.longueur(d -> 'C4-57' -> 'aleas_et_risques_climatiques') > 0 AS aleas,
           oracle.decimal(d -> 'B1-24-e-v' -> 'nombre_salaries') < 50 AS moins_de_50_salaries
    FROM remplis
), applicables AS (
    SELECT r.id, l.exigence, r.d ? l.schema_id AS rempli
    FROM reponses r
    CROSS JOIN oracle.vsme_indicateurs l
    CROSS JOIN LATERAL (
        SELECT r.d -> 'B2-26' -> 'non_pertinent' = 'true' AS b2_26,
               r.d -> 'C4-57' -> 'non_pertinent' = 'true' AS c4_57,
               r.d -> 'B3-30-p2' -> 'non_pertinent' = 'true' AS b3_30_p2,
               r.d -> 'C3-54-p1' -> 'non_pertinent' = 'true' AS c3_54_p1) non_pertinent
    WHERE NOT (r.choix_module IS NOT DISTINCT FROM 'base' AND l.exigence LIKE 'C%')
      AND CASE
              WHEN l.schema_id = 'B1-24-d' THEN coalesce(r.consolidee, false)
              WHEN l.schema_id IN ('B2-26-p1', 'B2-26-p2', 'B2-26-p3') THEN coalesce(r.cooperative, false)
              WHEN l.schema_id = 'B8-39-c' THEN r.plusieurs_pays
              WHEN l.schema_id = 'C2-48' THEN r.pratiques AND non_pertinent.b2_26 IS NOT TRUE
              -- only a published scope 3 makes the absence of a target count
              WHEN l.schema_id = 'C3-54-p2' THEN NOT (r.d ? 'B3-30-p2' AND non_pertinent.b3_30_p2 IS NOT TRUE
                                                      AND non_pertinent.c3_54_p1 IS TRUE)
              WHEN l.schema_id = 'C4-58' THEN r.aleas AND non_pertinent.c4_57 IS NOT TRUE
              WHEN l.schema_id IN ('C5-59', 'C5-60') THEN r.moins_de_50_salaries IS NOT TRUE
              ELSE true
          END
), comptes AS (
    -- one line per requirement, and one for the whole report (exigence NULL)
    SELECT id, exigence, count(*) AS total, count(*) FILTER (WHERE rempli) AS faits
    FROM applicables
    GROUP BY GROUPING SETS ((id, exigence), (id))
), progressions AS (
    -- in doubles and in this order: 29 out of 50 must give 57
    SELECT r.id, x.exigence,
           CASE WHEN c.total IS NULL THEN 100 ELSE trunc(c.faits::float8 / c.total::float8 * 100)::integer END AS progression
    FROM remplis r
    CROSS JOIN (SELECT DISTINCT exigence FROM oracle.vsme_indicateurs UNION ALL SELECT NULL) x
    LEFT JOIN comptes c ON c.id = r.id AND c.exigence IS NOT DISTINCT FROM x.exigence
), mesures AS (
    SELECT id,
           max(progression) FILTER (WHERE exigence IS NULL) AS progression,
           max(progression) FILTER (WHERE exigence = 'B1') AS "progression_B1",
           max(progression) FILTER (WHERE exigence = 'B2') AS "progression_B2",
           max(progression) FILTER (WHERE exigence = 'B3') AS "progression_B3",
           max(progression) FILTER (WHERE exigence = 'B4') AS "progression_B4",
           max(progression) FILTER (WHERE exigence = 'B5') AS "progression_B5",
           max(progression) FILTER (WHERE exigence = 'B6') AS "progression_B6",
           max(progression) FILTER (WHERE exigence = 'B7') AS "progression_B7",
           max(progression) FILTER (WHERE exigence = 'B8') AS "progression_B8",
           max(progression) FILTER (WHERE exigence = 'B9') AS "progression_B9",
           max(progression) FILTER (WHERE exigence = 'B10') AS "progression_B10",
           max(progression) FILTER (WHERE exigence = 'B11') AS "progression_B11",
           max(progression) FILTER (WHERE exigence = 'C1') AS "progression_C1",
           max(progression) FILTER (WHERE exigence = 'C2') AS "progression_C2",
           max(progression) FILTER (WHERE exigence = 'C3') AS "progression_C3",
           max(progression) FILTER (WHERE exigence = 'C4') AS "progression_C4",
           max(progression) FILTER (WHERE exigence = 'C5') AS "progression_C5",
           max(progression) FILTER (WHERE exigence = 'C6') AS "progression_C6",
           max(progression) FILTER (WHERE exigence = 'C7') AS "progression_C7",
           max(progression) FILTER (WHERE exigence = 'C8') AS "progression_C8",
           max(progression) FILTER (WHERE exigence = 'C9') AS "progression_C9"
    FROM progressions
    GROUP BY id
)
SELECT true AS est_soumise,
       CASE WHEN m.progression = 100 THEN 'A JOUR' ELSE 'EN COURS' END AS statut,
       r.created_at AS cree_le,
       coalesce(q.dernier, r.updated_at) AS modifie_le,
       coalesce(q.nombre, 0) AS nb_indicateurs_completes,
       coalesce(m.progression, 0) AS progression,
       coalesce(m."progression_B1", 0) AS "progression_B1",
       coalesce(m."progression_B2", 0) AS "progression_B2",
       coalesce(m."progression_B3", 0) AS "progression_B3",
       coalesce(m."progression_B4", 0) AS "progression_B4",
       coalesce(m."progression_B5", 0) AS "progression_B5",
       coalesce(m."progression_B6", 0) AS "progression_B6",
       coalesce(m."progression_B7", 0) AS "progression_B7",
       coalesce(m."progression_B8", 0) AS "progression_B8",
       coalesce(m."progression_B9", 0) AS "progression_B9",
       coalesce(m."progression_B10", 0) AS "progression_B10",
       coalesce(m."progression_B11", 0) AS "progression_B11",
       coalesce(m."progression_C1", 0) AS "progression_C1",
       coalesce(m."progression_C2", 0) AS "progression_C2",
       coalesce(m."progression_C3", 0) AS "progression_C3",
       coalesce(m."progression_C4", 0) AS "progression_C4",
       coalesce(m."progression_C5", 0) AS "progression_C5",
       coalesce(m."progression_C6", 0) AS "progression_C6",
       coalesce(m."progression_C7", 0) AS "progression_C7",
       coalesce(m."progression_C8", 0) AS "progression_C8",
       coalesce(m."progression_C9", 0) AS "progression_C9",
       r.entreprise_id,
       q.premier AS premier_indicateur_cree_le,
       r.annee AS annee_cloture,
       -- Only the two modules are exposed: any other text would be somebody's own words.
       CASE WHEN q.choix_module IN ('base', 'complet') THEN q.choix_module END AS choix_module
FROM rapports r
LEFT JOIN reponses q ON q.id = r.id
LEFT JOIN mesures m ON m.id = r.id
ORDER BY r.entreprise_id, r.annee
