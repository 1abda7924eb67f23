extension Application {
    var sources: String {
        """
        /// Société de l'application \(suffix).
        @source("app\(suffix)_societe")
        struct Societe\(suffix) {
            /// Numéro.
            @key @plain var id: Int
            @personal var denomination: String
            @plain var effectif: Int?
            /// Cotée en bourse.
            @plain var cotee: Bool?
            /// Date de création.
            @plain var creee_le: Date
            @inverse(of: Acces\(suffix).societe) var acces: [Acces\(suffix)]
            @inverse(of: Rapport\(suffix).societe) var rapports: [Rapport\(suffix)]

            /// Meilleure note de ses rapports publiés.
            var meilleure_note: Decimal? { rapports.filter(publie).max(points) }
        }

        /// Compte de l'application \(suffix).
        @source("app\(suffix)_compte")
        struct Compte\(suffix) {
            @key @personal var id: Int
            @personal var email: String
            @secret var mot_de_passe: String
            @quasi var derniere_connexion: Timestamp?
            @quasi var cree_le: Timestamp
            /// Langue choisie.
            @quasi var langue: String
            @inverse(of: Acces\(suffix).compte) var acces: [Acces\(suffix)]
        }

        /// Accès d'un compte à une société.
        @source("app\(suffix)_acces")
        struct Acces\(suffix) {
            /// Numéro.
            @key @plain var id: Int
            @column("compte_id") var compte: Compte\(suffix)
            @plain @column("societe_id") var societe: Societe\(suffix)
            @plain var role: String
        }

        /// Rapport annuel d'une société.
        @source("app\(suffix)_rapport")
        @unique(societe, annee)
        struct Rapport\(suffix) {
            /// Numéro.
            @key @plain var id: Int
            @plain @column("societe_id") var societe: Societe\(suffix)
            @plain var annee: Int
            @plain var statut: String?
            @plain var points: Decimal?
            @plain var publie: Bool
        }

        """
    }

    var rule: String {
        """
        func etat\(suffix)(_ rapport: Rapport\(suffix)?) -> String {
            let entame = rapport?.statut != nil
            return !entame ? "absent" : rapport?.publie == true ? "publié" : "en cours"
        }

        """
    }
}
