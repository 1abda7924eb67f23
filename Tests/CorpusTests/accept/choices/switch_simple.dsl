/// Un CASE simple.
@model(from: Rapport.self)
struct rapports {
    @key let id
    /// Statut.
    let libelle = switch statut {
    case "brouillon": "Brouillon"
    case "final": "Définitif"
    default: nil
    }
    /// Plusieurs valeurs par cas.
    let famille = switch statut {
    case "brouillon", "relu": "en cours"
    case nil: "inconnu"
    default: "fini"
    }
}
