/// Par ce que disent des conditions.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Ternaire.
    let ternaire = denomination == "SA" ? 1 : 0 // error: [personal-data-published]
    /// Switch.
    let choix = switch denomination { // error: [personal-data-published]
    case "SA": 1
    default: 0
    }
    /// Motif d'un switch.
    let motif = switch nom { // error: [personal-data-published]
    case denomination: 1
    default: 0
    }
    /// Branche.
    let branche = cotee == true ? denomination : "" // error: [personal-data-published]
    /// Si.
    let si = if denomination.isEmpty { 1 } else { 0 } // error: [personal-data-published]
}
