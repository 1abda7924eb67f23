/// Toutes les valeurs d'un booléen.
@model(from: Entreprise.self)
struct entreprises {
    private let publie = rapports.contains(where: publie)

    @key let id
    /// Cotée.
    let cotation = switch cotee {
    case nil: "inconnue"
    case true: "cotée"
    case false: "non cotée"
    }
    /// Publie.
    let publication = switch publie {
    case true: "oui"
    case false: "non"
    }
}
