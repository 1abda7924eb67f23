-- csrd: Rapport de durabilité (CSRD) : l'entreprise est-elle concernée, et où en est-elle ?
CREATE TABLE IF NOT EXISTS impact.csrd (
    entreprise_id bigint NOT NULL,
    est_soumise boolean NOT NULL,
    statut text,
    etape_validee text,
    nb_documents_ia bigint NOT NULL,
    nb_iro_selectionnes bigint NOT NULL,
    lien_rapport boolean NOT NULL,
    PRIMARY KEY (entreprise_id),
    FOREIGN KEY (entreprise_id) REFERENCES impact.entreprise (impact_id) DEFERRABLE INITIALLY DEFERRED
);

COMMENT ON TABLE impact.csrd IS 'Rapport de durabilité (CSRD) : l''entreprise est-elle concernée, et où en est-elle ?';
COMMENT ON COLUMN impact.csrd.entreprise_id IS 'Entreprise concernée.';
COMMENT ON COLUMN impact.csrd.est_soumise IS 'L''entreprise doit publier un rapport de durabilité.';
COMMENT ON COLUMN impact.csrd.statut IS 'Statut du rapport officiel de l''année ; aucun si l''entreprise n''est pas soumise.';
COMMENT ON COLUMN impact.csrd.etape_validee IS 'Dernière étape validée du rapport le plus récent.';
COMMENT ON COLUMN impact.csrd.nb_documents_ia IS 'Nombre de documents analysés pour le rapport le plus récent.';
COMMENT ON COLUMN impact.csrd.nb_iro_selectionnes IS 'Nombre d''enjeux dont la matérialité a été étudiée dans le rapport le plus récent.';
COMMENT ON COLUMN impact.csrd.lien_rapport IS 'Le rapport le plus récent est publié.';
