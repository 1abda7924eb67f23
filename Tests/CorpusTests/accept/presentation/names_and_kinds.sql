-- What Metabase shows of what is published: names, descriptions, kinds of columns. Its sync reads this table, and hides it.
CREATE TABLE IF NOT EXISTS impact._metabase_metadata (
    keypath text NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (keypath)
);

DELETE FROM impact._metabase_metadata;

INSERT INTO impact._metabase_metadata (keypath, value)
VALUES
    ('entreprises_suivies.display_name', 'Entreprises'),
    ('entreprises_suivies.description', 'Entreprises suivies, SIREN compris.'),
    ('entreprises_suivies.id.display_name', 'Id'),
    ('entreprises_suivies.id.description', 'Numéro.'),
    ('entreprises_suivies.id.semantic_type', 'type/PK'),
    ('entreprises_suivies.nom.display_name', 'Nom'),
    ('entreprises_suivies.nom.description', 'Raison sociale.'),
    ('entreprises_suivies.nom.semantic_type', 'type/Name'),
    ('entreprises_suivies.creee_le.display_name', 'Créée le'),
    ('entreprises_suivies.creee_le.description', 'Date de création.'),
    ('entreprises_suivies.cotee.display_name', 'Cotée'),
    ('entreprises_suivies.cotee.description', 'Cotée en bourse.'),
    ('entreprises_suivies.cotee.semantic_type', 'type/Category'),
    ('entreprises_suivies.taille_entreprise.display_name', 'Taille entreprise'),
    ('entreprises_suivies.taille_entreprise.description', 'Taille de l''entreprise.'),
    ('entreprises_suivies.taille_entreprise.semantic_type', 'type/Category'),
    ('entreprises_suivies.effectif.display_name', 'Effectif'),
    ('entreprises_suivies.effectif.description', 'Tranche d''effectif.'),
    ('entreprises_suivies.effectif.semantic_type', 'type/Category'),
    ('entreprises_suivies.nb_filiales.display_name', 'Nb filiales'),
    ('entreprises_suivies.nb_filiales.description', 'Nombre de filiales.'),
    ('entreprises_suivies.nb_filiales.semantic_type', 'type/Quantity'),
    ('entreprises_suivies.mere_id.display_name', 'Mère'),
    ('entreprises_suivies.mere_id.description', 'Société mère.'),
    ('entreprises_suivies.mere_id.semantic_type', 'type/FK'),
    ('cotees.display_name', 'Cotées'),
    ('cotees.description', 'Part des entreprises cotées en bourse, selon la taille.'),
    ('cotees.taille_entreprise.display_name', 'Taille entreprise'),
    ('cotees.taille_entreprise.description', 'Taille.'),
    ('cotees.taille_entreprise.semantic_type', 'type/Category'),
    ('cotees.part.display_name', 'Part cotée'),
    ('cotees.part.description', 'Part des cotées.'),
    ('cotees.part.semantic_type', 'type/Percentage'),
    ('cotees.part_numerateur.display_name', 'Part numérateur'),
    ('cotees.part_numerateur.description', 'Numérateur de « part ».'),
    ('cotees.part_numerateur.semantic_type', 'type/Quantity'),
    ('cotees.part_denominateur.display_name', 'Part dénominateur'),
    ('cotees.part_denominateur.description', 'Dénominateur de « part ».'),
    ('cotees.part_denominateur.semantic_type', 'type/Quantity'),
    ('cotees.par_entreprise.display_name', 'Par entreprise'),
    ('cotees.par_entreprise.description', 'Filiales par entreprise.'),
    ('cotees.par_entreprise_numerateur.display_name', 'Par entreprise numérateur'),
    ('cotees.par_entreprise_numerateur.description', 'Numérateur de « par_entreprise ».'),
    ('cotees.par_entreprise_numerateur.semantic_type', 'type/Quantity'),
    ('cotees.par_entreprise_denominateur.display_name', 'Par entreprise dénominateur'),
    ('cotees.par_entreprise_denominateur.description', 'Dénominateur de « par_entreprise ».'),
    ('cotees.par_entreprise_denominateur.semantic_type', 'type/Quantity'),
    ('synchronisation.display_name', 'Synchronisation'),
    ('synchronisation.description', 'Fraîcheur des données : une ligne par table publiée, écrite à chaque synchronisation.'),
    ('synchronisation.table_publiee.display_name', 'Table publiée'),
    ('synchronisation.table_publiee.description', 'Modèle ou indicateur publié.'),
    ('synchronisation.synchronisee_le.display_name', 'Synchronisée le'),
    ('synchronisation.synchronisee_le.description', 'Fin de la dernière synchronisation de la table.'),
    ('synchronisation.donnees_du.display_name', 'Données du'),
    ('synchronisation.donnees_du.description', 'Moment de la production dont les données sont l''image.'),
    ('synchronisation.lignes.display_name', 'Lignes'),
    ('synchronisation.lignes.description', 'Nombre de lignes publiées ; vide pour ce qui est calculé à la lecture.'),
    ('synchronisation.a_change.display_name', 'A changé'),
    ('synchronisation.a_change.description', 'La dernière synchronisation y a changé quelque chose.'),
    ('synchronisation.retablie_le.display_name', 'Rétablie le'),
    ('synchronisation.retablie_le.description', 'Moment où une synchronisation plus récente a été annulée et ces données rétablies ; vide sinon.');

-- cotees: Part des entreprises cotées en bourse, selon la taille. Only what changed is written.
CREATE TABLE IF NOT EXISTS impact_internal.cotees_previous (LIKE impact.cotees);

DELETE FROM impact_internal.cotees_previous;

CREATE UNLOGGED TABLE impact_internal.cotees AS
WITH cells AS (
    SELECT
        entreprises_suivies.taille_entreprise,
        count(*) FILTER (WHERE entreprises_suivies.cotee) AS part,
        count(*) AS part_count,
        coalesce(sum(entreprises_suivies.nb_filiales)::bigint, 0) AS par_entreprise
    FROM impact.entreprises_suivies
    GROUP BY 1
)
SELECT
    cells.taille_entreprise,
    round(cells.part::numeric / nullif(cells.part_count, 0), 4) AS part,
    cells.part::bigint AS part_numerateur,
    cells.part_count::bigint AS part_denominateur,
    round(cells.par_entreprise::numeric / nullif(cells.part_count, 0), 4) AS par_entreprise,
    cells.par_entreprise::bigint AS par_entreprise_numerateur,
    cells.part_count::bigint AS par_entreprise_denominateur
FROM cells;

WITH replaced AS (
    DELETE FROM impact.cotees AS published
    WHERE NOT EXISTS (
        SELECT 1
        FROM impact_internal.cotees AS staged
        WHERE staged.taille_entreprise = published.taille_entreprise
            AND (
                staged.part,
                staged.part_numerateur,
                staged.part_denominateur,
                staged.par_entreprise,
                staged.par_entreprise_numerateur,
                staged.par_entreprise_denominateur
            ) IS NOT DISTINCT FROM (
                published.part,
                published.part_numerateur,
                published.part_denominateur,
                published.par_entreprise,
                published.par_entreprise_numerateur,
                published.par_entreprise_denominateur
            )
    )
    RETURNING published.*
)
INSERT INTO impact_internal.cotees_previous
SELECT * FROM replaced;

INSERT INTO impact.cotees (
    taille_entreprise,
    part,
    part_numerateur,
    part_denominateur,
    par_entreprise,
    par_entreprise_numerateur,
    par_entreprise_denominateur
)
SELECT
    staged.taille_entreprise,
    staged.part,
    staged.part_numerateur,
    staged.part_denominateur,
    staged.par_entreprise,
    staged.par_entreprise_numerateur,
    staged.par_entreprise_denominateur
FROM impact_internal.cotees AS staged
WHERE NOT EXISTS (
    SELECT 1
    FROM impact.cotees AS published
    WHERE published.taille_entreprise = staged.taille_entreprise
        AND (
            published.part,
            published.part_numerateur,
            published.part_denominateur,
            published.par_entreprise,
            published.par_entreprise_numerateur,
            published.par_entreprise_denominateur
        ) IS NOT DISTINCT FROM (
            staged.part,
            staged.part_numerateur,
            staged.part_denominateur,
            staged.par_entreprise,
            staged.par_entreprise_numerateur,
            staged.par_entreprise_denominateur
        )
)
ORDER BY staged.taille_entreprise;

DROP TABLE impact_internal.cotees;

-- entreprises_suivies: Entreprises suivies, SIREN compris.
SELECT
    entreprise.id::bigint AS id,
    entreprise.nom,
    entreprise.creee_le,
    entreprise.cotee,
    CASE WHEN coalesce(entreprise.effectif, 0) BETWEEN 0 AND 9 THEN 'TPE' ELSE 'Autre' END AS taille_entreprise,
    CASE
        WHEN entreprise.effectif < 10 THEN '< 10'
        WHEN entreprise.effectif < 50 THEN '10 - 49'
        WHEN entreprise.effectif >= 50 THEN '>= 50'
    END AS effectif,
    coalesce(filiales.nb_filiales, 0) AS nb_filiales,
    entreprise.mere_id::bigint AS mere_id
FROM entreprise
LEFT JOIN (
    SELECT
        filiales.mere_id,
        count(*) AS nb_filiales
    FROM entreprise AS filiales
    GROUP BY filiales.mere_id
) AS filiales ON filiales.mere_id = entreprise.id;
