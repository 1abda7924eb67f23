-- bdese: Base de données économiques, sociales et environnementales : l'entreprise est-elle à jour ?
CREATE TABLE IF NOT EXISTS impact.bdese (
    entreprise_id bigint NOT NULL,
    est_soumise boolean NOT NULL,
    statut text,
    PRIMARY KEY (entreprise_id),
    FOREIGN KEY (entreprise_id) REFERENCES impact.entreprise (impact_id) DEFERRABLE INITIALLY DEFERRED
);

COMMENT ON TABLE impact.bdese IS 'Base de données économiques, sociales et environnementales : l''entreprise est-elle à jour ?';
COMMENT ON COLUMN impact.bdese.entreprise_id IS 'Entreprise concernée.';
COMMENT ON COLUMN impact.bdese.est_soumise IS 'L''entreprise doit tenir une BDESE : elle a au moins 50 salariés.';
COMMENT ON COLUMN impact.bdese.statut IS 'Statut de la BDESE de l''an dernier ; aucun si l''entreprise n''est pas soumise.';
