/// Un `switch` sans `default`.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Secteur.
    let secteur = switch naf { // error: [missing-default]
    // help: end it with `default: …`
    case "01.11Z": "ferme"
    case nil: nil
    }
}
