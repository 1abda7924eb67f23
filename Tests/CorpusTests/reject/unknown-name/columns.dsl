/// Des fautes de frappe.
@model(from: Entreprise.self, where: efectif != nil) // error: [unknown-name]
// help: `effectif` is close
struct entreprises {
    private let derniere = rapports.last(by: anee) // error: [unknown-name]
    // help: `annee` is close

    @key let id
    let nmo // error: [unknown-name]
    // help: `nom` is close
    /// Mère.
    let mere = mere?.nomm // error: [unknown-name]
    // help: `nom` is close
    /// Filtre.
    let publies = rapports.count(where: publié) // error: [unknown-name]
    // help: `publie` is close
    /// Loin de tout.
    let loin = xyzxyz == 3 // error: [unknown-name]
    /// Une autre source.
    let autre = Rapport.annee // error: [unknown-name]
}
