-- mois: Situation du mois. One row per period, written again only where it differs.
INSERT INTO impact.mois AS kept (date, sans_statut)
SELECT
    date_trunc('month', current_setting('impact.today')::date)::date AS date,
    count(*) FILTER (WHERE rapports.statut IS NULL) AS sans_statut
FROM impact.rapports
ON CONFLICT (date) DO UPDATE SET
    sans_statut = excluded.sans_statut
WHERE kept.sans_statut IS DISTINCT FROM excluded.sans_statut;

-- semaine: Situation de la semaine, d'un seul modèle. One row per period, written again only where it differs.
INSERT INTO impact.semaine AS kept (date, grandes, salaries, noms)
SELECT
    date_trunc('week', current_setting('impact.today')::date)::date AS date,
    count(*) FILTER (WHERE entreprises.effectif >= 250) AS grandes,
    coalesce(sum(entreprises.effectif)::bigint, 0) AS salaries,
    count(DISTINCT entreprises.nom) AS noms
FROM impact.entreprises
ON CONFLICT (date) DO UPDATE SET
    grandes = excluded.grandes,
    salaries = excluded.salaries,
    noms = excluded.noms
WHERE (kept.grandes, kept.salaries, kept.noms) IS DISTINCT FROM (
        excluded.grandes,
        excluded.salaries,
        excluded.noms
    );

-- situation: Situation du jour. One row per period, written again only where it differs.
INSERT INTO impact.situation AS kept (date, total, finis, effectif_moyen)
SELECT
    current_setting('impact.today')::date AS date,
    (entreprises.total + rapports.total)::bigint AS total,
    rapports.finis::bigint AS finis,
    entreprises.effectif_moyen::numeric AS effectif_moyen
FROM (
    SELECT
        count(*) AS total,
        avg(entreprises.effectif) AS effectif_moyen
    FROM impact.entreprises
) AS entreprises
CROSS JOIN (
    SELECT
        count(*) AS total,
        count(*) FILTER (WHERE rapports.statut = 'final') AS finis
    FROM impact.rapports
) AS rapports
ON CONFLICT (date) DO UPDATE SET
    total = excluded.total,
    finis = excluded.finis,
    effectif_moyen = excluded.effectif_moyen
WHERE (kept.total, kept.finis, kept.effectif_moyen) IS DISTINCT FROM (
        excluded.total,
        excluded.finis,
        excluded.effectif_moyen
    );

-- entreprises: Entreprises.
SELECT
    entreprise.id::bigint AS id,
    entreprise.nom,
    entreprise.effectif::bigint AS effectif
FROM entreprises_entreprise AS entreprise;

-- rapports: Rapports.
SELECT
    rapport.id::bigint AS id,
    rapport.statut
FROM rapports_rapport AS rapport;
