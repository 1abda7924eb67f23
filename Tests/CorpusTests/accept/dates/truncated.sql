-- entreprises: Dates et instants tronqués.
SELECT
    entreprise.id::bigint AS id,
    (entreprise.modifiee_le AT TIME ZONE 'Europe/Paris')::date AS jour,
    date_trunc('week', entreprise.modifiee_le AT TIME ZONE 'Europe/Paris')::date AS semaine,
    date_trunc('month', entreprise.creee_le)::date AS mois,
    date_trunc('quarter', entreprise.cloture)::date AS trimestre,
    date_trunc('year', entreprise.modifiee_le AT TIME ZONE 'Europe/Paris')::date AS annee,
    entreprise.creee_le AS meme
FROM entreprises_entreprise AS entreprise;
