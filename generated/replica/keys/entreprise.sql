-- entreprise: the keys that rows of the ranges `impact.ranges` can have.
WITH affected AS (
    SELECT ranges.range * 64 + places.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[]) AS ranges (range)
    CROSS JOIN generate_series(0, 63) AS places (place)
)
SELECT entreprise.id::bigint AS impact_id
FROM affected AS entreprise;
