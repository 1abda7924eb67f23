-- entreprises: Des intervalles comme conditions.
SELECT
    entreprise.id::bigint AS id,
    (entreprise.effectif BETWEEN 10 AND 49) IS TRUE AS ferme,
    entreprise.id >= 0 AND entreprise.id < 10 AS ouvert,
    (entreprise.effectif BETWEEN 10 AND 49) IS NOT TRUE AS dehors,
    entreprise.creee_le BETWEEN (current_setting('impact.today')::date + interval '-1 year')::date AND current_setting('impact.today')::date AS recente
FROM entreprises_entreprise AS entreprise;
