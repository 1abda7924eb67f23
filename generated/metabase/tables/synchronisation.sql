-- synchronisation: Fraîcheur des données : une ligne par table publiée, écrite à chaque synchronisation.
CREATE TABLE IF NOT EXISTS impact.synchronisation (
    table_publiee text NOT NULL,
    synchronisee_le timestamp with time zone NOT NULL,
    donnees_du timestamp with time zone,
    lignes bigint,
    a_change boolean NOT NULL,
    retablie_le timestamp with time zone,
    PRIMARY KEY (table_publiee)
);

COMMENT ON TABLE impact.synchronisation IS 'Fraîcheur des données : une ligne par table publiée, écrite à chaque synchronisation.';
COMMENT ON COLUMN impact.synchronisation.table_publiee IS 'Modèle ou indicateur publié.';
COMMENT ON COLUMN impact.synchronisation.synchronisee_le IS 'Fin de la dernière synchronisation de la table.';
COMMENT ON COLUMN impact.synchronisation.donnees_du IS 'Moment de la production dont les données sont l''image.';
COMMENT ON COLUMN impact.synchronisation.lignes IS 'Nombre de lignes publiées ; vide pour ce qui est calculé à la lecture.';
COMMENT ON COLUMN impact.synchronisation.a_change IS 'La dernière synchronisation y a changé quelque chose.';
COMMENT ON COLUMN impact.synchronisation.retablie_le IS 'Moment où une synchronisation plus récente a été annulée et ces données rétablies ; vide sinon.';
