-- entreprises: Au plus une ligne : une jointure suffit.
SELECT
    entreprise.id::bigint AS id,
    dernier.statut,
    dernier.id IS NOT NULL AS existe
FROM entreprises_entreprise AS entreprise
LEFT JOIN rapports_rapport AS dernier
    ON dernier.entreprise_id = entreprise.id
        AND dernier.annee = extract(year FROM current_setting('impact.today')::date)::int - 1;
