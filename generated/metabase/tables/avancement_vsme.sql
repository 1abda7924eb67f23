-- avancement_vsme: Répartition des rapports VSME selon leur avancement.
CREATE TABLE IF NOT EXISTS impact.avancement_vsme (
    avancement text NOT NULL,
    rapports bigint NOT NULL,
    PRIMARY KEY (avancement)
);

COMMENT ON TABLE impact.avancement_vsme IS 'Répartition des rapports VSME selon leur avancement.';
COMMENT ON COLUMN impact.avancement_vsme.avancement IS 'Avancement du rapport, en pour cent.';
COMMENT ON COLUMN impact.avancement_vsme.rapports IS 'Rapports VSME.';
