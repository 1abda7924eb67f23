-- analyseia: rows that are gone leave, new and changed ones come, the others are not touched.
DELETE FROM impact.analyseia AS published
WHERE NOT EXISTS (
    SELECT 1
    FROM impact_internal.analyseia AS staged
    WHERE staged.impact_id = published.impact_id
);

INSERT INTO impact.analyseia (
    impact_id,
    ajoutee_le,
    modifiee_le,
    csrd,
    etat,
    nb_phrases,
    nb_phrases_pertinentes,
    entreprise_id
)
SELECT
    staged.impact_id,
    staged.ajoutee_le,
    staged.modifiee_le,
    staged.csrd,
    staged.etat,
    staged.nb_phrases,
    staged.nb_phrases_pertinentes,
    staged.entreprise_id
FROM impact_internal.analyseia AS staged
LEFT JOIN impact.analyseia AS published ON published.impact_id = staged.impact_id
WHERE published.impact_id IS NULL
    OR (
        published.ajoutee_le,
        published.modifiee_le,
        published.csrd,
        published.etat,
        published.nb_phrases,
        published.nb_phrases_pertinentes,
        published.entreprise_id
    ) IS DISTINCT FROM (
        staged.ajoutee_le,
        staged.modifiee_le,
        staged.csrd,
        staged.etat,
        staged.nb_phrases,
        staged.nb_phrases_pertinentes,
        staged.entreprise_id
    )
ORDER BY staged.impact_id
ON CONFLICT (impact_id) DO UPDATE SET
    ajoutee_le = excluded.ajoutee_le,
    modifiee_le = excluded.modifiee_le,
    csrd = excluded.csrd,
    etat = excluded.etat,
    nb_phrases = excluded.nb_phrases,
    nb_phrases_pertinentes = excluded.nb_phrases_pertinentes,
    entreprise_id = excluded.entreprise_id;
