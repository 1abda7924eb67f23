-- vsme: the keys that rows of the ranges `impact.ranges` can have.
WITH affected AS (
    SELECT ranges.range * 64 + places.place AS entreprise_id
    FROM unnest(current_setting('impact.ranges')::bigint[]) AS ranges (range)
    CROSS JOIN generate_series(0, 63) AS places (place)
)
SELECT rapport_vsme.entreprise_id::bigint AS entreprise_id
FROM affected AS rapport_vsme;
