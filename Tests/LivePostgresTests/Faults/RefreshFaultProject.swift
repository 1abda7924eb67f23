extension RefreshProject {
    /// As a project of which runs are struck.
    static let form = FaultProject.Form(
        published: published.filter { $0 != "genres" }.map { "impact.\($0)" }, views: ["impact.genres"],
        remembered: [
            "run_model", "applied", "refresh", "known_block", "known_range", "published_state", "genres_states",
            "genres_figures",
        ].map { "impact_internal.\($0)" },
        production: { _ in tables + rows(400) },
        changes: [
            """
            UPDATE personne SET actif = NOT actif WHERE id = 70; UPDATE societe SET nom = 'Autre' WHERE id IN (7, 150);
            DELETE FROM document WHERE id = 30; INSERT INTO role VALUES (5000, 'gérant', 3, 4)
            """,
            """
            DELETE FROM personne WHERE id = 71; UPDATE societe SET nom = 'Encore' WHERE id IN (8, 150);
            UPDATE role SET personne_id = 90, societe_id = 9 WHERE id = 5000; INSERT INTO document VALUES (30, 7, 1)
            """,
        ],
        spareRow: ("document", 40),
        holds: [
            // Who wrote each row is known then; which numbers came or went is not.
            .comparing: .target("LOCK TABLE impact_internal.known_range IN ACCESS EXCLUSIVE MODE"),
            // A model is staged. No other table of that name is made until it is known whether this one is.
            .extracting: .target("CREATE TABLE impact_internal.societes_affected ()"),
            .loading: .target("LOCK TABLE impact.societes IN EXCLUSIVE MODE"),
            // The last that is written.
            .publishing: .target("LOCK TABLE impact_internal.published_state IN EXCLUSIVE MODE"),
        ])
}
