let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Réponse d'une personne, une ligne d'environ 150 octets.
@source("mesures")
struct Mesure {
    /// Numéro.
    @key @personal var id: Int
    @personal var nom: String
    @personal var prenom: String
    @personal var email: String
    @personal var adresse: String
    @quasi var code_postal: String
    /// Nombre de salariés.
    @plain var effectif: Int
    @quasi var cree_le: Timestamp
    /// Statut.
    @plain var statut: String
    /// Points obtenus.
    @plain var points: Decimal
}

/// Réponses, sans les noms.
@model(from: Mesure.self, clearance: .pseudonymous)
struct mesure {
    /// Jeton de la réponse.
    @key let mesure_id = pseudonym(id)
    /// Mois de la réponse.
    let mois = cree_le.truncated(to: .month)
    /// Tranche d'effectif.
    let tranche = effectif.bucketed(by: [10, 50, 250, 1000])
    /// Département.
    let departement = code_postal.department
    let statut
    let points
}
