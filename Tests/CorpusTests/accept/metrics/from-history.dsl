/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Rapports.
@model(from: Rapport.self)
struct rapports {
    @key let id
    /// Entreprise.
    let entreprise_id = entreprises[entreprise]
    let annee
    let statut
    let note
    let depose_le
}

/// Rapports de chaque jour.
@metric(from: rapports.self, history: .daily)
struct jour {
    /// Rapports.
    let nombre = count
    /// Finis.
    let finis = count(where: statut == "final")
}

/// Fin de mois : le dernier jour connu, et non la somme des jours.
@metric(from: jour.self)
struct fin_de_mois {
    /// Mois.
    @by(.month) let mois = date
    /// Rapports.
    let nombre = last(nombre)
    /// Part des finis.
    let part = ratio(last(finis), over: last(nombre))
    /// De plus que le mois d'avant.
    let de_plus = last(nombre) - last(nombre).previous
}
