// alone
let project = Project(schema: "impact", readers: ["metabase"], language: "fr")

/// Entreprise inscrite.
@source("entreprise")
struct Entreprise {
    /// Numéro.
    @key @plain var id: Int
    /// Raison sociale.
    @plain(because: "Publique.") var nom: String
    /// Date de création.
    @plain var creee_le: Date
    /// Cotée en bourse.
    @plain var cotee: Bool?
    /// Nombre de salariés.
    @plain var effectif: Int?
    /// Société mère.
    @plain @column("mere_id") var mere: Entreprise?
    @inverse(of: Entreprise.mere) var filiales: [Entreprise]
}

/// Entreprises suivies, SIREN compris.
@model(from: Entreprise.self)
@display("Entreprises")
struct entreprises_suivies {
    /// Numéro.
    @key let id
    @semantic(.name) let nom
    /// Date de création.
    @display("Créée le") let creee_le
    /// Cotée en bourse.
    let cotee
    /// Taille de l'entreprise.
    let taille_entreprise = switch effectif ?? 0 {
    case 0...9: "TPE"
    default: "Autre"
    }
    /// Tranche d'effectif.
    let effectif = effectif.bucketed(by: [10, 50])
    /// Nombre de filiales.
    let nb_filiales = filiales.count
    /// Société mère.
    let mere_id = entreprises_suivies[mere]
}

/// Part des entreprises cotées en bourse, selon la taille.
@metric(from: entreprises_suivies.self)
struct cotees {
    /// Taille.
    @by let taille_entreprise
    /// Part des cotées.
    @display("Part cotée") let part = ratio(count(where: cotee == true), over: count)
    /// Filiales par entreprise.
    let par_entreprise = ratio(sum(nb_filiales), over: count)
}
