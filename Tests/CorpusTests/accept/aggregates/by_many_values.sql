-- entreprises: Une liste comptée valeur par valeur : groupée une fois, puis lue groupe par groupe.
WITH pays (code, nom, ue, population) AS MATERIALIZED (
    VALUES
        ('DE', 'Allemagne', true, 84),
        ('CI', 'Côte d''Ivoire', false, NULL),
        ('GB', 'Royaume-Uni, Angleterre', false, 67)
)
SELECT
    entreprise.id::bigint AS id,
    vises.fr::bigint AS fr,
    vises.de::bigint AS de,
    vises.be::bigint AS be,
    vises.it::bigint AS it,
    vises.es::bigint AS es,
    vises.pt::bigint AS pt,
    vises.ch::bigint AS ch,
    vises.at::bigint AS at,
    vises.habitants::bigint AS habitants,
    vises.membres::bigint AS membres,
    vises.moindre::bigint AS moindre
FROM entreprises_entreprise AS entreprise
CROSS JOIN LATERAL (
    SELECT
        coalesce(max(code.count) FILTER (WHERE code.code = 'FR'), 0) AS fr,
        coalesce(max(code.count) FILTER (WHERE code.code = 'DE'), 0) AS de,
        coalesce(max(code.count) FILTER (WHERE code.code = 'BE'), 0) AS be,
        coalesce(max(code.count) FILTER (WHERE code.code = 'IT'), 0) AS it,
        coalesce(max(code.count) FILTER (WHERE code.code = 'ES'), 0) AS es,
        coalesce(max(code.count) FILTER (WHERE code.code = 'PT'), 0) AS pt,
        coalesce(max(code.count) FILTER (WHERE code.code = 'CH'), 0) AS ch,
        max(code.max) FILTER (WHERE code.code = 'AT') AS at,
        coalesce(sum(code.sum)::bigint, 0) AS habitants,
        coalesce(sum(code.membres)::bigint, 0) AS membres,
        min(code.min) AS moindre
    FROM (
        SELECT
            pays.code,
            count(*) AS count,
            max(pays.population) AS max,
            sum(pays.population)::bigint AS sum,
            count(*) FILTER (WHERE pays.ue) AS membres,
            min(pays.population) AS min
        FROM pays
        WHERE pays.nom IS DISTINCT FROM CASE
                WHEN jsonb_typeof(entreprise.reponses -> 'pays') = 'string'
                    THEN entreprise.reponses ->> 'pays'
            END
        GROUP BY pays.code
    ) AS code
) AS vises;
