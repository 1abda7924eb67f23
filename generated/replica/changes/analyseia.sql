-- analyseia: Document analysé par l'intelligence artificielle, rattaché à une entreprise. Only the rows of `impact.filled` in the ranges `impact.ranges`.
WITH affected AS (
    SELECT ranges.range * 64 + numbers.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[], current_setting('impact.filled')::bigint[]) AS ranges (range, places)
    CROSS JOIN generate_series(0, 63) AS numbers (place)
    WHERE ranges.places >> numbers.place & 1 <> 0
),
analyseia_analyseia AS (
    SELECT
        analyseia_analyseia.id,
        analyseia_analyseia.created_at,
        analyseia_analyseia.updated_at,
        analyseia_analyseia.resultat_json,
        analyseia_analyseia.etat
    FROM analyseia_analyseia
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = analyseia_analyseia.id)
),
reglementations_rapportcsrd_analyses_ia AS (
    SELECT
        reglementations_rapportcsrd_analyses_ia.id,
        reglementations_rapportcsrd_analyses_ia.rapportcsrd_id,
        reglementations_rapportcsrd_analyses_ia.analyseia_id
    FROM reglementations_rapportcsrd_analyses_ia
    WHERE EXISTS (
            SELECT 1
            FROM affected
            WHERE affected.id = reglementations_rapportcsrd_analyses_ia.analyseia_id
        )
),
entreprises_entreprise_analyses_ia AS (
    SELECT
        entreprises_entreprise_analyses_ia.id,
        entreprises_entreprise_analyses_ia.entreprise_id,
        entreprises_entreprise_analyses_ia.analyseia_id
    FROM entreprises_entreprise_analyses_ia
    WHERE EXISTS (SELECT 1 FROM affected WHERE affected.id = entreprises_entreprise_analyses_ia.analyseia_id)
),
reglementations_rapportcsrd AS (
    SELECT reglementations_rapportcsrd.id, reglementations_rapportcsrd.entreprise_id
    FROM reglementations_rapportcsrd
    WHERE EXISTS (
            SELECT 1
            FROM reglementations_rapportcsrd_analyses_ia
            WHERE reglementations_rapportcsrd_analyses_ia.rapportcsrd_id = reglementations_rapportcsrd.id
        )
)
SELECT
    analyse_ia.id::bigint AS impact_id,
    analyse_ia.created_at AS ajoutee_le,
    analyse_ia.updated_at AS modifiee_le,
    rapports_csrd.id IS NOT NULL AS csrd,
    analyse_ia.etat,
    CASE
        WHEN analyse_ia.resultat_json IS NULL OR analyse_ia.resultat_json IN ('null', '""', '{}', '[]')
            THEN NULL
        ELSE phrases_json.nb_phrases
    END::bigint AS nb_phrases,
    CASE
        WHEN analyse_ia.resultat_json IS NULL OR analyse_ia.resultat_json IN ('null', '""', '{}', '[]')
            THEN NULL
        ELSE phrases_json.nb_phrases_pertinentes
    END::bigint AS nb_phrases_pertinentes,
    coalesce(entreprises.entreprise_id, rapportcsrd.entreprise_id)::bigint AS entreprise_id
FROM analyseia_analyseia AS analyse_ia
LEFT JOIN (
    SELECT DISTINCT ON (analyse_rapport_csrd.analyseia_id)
        analyse_rapport_csrd.analyseia_id,
        analyse_rapport_csrd.id,
        analyse_rapport_csrd.rapportcsrd_id
    FROM reglementations_rapportcsrd_analyses_ia AS analyse_rapport_csrd
    ORDER BY analyse_rapport_csrd.analyseia_id, analyse_rapport_csrd.id
) AS rapports_csrd ON rapports_csrd.analyseia_id = analyse_ia.id
CROSS JOIN LATERAL (
    SELECT
        CASE
            WHEN jsonb_typeof(analyse_ia.resultat_json) = 'string'
                AND analyse_ia.resultat_json #>> '{}' ~ '^\s*[[{]'
            THEN (analyse_ia.resultat_json #>> '{}')::jsonb
        END AS value
) AS phrases
CROSS JOIN LATERAL (
    SELECT
        coalesce(
            sum(CASE WHEN jsonb_typeof(entry.value) = 'array' THEN jsonb_array_length(entry.value) END)::bigint,
            0
        ) AS nb_phrases,
        coalesce(
            sum(CASE WHEN jsonb_typeof(entry.value) = 'array' THEN jsonb_array_length(entry.value) END) FILTER (
                WHERE strpos(entry.key, 'Non ESRS') = 0
            )::bigint,
            0
        ) AS nb_phrases_pertinentes
    FROM jsonb_each(CASE WHEN jsonb_typeof(phrases.value) = 'object' THEN phrases.value END) AS entry (key, value)
) AS phrases_json
LEFT JOIN (
    SELECT DISTINCT ON (analyse_entreprise.analyseia_id)
        analyse_entreprise.analyseia_id,
        analyse_entreprise.entreprise_id
    FROM entreprises_entreprise_analyses_ia AS analyse_entreprise
    ORDER BY analyse_entreprise.analyseia_id, analyse_entreprise.id
) AS entreprises ON entreprises.analyseia_id = analyse_ia.id
LEFT JOIN reglementations_rapportcsrd AS rapportcsrd ON rapportcsrd.id = rapports_csrd.rapportcsrd_id
WHERE coalesce(entreprises.entreprise_id, rapportcsrd.entreprise_id) IS NOT NULL;
