-- csrd: the keys that rows of `impact.places` in the ranges `impact.ranges` can have.
WITH affected AS (
    SELECT ranges.range * 64 + numbers.place AS id
    FROM unnest(current_setting('impact.ranges')::bigint[], current_setting('impact.places')::bigint[]) AS ranges (range, places)
    CROSS JOIN generate_series(0, 63) AS numbers (place)
    WHERE ranges.places >> numbers.place & 1 <> 0
)
SELECT entreprise.id::bigint AS entreprise_id
FROM affected AS entreprise;
