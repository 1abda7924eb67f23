-- analyseia: rows on their way, which readers cannot see.
CREATE UNLOGGED TABLE impact_internal.analyseia (
    impact_id bigint,
    ajoutee_le timestamp with time zone,
    modifiee_le timestamp with time zone,
    csrd boolean,
    etat text,
    nb_phrases bigint,
    nb_phrases_pertinentes bigint,
    entreprise_id bigint
);
