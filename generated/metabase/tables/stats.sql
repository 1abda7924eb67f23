-- stats: Réglementations dont le statut est connu, et part à jour : une ligne par jour, conservée.
CREATE TABLE IF NOT EXISTS impact.stats (
    date date NOT NULL,
    reglementations_a_jour bigint,
    reglementations_statut_connu bigint,
    PRIMARY KEY (date)
);

ALTER TABLE impact.stats ADD COLUMN IF NOT EXISTS reglementations_a_jour bigint;
ALTER TABLE impact.stats ADD COLUMN IF NOT EXISTS reglementations_statut_connu bigint;
COMMENT ON TABLE impact.stats IS 'Réglementations dont le statut est connu, et part à jour : une ligne par jour, conservée.';
COMMENT ON COLUMN impact.stats.date IS 'Date de la situation.';
COMMENT ON COLUMN impact.stats.reglementations_a_jour IS 'Nombre de réglementations à jour (BDESE, index Egapro, bilan GES).';
COMMENT ON COLUMN impact.stats.reglementations_statut_connu IS 'Nombre de réglementations dont le statut est connu (BDESE, index Egapro, bilan GES).';
