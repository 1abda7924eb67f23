-- vsme: Rapport VSME d'une entreprise pour une année, et son avancement exigence par exigence.
CREATE TABLE IF NOT EXISTS impact.vsme (
    entreprise_id bigint NOT NULL,
    annee_cloture bigint NOT NULL,
    est_soumise boolean NOT NULL,
    statut text NOT NULL,
    cree_le timestamp with time zone NOT NULL,
    modifie_le timestamp with time zone NOT NULL,
    premier_indicateur_cree_le timestamp with time zone,
    nb_indicateurs_completes bigint NOT NULL,
    choix_module text,
    progression bigint NOT NULL,
    "progression_B1" bigint NOT NULL,
    "progression_B2" bigint NOT NULL,
    "progression_B3" bigint NOT NULL,
    "progression_B4" bigint NOT NULL,
    "progression_B5" bigint NOT NULL,
    "progression_B6" bigint NOT NULL,
    "progression_B7" bigint NOT NULL,
    "progression_B8" bigint NOT NULL,
    "progression_B9" bigint NOT NULL,
    "progression_B10" bigint NOT NULL,
    "progression_B11" bigint NOT NULL,
    "progression_C1" bigint NOT NULL,
    "progression_C2" bigint NOT NULL,
    "progression_C3" bigint NOT NULL,
    "progression_C4" bigint NOT NULL,
    "progression_C5" bigint NOT NULL,
    "progression_C6" bigint NOT NULL,
    "progression_C7" bigint NOT NULL,
    "progression_C8" bigint NOT NULL,
    "progression_C9" bigint NOT NULL,
    PRIMARY KEY (entreprise_id, annee_cloture),
    FOREIGN KEY (entreprise_id) REFERENCES impact.entreprise (impact_id) DEFERRABLE INITIALLY DEFERRED
);

COMMENT ON TABLE impact.vsme IS 'Rapport VSME d''une entreprise pour une année, et son avancement exigence par exigence.';
COMMENT ON COLUMN impact.vsme.entreprise_id IS 'Entreprise concernée.';
COMMENT ON COLUMN impact.vsme.annee_cloture IS 'Année de clôture de l''exercice.';
COMMENT ON COLUMN impact.vsme.est_soumise IS 'La VSME est volontaire : toujours vrai.';
COMMENT ON COLUMN impact.vsme.statut IS 'À jour quand toutes les réponses attendues sont données.';
COMMENT ON COLUMN impact.vsme.cree_le IS 'Création du rapport.';
COMMENT ON COLUMN impact.vsme.modifie_le IS 'Dernière modification d''une réponse, ou du rapport s''il n''en a aucune.';
COMMENT ON COLUMN impact.vsme.premier_indicateur_cree_le IS 'Première réponse donnée.';
COMMENT ON COLUMN impact.vsme.nb_indicateurs_completes IS 'Nombre de réponses données.';
COMMENT ON COLUMN impact.vsme.choix_module IS 'Module choisi : base ou complet.';
COMMENT ON COLUMN impact.vsme.progression IS 'Avancement du rapport, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_B1" IS 'Avancement de l''exigence B1, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_B2" IS 'Avancement de l''exigence B2, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_B3" IS 'Avancement de l''exigence B3, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_B4" IS 'Avancement de l''exigence B4, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_B5" IS 'Avancement de l''exigence B5, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_B6" IS 'Avancement de l''exigence B6, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_B7" IS 'Avancement de l''exigence B7, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_B8" IS 'Avancement de l''exigence B8, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_B9" IS 'Avancement de l''exigence B9, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_B10" IS 'Avancement de l''exigence B10, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_B11" IS 'Avancement de l''exigence B11, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_C1" IS 'Avancement de l''exigence C1, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_C2" IS 'Avancement de l''exigence C2, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_C3" IS 'Avancement de l''exigence C3, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_C4" IS 'Avancement de l''exigence C4, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_C5" IS 'Avancement de l''exigence C5, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_C6" IS 'Avancement de l''exigence C6, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_C7" IS 'Avancement de l''exigence C7, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_C8" IS 'Avancement de l''exigence C8, en pour cent.';
COMMENT ON COLUMN impact.vsme."progression_C9" IS 'Avancement de l''exigence C9, en pour cent.';
