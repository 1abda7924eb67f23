-- vsme: Rapport VSME d'une entreprise pour une année, et son avancement exigence par exigence. Only the rows of `impact.filled` in the ranges `impact.ranges`.
WITH indicateur_vsme (schema_id, exigence, module) AS MATERIALIZED (
    VALUES
        ('B1-24-a', 'B1', 'base'),
        ('B1-24-b', 'B1', 'base'),
        ('B1-24-c', 'B1', 'base'),
        ('B1-24-d', 'B1', 'base'),
        ('B1-24-e-i', 'B1', 'base'),
        ('B1-24-e-ii', 'B1', 'base'),
        ('B1-24-e-iii', 'B1', 'base'),
        ('B1-24-e-iv', 'B1', 'base'),
        ('B1-24-e-v', 'B1', 'base'),
        ('B1-24-e-vi', 'B1', 'base'),
        ('B1-24-e-vii', 'B1', 'base'),
        ('B1-25', 'B1', 'base'),
        ('B2-26-p1', 'B2', 'base'),
        ('B2-26-p2', 'B2', 'base'),
        ('B2-26-p3', 'B2', 'base'),
        ('B2-26', 'B2', 'base'),
        ('B3-29-p1', 'B3', 'base'),
        ('B3-29-p2', 'B3', 'base'),
        ('B3-30-p1', 'B3', 'base'),
        ('B3-30-p2', 'B3', 'base'),
        ('B4-32-p1', 'B4', 'base'),
        ('B4-32-p2', 'B4', 'base'),
        ('B4-32-p3', 'B4', 'base'),
        ('B5-33', 'B5', 'base'),
        ('B5-34', 'B5', 'base'),
        ('B6-35', 'B6', 'base'),
        ('B6-36', 'B6', 'base'),
        ('B7-37', 'B7', 'base'),
        ('B7-38-ab', 'B7', 'base'),
        ('B7-38-c', 'B7', 'base'),
        ('B8-39-a', 'B8', 'base'),
        ('B8-39-b', 'B8', 'base'),
        ('B8-39-c', 'B8', 'base'),
        ('B8-40', 'B8', 'base'),
        ('B9-41a', 'B9', 'base'),
        ('B9-41b', 'B9', 'base'),
        ('B10-42-a', 'B10', 'base'),
        ('B10-42-b', 'B10', 'base'),
        ('B10-42-c', 'B10', 'base'),
        ('B10-42-d', 'B10', 'base'),
        ('B11-43-p1', 'B11', 'base'),
        ('B11-43-p2', 'B11', 'base'),
        ('C1-47-a', 'C1', 'complet'),
        ('C1-47-b', 'C1', 'complet'),
        ('C1-47-c', 'C1', 'complet'),
        ('C1-47-d', 'C1', 'complet'),
        ('C2-48', 'C2', 'complet'),
        ('C3-54-p1', 'C3', 'complet'),
        ('C3-54-p2', 'C3', 'complet'),
        ('C3-55', 'C3', 'complet'),
        ('C4-57', 'C4', 'complet'),
        ('C4-58', 'C4', 'complet'),
        ('C5-59', 'C5', 'complet'),
        ('C5-60', 'C5', 'complet'),
        ('C6-61-ab', 'C6', 'complet'),
        ('C6-61-c', 'C6', 'complet'),
        ('C7-62-ab', 'C7', 'complet'),
        ('C7-62-c', 'C7', 'complet'),
        ('C8-63', 'C8', 'complet'),
        ('C8-64', 'C8', 'complet'),
        ('C9-65', 'C9', 'complet')
),
affected AS (
    SELECT ranges.range * 64 + numbers.place AS entreprise_id
    FROM unnest(current_setting('impact.ranges')::bigint[], current_setting('impact.filled')::bigint[]) AS ranges (range, places)
    CROSS JOIN generate_series(0, 63) AS numbers (place)
    WHERE ranges.places >> numbers.place & 1 <> 0
),
vsme_rapportvsme AS (
    SELECT
        vsme_rapportvsme.id,
        vsme_rapportvsme.created_at,
        vsme_rapportvsme.updated_at,
        vsme_rapportvsme.annee,
        vsme_rapportvsme.entreprise_id
    FROM vsme_rapportvsme
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.entreprise_id = vsme_rapportvsme.entreprise_id)
),
vsme_indicateur AS (
    SELECT
        vsme_indicateur.created_at,
        vsme_indicateur.updated_at,
        vsme_indicateur.schema_id,
        vsme_indicateur._data,
        vsme_indicateur.rapport_vsme_id
    FROM vsme_indicateur
    WHERE EXISTS (SELECT 1 FROM vsme_rapportvsme WHERE vsme_rapportvsme.id = vsme_indicateur.rapport_vsme_id)
),
habilitations_habilitation AS (
    SELECT habilitations_habilitation.entreprise_id
    FROM habilitations_habilitation
    WHERE EXISTS (
            SELECT 1
            FROM affected
            WHERE affected.entreprise_id = habilitations_habilitation.entreprise_id
        )
),
entreprises_caracteristiquesannuelles AS (
    SELECT entreprises_caracteristiquesannuelles.entreprise_id
    FROM entreprises_caracteristiquesannuelles
    WHERE EXISTS (
            SELECT 1
            FROM affected
            WHERE affected.entreprise_id = entreprises_caracteristiquesannuelles.entreprise_id
        )
)
SELECT
    rapport_vsme.entreprise_id::bigint AS entreprise_id,
    rapport_vsme.annee::bigint AS annee_cloture,
    true AS est_soumise,
    CASE WHEN progression.value = 100 THEN 'A JOUR' ELSE 'EN COURS' END AS statut,
    rapport_vsme.created_at AS cree_le,
    coalesce(indicateurs.modifie_le, rapport_vsme.updated_at) AS modifie_le,
    indicateurs.premier_indicateur_cree_le,
    coalesce(indicateurs.nb_indicateurs_completes, 0) AS nb_indicateurs_completes,
    CASE WHEN module.value IN ('base', 'complet') THEN module.value END AS choix_module,
    progression.value::bigint AS progression,
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_B1_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_B1_faits"::double precision
                / applicables."progression_B1_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_B1",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_B2_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_B2_faits"::double precision
                / applicables."progression_B2_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_B2",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_B3_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_B3_faits"::double precision
                / applicables."progression_B3_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_B3",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_B4_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_B4_faits"::double precision
                / applicables."progression_B4_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_B4",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_B5_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_B5_faits"::double precision
                / applicables."progression_B5_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_B5",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_B6_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_B6_faits"::double precision
                / applicables."progression_B6_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_B6",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_B7_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_B7_faits"::double precision
                / applicables."progression_B7_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_B7",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_B8_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_B8_faits"::double precision
                / applicables."progression_B8_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_B8",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_B9_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_B9_faits"::double precision
                / applicables."progression_B9_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_B9",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_B10_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_B10_faits"::double precision
                / applicables."progression_B10_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_B10",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_B11_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_B11_faits"::double precision
                / applicables."progression_B11_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_B11",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_C1_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_C1_faits"::double precision
                / applicables."progression_C1_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_C1",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_C2_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_C2_faits"::double precision
                / applicables."progression_C2_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_C2",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_C3_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_C3_faits"::double precision
                / applicables."progression_C3_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_C3",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_C4_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_C4_faits"::double precision
                / applicables."progression_C4_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_C4",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_C5_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_C5_faits"::double precision
                / applicables."progression_C5_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_C5",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_C6_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_C6_faits"::double precision
                / applicables."progression_C6_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_C6",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_C7_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_C7_faits"::double precision
                / applicables."progression_C7_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_C7",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_C8_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_C8_faits"::double precision
                / applicables."progression_C8_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_C8",
    CASE
        WHEN indicateurs.reponses IS NULL THEN 0
        WHEN applicables."progression_C9_total" = 0 THEN 100
        ELSE trunc(
            applicables."progression_C9_faits"::double precision
                / applicables."progression_C9_total"::double precision * 100
        )::bigint
    END::bigint AS "progression_C9"
FROM vsme_rapportvsme AS rapport_vsme
LEFT JOIN (
    SELECT
        indicateur_saisi.rapport_vsme_id,
        jsonb_object_agg(indicateur_saisi.schema_id, indicateur_saisi._data ORDER BY indicateur_saisi.schema_id) AS reponses,
        max(indicateur_saisi.updated_at) AS modifie_le,
        min(indicateur_saisi.created_at) AS premier_indicateur_cree_le,
        count(*) AS nb_indicateurs_completes
    FROM vsme_indicateur AS indicateur_saisi
    GROUP BY indicateur_saisi.rapport_vsme_id
) AS indicateurs ON indicateurs.rapport_vsme_id = rapport_vsme.id
CROSS JOIN LATERAL (
    SELECT
        coalesce(sum(exigence.total)::bigint, 0) AS progression_total,
        coalesce(sum(exigence.faits)::bigint, 0) AS progression_faits,
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'B1'), 0) AS "progression_B1_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'B1'), 0) AS "progression_B1_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'B2'), 0) AS "progression_B2_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'B2'), 0) AS "progression_B2_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'B3'), 0) AS "progression_B3_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'B3'), 0) AS "progression_B3_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'B4'), 0) AS "progression_B4_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'B4'), 0) AS "progression_B4_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'B5'), 0) AS "progression_B5_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'B5'), 0) AS "progression_B5_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'B6'), 0) AS "progression_B6_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'B6'), 0) AS "progression_B6_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'B7'), 0) AS "progression_B7_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'B7'), 0) AS "progression_B7_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'B8'), 0) AS "progression_B8_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'B8'), 0) AS "progression_B8_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'B9'), 0) AS "progression_B9_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'B9'), 0) AS "progression_B9_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'B10'), 0) AS "progression_B10_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'B10'), 0) AS "progression_B10_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'B11'), 0) AS "progression_B11_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'B11'), 0) AS "progression_B11_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'C1'), 0) AS "progression_C1_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'C1'), 0) AS "progression_C1_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'C2'), 0) AS "progression_C2_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'C2'), 0) AS "progression_C2_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'C3'), 0) AS "progression_C3_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'C3'), 0) AS "progression_C3_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'C4'), 0) AS "progression_C4_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'C4'), 0) AS "progression_C4_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'C5'), 0) AS "progression_C5_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'C5'), 0) AS "progression_C5_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'C6'), 0) AS "progression_C6_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'C6'), 0) AS "progression_C6_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'C7'), 0) AS "progression_C7_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'C7'), 0) AS "progression_C7_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'C8'), 0) AS "progression_C8_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'C8'), 0) AS "progression_C8_faits",
        coalesce(max(exigence.total) FILTER (WHERE exigence.exigence = 'C9'), 0) AS "progression_C9_total",
        coalesce(max(exigence.faits) FILTER (WHERE exigence.exigence = 'C9'), 0) AS "progression_C9_faits"
    FROM (
        SELECT
            indicateur_vsme.exigence,
            count(*) AS total,
            count(*) FILTER (WHERE (indicateurs.reponses -> indicateur_vsme.schema_id) IS NOT NULL) AS faits
        FROM indicateur_vsme
        WHERE CASE
                WHEN indicateur_vsme.module = 'complet'
                    AND indicateurs.reponses -> 'B1-24-a' -> 'choix_module' = '"base"'
                THEN false
                WHEN indicateur_vsme.schema_id = 'B1-24-d'
                    THEN indicateurs.reponses -> 'B1-24-c' -> 'type_perimetre' = '"consolidee"'
                WHEN indicateur_vsme.schema_id IN ('B2-26-p1', 'B2-26-p2', 'B2-26-p3')
                    THEN indicateurs.reponses -> 'B1-24-e-i' -> 'coopérative' = 'true'
                        OR indicateurs.reponses -> 'B1-24-e-i' -> 'forme_juridique' IN ('"51"', '"63"')
                WHEN indicateur_vsme.schema_id = 'B8-39-c'
                    THEN coalesce(
                        CASE
                            WHEN jsonb_typeof(indicateurs.reponses -> 'B1-24-e-vi' -> 'pays') = 'array'
                                THEN jsonb_array_length(indicateurs.reponses -> 'B1-24-e-vi' -> 'pays')
                        END,
                        0
                    ) >= 2
                WHEN indicateur_vsme.schema_id = 'C2-48'
                    THEN (indicateurs.reponses -> 'B2-26' -> 'non_pertinent' = 'true') IS NOT TRUE
                        AND EXISTS (
                            SELECT 1
                            FROM jsonb_each(
                                CASE
                                    WHEN jsonb_typeof(
                                            indicateurs.reponses -> 'B2-26' -> 'declaration_durabilite'
                                        ) = 'object'
                                    THEN indicateurs.reponses -> 'B2-26' -> 'declaration_durabilite'
                                END
                            ) AS entry (key, value)
                            WHERE entry.value -> 'pratiques' = 'true'
                        )
                WHEN indicateur_vsme.schema_id = 'C3-54-p2'
                    THEN NOT (
                        (indicateurs.reponses -> 'B3-30-p2') IS NOT NULL
                        AND (indicateurs.reponses -> 'B3-30-p2' -> 'non_pertinent' = 'true') IS NOT TRUE
                        AND (indicateurs.reponses -> 'C3-54-p1' -> 'non_pertinent' = 'true') IS TRUE
                    )
                WHEN indicateur_vsme.schema_id = 'C4-58'
                    THEN (indicateurs.reponses -> 'C4-57' -> 'non_pertinent' = 'true') IS NOT TRUE
                        AND coalesce(
                            CASE
                                WHEN jsonb_typeof(
                                        indicateurs.reponses -> 'C4-57' -> 'aleas_et_risques_climatiques'
                                    ) = 'array'
                                THEN jsonb_array_length(
                                    indicateurs.reponses -> 'C4-57' -> 'aleas_et_risques_climatiques'
                                )
                            END,
                            0
                        ) > 0
                WHEN indicateur_vsme.schema_id IN ('C5-59', 'C5-60')
                    THEN coalesce(
                        CASE
                            WHEN jsonb_typeof(indicateurs.reponses -> 'B1-24-e-v' -> 'nombre_salaries')
                                    = 'string'
                                AND indicateurs.reponses -> 'B1-24-e-v' ->> 'nombre_salaries' ~ '^-?\d+(\.\d+)?$'
                            THEN (indicateurs.reponses -> 'B1-24-e-v' ->> 'nombre_salaries')::numeric
                        END,
                        50
                    ) >= 50
                ELSE true
            END
        GROUP BY indicateur_vsme.exigence
    ) AS exigence
) AS applicables
CROSS JOIN LATERAL (
    SELECT
        CASE
            WHEN indicateurs.reponses IS NULL THEN 0
            WHEN applicables.progression_total = 0 THEN 100
            ELSE trunc(
                applicables.progression_faits::double precision
                    / applicables.progression_total::double precision * 100
            )::bigint
        END AS value
) AS progression
CROSS JOIN LATERAL (
    SELECT
        CASE
            WHEN jsonb_typeof(indicateurs.reponses -> 'B1-24-a' -> 'choix_module') = 'string'
                THEN indicateurs.reponses -> 'B1-24-a' ->> 'choix_module'
        END AS value
) AS module
WHERE EXISTS (
        SELECT 1
        FROM habilitations_habilitation AS habilitation
        WHERE habilitation.entreprise_id = rapport_vsme.entreprise_id
    )
    AND EXISTS (
        SELECT 1
        FROM entreprises_caracteristiquesannuelles AS caracteristiques
        WHERE caracteristiques.entreprise_id = rapport_vsme.entreprise_id
    );
