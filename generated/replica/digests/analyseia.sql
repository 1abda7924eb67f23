-- analyseia: of each block of 65536 numbers, a digest of all that its rows are made from; and its ranges of 16, where that is none of `impact.known`.
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
rows AS (
    SELECT
        analyse_ia.id::bigint >> 4 AS range,
        hashtextextended(
            (
                analyse_ia.id,
                analyse_ia.created_at,
                analyse_ia.updated_at,
                analyse_ia.resultat_json,
                analyse_ia.etat
            )::text,
            0
        ) AS hash
    FROM analyseia_analyseia AS analyse_ia
    UNION ALL
    SELECT
        analyse_rapport_csrd.analyseia_id::bigint >> 4 AS range,
        hashtextextended(
            (analyse_rapport_csrd.id, analyse_rapport_csrd.rapportcsrd_id, analyse_rapport_csrd.analyseia_id)::text,
            1
        ) AS hash
    FROM reglementations_rapportcsrd_analyses_ia AS analyse_rapport_csrd
    UNION ALL
    SELECT
        analyse_entreprise.analyseia_id::bigint >> 4 AS range,
        hashtextextended(
            (analyse_entreprise.id, analyse_entreprise.entreprise_id, analyse_entreprise.analyseia_id)::text,
            2
        ) AS hash
    FROM entreprises_entreprise_analyses_ia AS analyse_entreprise
    UNION ALL
    SELECT
        analyse_rapport_csrd.analyseia_id::bigint >> 4 AS range,
        hashtextextended((rapport_csrd.id, rapport_csrd.entreprise_id)::text, 3) AS hash
    FROM reglementations_rapportcsrd_analyses_ia AS analyse_rapport_csrd
    JOIN reglementations_rapportcsrd AS rapport_csrd ON rapport_csrd.id = analyse_rapport_csrd.rapportcsrd_id
),
ranges AS (
    SELECT
        rows.range,
        sum(rows.hash) AS hash
    FROM rows
    GROUP BY rows.range
),
blocks AS (
    SELECT
        ranges.range >> 12 AS block,
        ranges.range >> 12 AS name,
        substr(sha256(
            (SELECT key FROM range_key) || convert_to(
                'rows of block|' || (ranges.range >> 12) || '|'
                    || sum(hash_numeric_extended(ranges.hash, ranges.range)),
                'UTF8'
            )
        ), 1, 8) AS digest,
        count(*) AS ranges
    FROM ranges
    GROUP BY ranges.range >> 12
)
SELECT
    blocks.block,
    blocks.name,
    blocks.digest,
    blocks.ranges,
    ranges.range,
    ranges.range AS range_name,
    substr(sha256(
        (SELECT key FROM range_key) || convert_to('rows|' || ranges.range || '|' || ranges.hash, 'UTF8')
    ), 1, 8) AS range_digest
FROM blocks
LEFT JOIN unnest(current_setting('impact.known')::bytea[]) AS known (digest) ON known.digest = blocks.digest
LEFT JOIN ranges ON ranges.range >> 12 = blocks.block AND known.digest IS NULL
ORDER BY blocks.block;
