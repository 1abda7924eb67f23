-- analyseia: a digest of all that its rows are made from, for each range of 64 numbers.
WITH hmac AS (
    SELECT
        decode(current_setting('impact.inner_pad'), 'hex') AS inner_pad,
        decode(current_setting('impact.outer_pad'), 'hex') AS outer_pad
),
range_key AS (
    SELECT
        sha256(
            (SELECT outer_pad FROM hmac) || sha256(
                (SELECT inner_pad FROM hmac) || convert_to('ranges of analyseia', 'UTF8')
            )
        ) AS key
),
ranges AS (
    SELECT
        analyse_ia.id::bigint >> 6 AS range,
        sum(hashtextextended(
            (
                analyse_ia.id,
                analyse_ia.created_at,
                analyse_ia.updated_at,
                analyse_ia.resultat_json,
                analyse_ia.etat
            )::text,
            0
        )) AS digest
    FROM analyseia_analyseia AS analyse_ia
    GROUP BY analyse_ia.id::bigint >> 6
    UNION ALL
    SELECT
        analyse_rapport_csrd.analyseia_id::bigint >> 6 AS range,
        sum(hashtextextended(
            (analyse_rapport_csrd.id, analyse_rapport_csrd.rapportcsrd_id, analyse_rapport_csrd.analyseia_id)::text,
            1
        )) AS digest
    FROM reglementations_rapportcsrd_analyses_ia AS analyse_rapport_csrd
    GROUP BY analyse_rapport_csrd.analyseia_id::bigint >> 6
    UNION ALL
    SELECT
        analyse_entreprise.analyseia_id::bigint >> 6 AS range,
        sum(hashtextextended(
            (analyse_entreprise.id, analyse_entreprise.entreprise_id, analyse_entreprise.analyseia_id)::text,
            2
        )) AS digest
    FROM entreprises_entreprise_analyses_ia AS analyse_entreprise
    GROUP BY analyse_entreprise.analyseia_id::bigint >> 6
    UNION ALL
    SELECT
        analyse_rapport_csrd.analyseia_id::bigint >> 6 AS range,
        sum(hashtextextended((rapport_csrd.id, rapport_csrd.entreprise_id)::text, 3)) AS digest
    FROM reglementations_rapportcsrd_analyses_ia AS analyse_rapport_csrd
    JOIN reglementations_rapportcsrd AS rapport_csrd ON rapport_csrd.id = analyse_rapport_csrd.rapportcsrd_id
    GROUP BY analyse_rapport_csrd.analyseia_id::bigint >> 6
)
SELECT
    ranges.range,
    ranges.range AS name,
    substr(sha256(
        (SELECT key FROM range_key) || convert_to(
            'rows|' || ranges.range || '|' || sum(ranges.digest),
            'UTF8'
        )
    ), 1, 8) AS digest
FROM ranges
GROUP BY ranges.range;
