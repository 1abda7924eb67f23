-- avancement_vsme: Répartition des rapports VSME selon leur avancement.
CREATE TABLE IF NOT EXISTS impact_internal.avancement_vsme_states (
    revision bigint NOT NULL,
    row_key text NOT NULL,
    column_key text NOT NULL,
    atom integer NOT NULL,
    avancement text,
    units bigint NOT NULL,
    rows bigint NOT NULL,
    rows_max bigint NOT NULL,
    as_of date NOT NULL,
    PRIMARY KEY (row_key, column_key, atom, revision)
);

CREATE TABLE IF NOT EXISTS impact_internal.avancement_vsme_figures (
    row_key text NOT NULL,
    column_key text NOT NULL,
    avancement text,
    rapports bigint,
    raison text,
    arretee_au date NOT NULL,
    PRIMARY KEY (row_key, column_key)
);

DROP VIEW IF EXISTS impact.avancement_vsme;

CREATE VIEW impact.avancement_vsme AS
SELECT
    cells.avancement,
    cells.rapports::bigint AS rapports,
    cells.raison,
    cells.arretee_au
FROM (
    SELECT figures.avancement, figures.rapports, figures.raison, figures.arretee_au
    FROM impact_internal.avancement_vsme_figures AS figures
    WHERE figures.row_key <> ''
        AND figures.column_key <> ''
) AS cells;

COMMENT ON VIEW impact.avancement_vsme IS 'Répartition des rapports VSME selon leur avancement.';
COMMENT ON COLUMN impact.avancement_vsme.avancement IS 'Avancement du rapport, en pour cent.';
COMMENT ON COLUMN impact.avancement_vsme.rapports IS 'Rapports VSME.';
COMMENT ON COLUMN impact.avancement_vsme.raison IS 'Pourquoi les chiffres ne sont pas montrés : seuil, dominance ou complémentaire. Vide quand ils le sont.';
COMMENT ON COLUMN impact.avancement_vsme.arretee_au IS 'Jour des chiffres montrés ; un changement trop petit n''est pas montré tout de suite.';

DROP VIEW IF EXISTS impact.avancement_vsme_total;

CREATE VIEW impact.avancement_vsme_total AS
SELECT
    cells.rapports::bigint AS rapports,
    cells.raison,
    cells.arretee_au
FROM (
    SELECT figures.rapports, figures.raison, figures.arretee_au
    FROM impact_internal.avancement_vsme_figures AS figures
    WHERE figures.row_key = ''
        AND figures.column_key = ''
) AS cells;

COMMENT ON VIEW impact.avancement_vsme_total IS 'Au total. Répartition des rapports VSME selon leur avancement.';
COMMENT ON COLUMN impact.avancement_vsme_total.rapports IS 'Rapports VSME.';
COMMENT ON COLUMN impact.avancement_vsme_total.raison IS 'Pourquoi les chiffres ne sont pas montrés : seuil, dominance ou complémentaire. Vide quand ils le sont.';
COMMENT ON COLUMN impact.avancement_vsme_total.arretee_au IS 'Jour des chiffres montrés ; un changement trop petit n''est pas montré tout de suite.';
