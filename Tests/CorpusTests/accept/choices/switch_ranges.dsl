/// Des intervalles.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Taille.
    let taille = switch effectif {
    case nil: nil
    case 0..<10: "TPE"
    case 10...249: "PME"
    case 250, 251...4999: "ETI"
    default: "GE"
    }
    /// Est une PME.
    let est_pme = switch effectif {
    case 10...249: true
    default: false
    }
}
