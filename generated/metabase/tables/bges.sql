-- bges: Bilan des émissions de gaz à effet de serre : l'entreprise est-elle à jour ?
CREATE TABLE IF NOT EXISTS impact.bges (
    entreprise_id bigint NOT NULL,
    est_soumise boolean NOT NULL,
    statut text,
    PRIMARY KEY (entreprise_id),
    FOREIGN KEY (entreprise_id) REFERENCES impact.entreprise (impact_id) DEFERRABLE INITIALLY DEFERRED
);

COMMENT ON TABLE impact.bges IS 'Bilan des émissions de gaz à effet de serre : l''entreprise est-elle à jour ?';
COMMENT ON COLUMN impact.bges.entreprise_id IS 'Entreprise concernée.';
COMMENT ON COLUMN impact.bges.est_soumise IS 'L''entreprise doit publier un bilan : plus de 500 salariés, ou plus de 250 outre-mer.';
COMMENT ON COLUMN impact.bges.statut IS 'À jour si le dernier bilan a été publié il y a moins de quatre ans ; aucun statut si l''entreprise n''est pas soumise.';
