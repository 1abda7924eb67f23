-- entreprises: Les dates et leurs parties.
SELECT
    entreprise.id::bigint AS id,
    extract(year FROM entreprise.creee_le)::int::bigint AS annee,
    extract(month FROM entreprise.modifiee_le AT TIME ZONE 'Europe/Paris')::int::bigint AS mois,
    extract(day FROM entreprise.cloture)::int::bigint AS jour,
    (entreprise.creee_le + interval '1 month')::date AS plus_tard,
    (entreprise.creee_le + entreprise.effectif::int * interval '1 day')::date AS decale,
    (entreprise.modifiee_le AT TIME ZONE 'Europe/Paris' + interval '-1 week') AT TIME ZONE 'Europe/Paris' AS plus_tot,
    (current_setting('impact.today')::date - entreprise.creee_le)::bigint AS age,
    entreprise.cloture < current_setting('impact.today')::date AS close,
    (entreprise.modifiee_le AT TIME ZONE 'Europe/Paris')::date = current_setting('impact.today')::date AS modifiee
FROM entreprises_entreprise AS entreprise;
