-- One row a day: how many statuses are known, and how many are up to date. CSRD and VSME do not count.
SELECT oracle.aujourdhui() AS date,
       count(*) FILTER (WHERE statut = 'A JOUR') AS reglementations_a_jour,
       count(statut) AS reglementations_statut_connu
FROM (SELECT statut FROM oracle.bdese
      UNION ALL
      SELECT statut FROM oracle.indexegapro
      UNION ALL
      SELECT statut FROM oracle.bges) connues
