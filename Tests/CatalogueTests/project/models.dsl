let project = Project(schema: "impact", readers: ["metabase"], language: "fr")

/// Lecteur inscrit à la bibliothèque.
@source("lecteurs")
struct Lecteur {
    /// Numéro du lecteur.
    @key @personal var id: Int
    /// Adresse e-mail.
    @personal var email: String
    /// Date d'inscription.
    @quasi var inscrit_le: Timestamp
    /// Métier, s'il l'a dit.
    @quasi var metier: String?
    @inverse(of: Emprunt.lecteur) var emprunts: [Emprunt]
}

/// Emprunt d'un livre.
@source("emprunts")
struct Emprunt {
    /// Numéro de l'emprunt.
    @key @plain var id: Int
    /// Jour de l'emprunt.
    @plain var le: Date
    /// État : rendu, en retard, en cours.
    @plain var etat: String
    @quasi @column("lecteur_id") var lecteur: Lecteur
}

/// Lecteur de la bibliothèque, sous un pseudonyme.
@model(from: Lecteur.self, clearance: .pseudonymous)
struct lecteur {
    /// Jeton du lecteur.
    @key let jeton = pseudonym(id)
    /// Mois de l'inscription.
    let inscrit_le = inscrit_le.truncated(to: .month)
    /// Nombre d'emprunts : en retard ou non.
    let emprunts = emprunts.count
}

/// Emprunt d'un livre.
///
/// Un emprunt rendu reste dans la table.
@model(from: Emprunt.self, where: etat != "annulé", clearance: .pseudonymous)
@check(rows: 1...)
struct emprunt {
    /// Numéro de l'emprunt.
    @key let numero = id
    /// Jour de l'emprunt.
    let le
    /// Où en est le livre.
    @check(oneOf: ["dehors", "rentré"])
    let livre = etat == "rendu" ? "rentré" : "dehors"
    /// Lecteur qui a emprunté.
    let lecteur = lecteur[lecteur]
    /// État, en toutes lettres.
    @deprecated("lire `livre`", until: "2027-03-01") let etat
}

/// Emprunts de chaque mois ; un mois de moins de cinq lecteurs est masqué.
@metric(from: emprunt.self, unit: lecteur, atLeast: 5)
struct activite {
    /// Mois.
    @by(.month) let mois = le
    /// Emprunts de ce mois-là.
    let emprunts = count
    /// Part des emprunts rendus.
    let part_rendus = ratio(count(where: livre == "rentré"), over: emprunts)
}
