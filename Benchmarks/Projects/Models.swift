extension Application {
    func company(_ index: Int) -> String {
        """
        /// Sociétés de l'application \(suffix), vue \(index).
        @model(from: Societe\(suffix).self, where: effectif != nil)
        struct \(name("societe", index)) {
            private let dernier = rapports.filter(annee <= \(2020 + index % 6)).last(by: annee)
            /// Numéro de la société.
            @key let societe_id = id
            /// Tranche d'effectif.
            let taille = effectif.bucketed(by: [10, \(50 + index), 250])
            /// Administrateurs.
            let administrateurs = acces.count(where: role == "admin")
            /// État du dernier rapport.
            let etat = etat\(suffix)(dernier)
            let cotee
            let creee_le
        }

        """
    }

    func account(_ index: Int) -> String {
        """
        /// Comptes de l'application \(suffix), vue \(index), sans donnée nominative.
        @model(from: Compte\(suffix).self, clearance: .pseudonymous)
        struct \(name("compte", index)) {
            /// Pseudonyme, le même dans toutes les tables.
            @key let compte_id = pseudonym(id)
            /// Mois de l'inscription.
            let inscrit_en = cree_le.truncated(to: .month)
            /// Sociétés rattachées.
            let societes = acces.count(where: role != "invite")
            /// Connecté depuis \(30 + index) jours.
            let actif = derniere_connexion.truncated(to: .day) >= today.adding(days: -\(30 + index))
            /// Messagerie.
            let messagerie = email.domain(among: ["beta.gouv.fr", "exemple\(suffix).fr"], otherwise: "autre")
            let langue
        }

        """
    }

    func report(_ index: Int) -> String {
        """
        /// Rapports de l'application \(suffix), vue \(index).
        @model(from: Rapport\(suffix).self, where: annee >= \(2010 + index % 8) && societe.effectif != nil)
        struct \(name("rapport", index)) {
            @key let rapport_id = id
            /// Société qui l'a écrit.
            let societe_id = \(name("societe", index - 2))[societe]
            /// Avancement.
            let avancement = switch statut {
                case "brouillon", "relu": "en cours"
                case nil: "inconnu"
                default: "fini"
            }
            /// Note, à \(5 + index % 4) points près.
            let note_arrondie = points.rounded(to: \(5 + index % 4))
        }

        """
    }

    func access(_ index: Int) -> String {
        """
        /// Accès de l'application \(suffix), vue \(index).
        @model(from: Acces\(suffix).self, where: societe.effectif != nil, clearance: .pseudonymous)
        struct \(name("acces", index)) {
            @key let acces_id = id
            /// Compte qui a cet accès.
            let compte_id = \(name("compte", index - 2))[compte]
            /// Société concernée.
            let societe_id = \(name("societe", index - 3))[societe]
            /// Ce qu'il permet.
            let droits = role == "admin" ? "tout" : role.hasPrefix("lect") ? "lecture" : "rien"
            /// Rapports de l'année \(2015 + index % 9).
            let rapports = societe.rapports.count(where: annee == \(2015 + index % 9))
            /// Meilleure note de la société.
            let meilleure_note = societe.meilleure_note
        }

        """
    }

    /// How many companies of each size there are: every other time with small cells withheld.
    var metric: String {
        """
        /// Sociétés de l'application \(suffix) selon leur taille.
        @metric(from: \(name("societe", 0)).self\(number % 2 == 0 ? "" : ", unit: societe_id, secret: .insee, totals: true"))
        struct tailles_\(suffix) {
            /// Tranche d'effectif.
            @by let tranche = taille
            /// Sociétés.
            let societes = count
            /// Part de celles qui sont cotées.
            let part_cotee = ratio(count(where: cotee == true), over: count)
        }

        """
    }
}
