-- What `metabase` may do: read the published tables. REFERENCES lets Metabase see the keys.
GRANT USAGE ON SCHEMA impact TO metabase;
GRANT SELECT, REFERENCES ON impact.entreprise TO metabase;
GRANT SELECT, REFERENCES ON impact.utilisateur TO metabase;
GRANT SELECT, REFERENCES ON impact.invitation TO metabase;
GRANT SELECT, REFERENCES ON impact.habilitation TO metabase;
GRANT SELECT, REFERENCES ON impact.bdese TO metabase;
GRANT SELECT, REFERENCES ON impact.indexegapro TO metabase;
GRANT SELECT, REFERENCES ON impact.bges TO metabase;
GRANT SELECT, REFERENCES ON impact.csrd TO metabase;
GRANT SELECT, REFERENCES ON impact.vsme TO metabase;
GRANT SELECT, REFERENCES ON impact.analyseia TO metabase;
GRANT SELECT, REFERENCES ON impact.stats TO metabase;
GRANT SELECT, REFERENCES ON impact.inscriptions TO metabase;
GRANT SELECT, REFERENCES ON impact.entreprises_actives TO metabase;
GRANT SELECT, REFERENCES ON impact.reglementations_a_jour TO metabase;
GRANT SELECT, REFERENCES ON impact.avancement_vsme TO metabase;
GRANT SELECT, REFERENCES ON impact.dernieres_connexions TO metabase;
