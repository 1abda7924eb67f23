-- analyseia: Document analysé par l'intelligence artificielle, rattaché à une entreprise.
CREATE TABLE IF NOT EXISTS impact.analyseia (
    impact_id bigint NOT NULL,
    ajoutee_le timestamp with time zone NOT NULL,
    modifiee_le timestamp with time zone NOT NULL,
    csrd boolean NOT NULL,
    etat text,
    nb_phrases bigint,
    nb_phrases_pertinentes bigint,
    entreprise_id bigint NOT NULL,
    PRIMARY KEY (impact_id),
    FOREIGN KEY (entreprise_id) REFERENCES impact.entreprise (impact_id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX IF NOT EXISTS analyseia_entreprise_id ON impact.analyseia (entreprise_id);
COMMENT ON TABLE impact.analyseia IS 'Document analysé par l''intelligence artificielle, rattaché à une entreprise.';
COMMENT ON COLUMN impact.analyseia.impact_id IS 'Numéro de l''analyse.';
COMMENT ON COLUMN impact.analyseia.ajoutee_le IS 'Dépôt du document.';
COMMENT ON COLUMN impact.analyseia.modifiee_le IS 'Dernière modification.';
COMMENT ON COLUMN impact.analyseia.csrd IS 'Le document est rattaché à un rapport CSRD.';
COMMENT ON COLUMN impact.analyseia.etat IS 'Dernier état renvoyé par le serveur IA (success, error, processing, …).';
COMMENT ON COLUMN impact.analyseia.nb_phrases IS 'Nombre de phrases trouvées dans le document.';
COMMENT ON COLUMN impact.analyseia.nb_phrases_pertinentes IS 'Nombre de phrases qui relèvent d''une norme ESRS.';
COMMENT ON COLUMN impact.analyseia.entreprise_id IS 'Entreprise qui a déposé le document.';
