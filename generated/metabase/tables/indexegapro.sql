-- indexegapro: Index de l'égalité professionnelle : l'entreprise est-elle à jour ?
CREATE TABLE IF NOT EXISTS impact.indexegapro (
    entreprise_id bigint NOT NULL,
    est_soumise boolean NOT NULL,
    statut text,
    PRIMARY KEY (entreprise_id),
    FOREIGN KEY (entreprise_id) REFERENCES impact.entreprise (impact_id) DEFERRABLE INITIALLY DEFERRED
);

COMMENT ON TABLE impact.indexegapro IS 'Index de l''égalité professionnelle : l''entreprise est-elle à jour ?';
COMMENT ON COLUMN impact.indexegapro.entreprise_id IS 'Entreprise concernée.';
COMMENT ON COLUMN impact.indexegapro.est_soumise IS 'L''entreprise doit publier son index : elle a au moins 50 salariés.';
COMMENT ON COLUMN impact.indexegapro.statut IS 'À jour si l''index de l''an dernier est publié ; aucun statut si l''entreprise n''est pas soumise.';
