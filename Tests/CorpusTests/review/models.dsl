let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Pays.
@reference("pays.csv")
struct Pays {
    /// Code.
    @key @plain var code: String
    /// Nom.
    @plain(because: "Une liste publique.") var nom: String
}

/// Compte d'une personne.
@source("users_user")
struct Compte {
    /// Numéro.
    @key @personal var id: Int
    /// Adresse.
    @personal var email: String
    /// Membre de l'équipe.
    @quasi var equipe: Bool
    /// Inscription.
    @quasi var cree_le: Timestamp
    /// Dernière connexion.
    @quasi var connecte_le: Timestamp?
    /// Département.
    @quasi var departement: String?
    /// Langue.
    @plain var langue: String?
    /// Fonction, en texte libre.
    @personal var fonction: String?

    @inverse(of: Depot.compte) var depots: [Depot]
}

/// Dépôt d'un document.
@source("depot")
struct Depot {
    /// Numéro.
    @key @plain var id: Int
    /// Année.
    @plain var annee: Int
    /// Pages.
    @plain var pages: Int
    /// Dépôt.
    @plain var depose_le: Date
    /// Code du pays.
    @plain var code_pays: String?
    /// Statut.
    @plain var statut: String
    /// Qui l'a déposé.
    @column("compte_id") var compte: Compte
}

/// Page d'aide.
@source("aide_page")
struct PageAide {
    /// Numéro.
    @key @plain var id: Int
    /// Mots.
    @plain var mots: Int
}

/// Longueur d'un document.
func longueur(_ pages: Int) -> String {
    if pages < 10 {
        "court"
    } else {
        "long"
    }
}

/// Un compte, sous un pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct compte {
    private let recents = depots.filter(annee >= 2020)

    /// Jeton.
    @key let jeton = pseudonym(id)
    /// Mois de l'inscription.
    let cree_le = cree_le.truncated(to: .month)
    /// Mois de la dernière connexion.
    let connecte_le = connecte_le.truncated(to: .month)
    /// A une adresse.
    let fonction_connue = fonction.isPresent
    /// Langue, divulguée.
    let langue
    /// Dépôts récents.
    let depots_recents = recents.count
}

/// Un dépôt.
@model(from: Depot.self, where: annee >= 2019, clearance: .pseudonymous)
@check(rows: 1...)
struct depot {
    /// Numéro.
    @key let id
    /// Qui l'a déposé.
    let jeton = compte[compte]
    /// Année.
    @check(range: 2000...2100) let annee
    /// Longueur.
    let longueur = longueur(pages)
    /// Pages.
    let pages
    /// Mois du dépôt.
    let depose_le = depose_le.truncated(to: .month)
    /// Pays.
    let pays = Pays[code_pays]?.nom
    /// Statut.
    let statut
}

/// Une page d'aide.
@model(from: PageAide.self)
struct aide {
    /// Numéro.
    @key let numero = id
    /// Mots.
    let mots
}

/// Mois d'inscription.
@model(from: Compte.self, where: !equipe, kAnonymous: 5)
struct mois_inscription {
    /// Mois.
    let cree_le = cree_le.truncated(to: .month)
    /// Département.
    let departement
}

/// Dépôts de chaque mois.
@metric(from: depot.self, where: pages > 0, unit: jeton, atLeast: 5)
struct depots_par_mois {
    /// Mois.
    @by(.month) let mois = depose_le
    /// Dépôts.
    let depots = count
    /// Dépôts terminés.
    let termines = count(where: statut == "TERMINE")
    /// Part terminée.
    let part_terminee = ratio(termines, over: depots)
}

/// Pages d'aide, jour après jour.
@metric(from: aide.self, history: .daily)
struct suivi_aide {
    /// Pages.
    let nombre = count
    /// Pages longues.
    let longues = count(where: mots > 300)
}
