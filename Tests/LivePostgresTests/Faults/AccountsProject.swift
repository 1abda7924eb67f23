/// A column of each sensitivity.
enum AccountsProject {
    /// Each model is read whole, so that its extraction lasts.
    static let models = """
        let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris")

        /// Compte.
        @source("compte")
        struct Compte {
            @key @personal var id: Int
            @personal var email: String
            @personal var nom: String
            @secret var mot_de_passe: String
            /// Rôle.
            @plain var role: String
            @personal var reponses: JSON?
        }

        /// Entreprise.
        @source("entreprise")
        @unique(siren)
        struct Entreprise {
            @key @plain var id: Int
            /// Numéro SIREN.
            @plain var siren: String
            @personal var dirigeant: String
            @plain var effectif: Int
            @plain var sites: Int
        }

        /// Un compte.
        @model(from: Compte.self, clearance: .pseudonymous, refresh: .full)
        struct compte {
            /// Jeton.
            @key let jeton = pseudonym(id)
            let role
            /// Nom donné.
            let a_un_nom = nom.isPresent
            /// Nombre de réponses.
            let reponses = disclosed(reponses.embedded.count, because: "un nombre")
        }

        /// Une entreprise.
        @model(from: Entreprise.self, refresh: .full)
        struct entreprise {
            @key let siren
            /// Postes.
            let postes = effectif * sites
        }

        /// Suivi.
        @metric(history: .daily)
        struct suivi {
            /// Comptes.
            let comptes = compte.count
        }

        """

    /// The accounts are read through a view whose row 3500 waits for whoever holds the advisory lock `gate`: rows are on
    /// their way by then, and the SELECT is held as long as a test wishes, without a sleep.
    private static func production(_ canary: String) -> String {
        """
        CREATE TABLE comptes (id integer, email text, nom text, mot_de_passe text, role text, reponses jsonb);
        INSERT INTO comptes
        SELECT id, '\(canary)-' || id || '@exemple.fr', '\(canary)-nom', '\(canary)-mdp', 'lecteur',
               to_jsonb('["\(canary)-texte"]'::text)
        FROM generate_series(1, 4000) AS id;
        CREATE VIEW compte AS SELECT * FROM comptes
        WHERE CASE WHEN id = 3500 THEN pg_advisory_xact_lock_shared(\(gate))::text IS NOT NULL ELSE true END;
        CREATE TABLE entreprise (
            id integer PRIMARY KEY, siren text NOT NULL, dirigeant text NOT NULL, effectif integer NOT NULL, sites integer NOT NULL);
        INSERT INTO entreprise
        SELECT id, lpad(id::text, 9, '0'), '\(canary)-dirigeant', id, 2 FROM generate_series(1, 50) AS id;
        """
    }

    private static let gate = 4711

    static let form = FaultProject.Form(
        published: ["impact.compte", "impact.entreprise", "impact.suivi"],
        remembered: ["impact_internal.run_model", "impact_internal.applied"],
        production: production, changes: ["UPDATE comptes SET role = 'auteur' WHERE id % 2 = 0"], spareRow: ("entreprise", 50),
        holds: [
            .extracting: .source("SELECT pg_advisory_lock(\(gate))"),
            .loading: .target("LOCK TABLE impact.compte IN EXCLUSIVE MODE"),
        ])
}
